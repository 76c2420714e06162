import { z } from "zod";

export const pollChoices = ["yes", "if-need-be", "no"] as const;
export type PollChoice = (typeof pollChoices)[number];

export const pollChoiceNames: Record<PollChoice, string> = {
  yes: "I can come",
  "if-need-be": "If need be",
  no: "I cannot come",
};

/** A time put to the participants. */
export interface PollSlot {
  /** ISO instants. */
  start: string;
  end: string;
  reasons: string[];
}

/** More makes the choice a burden; fewer than two is no choice. */
export const MOST_SLOTS = 8;
export const FEWEST_SLOTS = 2;

/** An answer: a choice for each slot, in their order. Says nothing about who answers or why. */
export const PollAnswer = z.array(z.enum(pollChoices, "Choose an answer for each time."));
export type PollAnswer = z.infer<typeof PollAnswer>;

/** Below this many answers, how each time was answered would tell who answered what. */
export const FEWEST_ANSWERS = 3;

export interface PollTally {
  slot: PollSlot;
  yes: number;
  ifNeedBe: number;
  no: number;
}

/**
 * The times with their answers, those first that fewest people cannot come to; among equals, those that most can come to
 * without having to bend.
 */
export function tally(slots: readonly PollSlot[], answers: readonly PollAnswer[]): PollTally[] {
  const count = (index: number, choice: PollChoice) => answers.filter((one) => one[index] === choice).length;
  return slots
    .map((slot, index) => ({
      slot,
      yes: count(index, "yes"),
      ifNeedBe: count(index, "if-need-be"),
      no: count(index, "no"),
    }))
    .sort((a, b) => a.no - b.no || b.yes - a.yes || (a.slot.start < b.slot.start ? -1 : 1));
}
