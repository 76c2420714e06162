import { z } from "zod";
import { jurisdictions } from "./bank-holidays.ts";
import { answerKinds, noReasons } from "./answer.ts";
import { refusalGrounds } from "./open-door.ts";
import { everyChannel } from "./report-back.ts";
import { sourceKinds } from "./source.ts";

/** What the public may read of this room. Each schema is the `content` of one kind of record entry. */

const isoDate = z.iso.date();
const text = (max: number) => z.string().trim().max(max);
const count = z.int().nonnegative();
const Promised = {
  acknowledgeWithin: z.int().positive(),
  answerWithin: z.int().positive(),
  jurisdiction: z.enum(jurisdictions),
};

/** Subjects of this room. A loop whose words were taken back goes on under a new id. */
export const feedbackSubject = {
  loop: (publicId: string) => `loop:${publicId}`,
  clock: "clock-promise",
  openDoor: "challenge",
} as const;

/** kind `clock-promise` */
export const ClockPromiseContent = z.object(Promised);
export type ClockPromiseContent = z.infer<typeof ClockPromiseContent>;

/** People as they may be published: rounded to 5, null when fewer than 8. */
const People = z.int().positive().nullable();

/** kind `loop`: something people said, and what came of it. Counted from the day it is received, whatever may be shown of it. */
export const LoopContent = z.object({
  source: z.object({
    kind: z.enum(sourceKinds),
    title: text(200),
    /** Since when entries say so: when it was held, and how many people took part. */
    heldOn: isoDate.optional(),
    people: People.optional(),
  }),
  /** As far as people agreed; empty when nothing but the count may be shown. */
  said: text(4000),
  /**
   * Theirs, agreed with them, a summary they agreed to, or nothing. Of what came through the open door, where nobody can be asked:
   * shortened by the organisation, its own summary, or a summary that it may write and has not.
   */
  whose: z.enum([
    "their-words",
    "agreed-words",
    "summary",
    "not-shown",
    "shortened",
    "own-summary",
    "summary-owed",
  ]),
  byWhom: text(300),
  people: People,
  askedFor: text(2000),
  saidOn: isoDate,
  receivedOn: isoDate,
  /** Day on which it was written down in Kept; older entries do not say. */
  writtenOn: isoDate.optional(),
  /** A spreadsheet brought it: its days are the organisation’s word. */
  imported: z.boolean().optional(),
  promise: z.object(Promised),
  acknowledgedOn: isoDate.nullable(),
  pauses: z.array(z.object({ from: isoDate, to: isoDate.nullable(), reason: text(500) })),
  answer: z
    .object({
      kind: z.enum(answerKinds),
      /** Day of the first answer, at which the clock stopped, and of the one that stands. */
      firstOn: isoDate,
      on: isoDate,
      /** Empty where words were taken back: an answer may repeat them. */
      text: text(4000),
      since: isoDate.optional(),
      evidence: text(500).optional(),
      nextStep: text(500).optional(),
      by: isoDate.optional(),
      reason: z.enum(noReasons).optional(),
    })
    .nullable(),
  /** Every earlier answer: when, what kind, and why it was revised. */
  revisions: z.array(z.object({ on: isoDate, was: z.enum(answerKinds), why: text(1000) })),
  /** Reports of the answer that stands. */
  reports: z.array(
    z.object({
      on: isoDate,
      channels: z.array(z.enum(everyChannel)),
      reach: z.enum(["all", "most", "few"]),
      told: People,
      of: People,
    }),
  ),
  /** People who were given a private link to ask “does this reflect what you said?”. */
  asked: count,
  /** Of these, links that the organisation made anew; absent when none was. */
  sentAgain: count.optional(),
  /** Answers that came over such a link, and kinder ones over such a link that are not counted; each from 3 up. */
  anew: count.min(3).optional(),
  kinder: count.min(3).optional(),
  /** And links that it switched off and did not make anew. */
  switchedOff: count.optional(),
  heard: z
    .object({
      yes: count,
      partly: count,
      no: count,
      /** Of the yes, those given to the answer that stands. */
      yesNow: count,
      changedYes: count,
      changedPartly: count,
      changedNo: count,
      tooEarly: count,
    })
    .nullable(),
  /** Comments as older entries hold them; since then each is an entry of its own (kind `comment`). */
  comments: z.array(text(2000)),
  /** Somebody took their words back, or the organisation took them down: nothing of them is shown. */
  takenBack: z.boolean(),
  /** It was the organisation. */
  takenDown: z.boolean().optional(),
});
export type LoopContent = z.infer<typeof LoopContent>;

/** kind `challenge`: what came through the open door, as counts; one subject for the whole organisation. */
export const OpenDoorContent = z.object({
  received: count,
  waiting: count,
  /** Waiting longer than the promise to acknowledge. */
  waitingTooLong: count,
  taken: count,
  /** Waiting longer than the promise to answer. */
  unansweredTooLong: count.optional(),
  /** Taken back by their writers before anybody had decided. */
  takenBack: count.optional(),
  refused: z.partialRecord(z.enum(refusalGrounds), count),
  /** Of these, refusals that whoever asked has read and says are wrong. */
  refusedWrongly: count.optional(),
  /**
   * Protected challenges; null below 3, when the count alone could point to somebody. Counted up to the end of the month before,
   * and in steps of three, so that no publication tells that somebody has just spoken.
   */
  protected: z
    .object({
      received: count,
      answered: count,
      /** Not answered within the promise. */
      late: count.optional(),
      /** Writers who came back and said that something happened to them for speaking; null below 3 who came back. */
      reprisals: count.nullable(),
    })
    .nullable(),
});
export type OpenDoorContent = z.infer<typeof OpenDoorContent>;
