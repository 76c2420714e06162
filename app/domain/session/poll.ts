import { z } from "zod";
import { dayInWords } from "../calendar/day-words.ts";
import { readDay } from "../calendar/days.ts";
import { clockOf } from "./session-times.ts";
import { newVoices, type Stepped } from "../disclosure/steps.ts";

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

/** "Monday 15 February 2027, 09:30": when a time begins, by the clock of the United Kingdom. */
export function startInWords({ start }: Pick<PollSlot, "start">): string {
  const { date, time } = clockOf(start);
  return `${dayInWords(readDay(date, "start"))}, ${time}`;
}

/** More makes the choice a burden; fewer than two is no choice. */
export const MOST_SLOTS = 8;
export const FEWEST_SLOTS = 2;

/** An answer: a choice for each slot, in their order. Says nothing about who answers or why. */
export const PollAnswer = z.array(z.enum(pollChoices, "Choose an answer for each time."));
export type PollAnswer = z.infer<typeof PollAnswer>;

/**
 * Below this many answers, how each time was answered would tell who answered what; and the tally moves only once as many
 * people have answered or changed their answer since it moved last.
 */
export const FEWEST_ANSWERS = 3;

export interface PollState {
  /** Whether answers are still taken. */
  open: boolean;
  /** Answers that the tally shows; 0 while there is none. */
  counted: number;
  /** Undefined while too few have answered to hide who answered what. */
  tally: PollTally[] | undefined;
  /** Answers or changes that the tally does not show yet. */
  waiting: number;
  /** The waiting ones are let in when the day on which the poll was to close has passed, not before. */
  waitsForDay: boolean;
}

/**
 * A poll as its organisers see it. It moves in steps of three new answers or more. Closing it by hand lets in what is left
 * only when that is nothing to hide: the moment is chosen by somebody who may know who answered last. The rest is let in when
 * the day that was fixed beforehand has passed.
 * @param over that day has passed @param closed somebody closed it by hand
 */
export function pollState(
  slots: readonly PollSlot[],
  answers: readonly Stepped<PollAnswer>[],
  { over, closed }: { over: boolean; closed: boolean },
): PollState {
  const enough = answers.length >= FEWEST_ANSWERS;
  const counted = over
    ? answers.map(({ now }) => now)
    : answers.flatMap(({ released }) => (released ? [released] : []));
  const shown = enough && counted.length >= FEWEST_ANSWERS;
  return {
    open: !over && !closed,
    counted: shown ? counted.length : 0,
    tally: shown ? tally(slots, counted) : undefined,
    waiting: over ? 0 : newVoices(answers),
    waitsForDay: closed && !over,
  };
}

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
