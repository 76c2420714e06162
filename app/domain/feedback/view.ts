import type { Answer } from "./answer.ts";
import { bankHolidays, type Jurisdiction } from "./bank-holidays.ts";
import { dueDates, type Due, type Pause } from "./clock.ts";
import {
  loopState,
  tallyChanged,
  tallyHeard,
  type ChangedTally,
  type Heard,
  type HeardTally,
} from "./loop.ts";
import type { LoopState } from "./loop.ts";
import type { Told } from "./report-back.ts";

/** Everything from which the state of a loop is worked out. */
export type LoopFacts = {
  receivedOn: string;
  /** As promised on the day it was received: a promise that is loosened later does not loosen this one. */
  promise: { acknowledgeWithin: number; answerWithin: number; jurisdiction: Jurisdiction };
  acknowledgedOn: string | null;
  pauses: readonly Pause[];
  /** Oldest first; the last one stands. */
  answers: readonly { on: string; answer: Answer }[];
  /** Of the answer that stands. */
  reports: readonly Told[];
  heard: readonly Heard[];
};

export type LoopView = {
  state: LoopState;
  due: Due;
  /** Not acknowledged, and the day for it has passed. */
  acknowledgementLate: boolean;
  /** “We are doing”, and the day given for the next step has passed. */
  stepLate: boolean;
  heard: HeardTally | null;
  changed: ChangedTally | null;
};

/** Where a loop stands today. The clock stops at the first answer; revising it later does not start it anew. */
export function viewLoop(facts: LoopFacts, today: string): LoopView {
  const { receivedOn, promise, pauses, answers, reports, heard } = facts;
  const first = answers[0]?.on ?? null;
  const current = answers.at(-1);
  const due = dueDates(receivedOn, promise, pauses, first, today, bankHolidays(promise.jurisdiction));
  return {
    state: loopState(current?.answer ?? null, current?.on ?? null, reports, heard),
    due,
    acknowledgementLate: (facts.acknowledgedOn ?? first ?? today) > due.acknowledgeBy,
    stepLate: current?.answer.kind === "we-are-doing" && current.answer.by < today,
    heard: tallyHeard(heard),
    changed: tallyChanged(heard),
  };
}
