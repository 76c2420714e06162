import { addDays } from "../dates/days.ts";
import { addWorkingDays, type Holidays, workingDaysBetween } from "../dates/working-days.ts";

/** The organisation's own promise about answering, in working days. It is published. */
export type ClockPromise = { acknowledgeWithin: number; answerWithin: number };

/** A stop of the clock with its reason; `to` is null while it lasts. Days from `from` up to, not including, `to` do not count. */
export type Pause = { from: string; to: string | null; reason: string };

export type Due = {
  acknowledgeBy: string;
  answerBy: string;
  state: "answered" | "paused" | "overdue" | "nearly-due" | "running";
  /** Working days late (above 0) or left (below 0), as of today or of the answer. */
  workingDaysLate: number;
};

/** By when something is owed before anybody has looked at it: no pause, no answer. */
export function answerDue(
  receivedOn: string,
  promise: ClockPromise,
  holidays: Holidays,
): Pick<Due, "acknowledgeBy" | "answerBy"> {
  return {
    acknowledgeBy: addWorkingDays(receivedOn, promise.acknowledgeWithin, holidays),
    answerBy: addWorkingDays(receivedOn, promise.answerWithin, holidays),
  };
}

/** How close "nearly due" is. */
const nearlyDueWithin = 5;

/**
 * When something is owed. Pauses push the date back by the working days they cover, never by more; a pause that begins
 * after the date was missed changes nothing, so that a clock cannot be stopped once it has run out.
 */
export function dueDates(
  receivedOn: string,
  promise: ClockPromise,
  pauses: readonly Pause[],
  answeredOn: string | null,
  today: string,
  holidays: Holidays,
): Due {
  const asOf = answeredOn ?? today;
  const acknowledgeBy = addWorkingDays(receivedOn, promise.acknowledgeWithin, holidays);
  const answerBy = withPauses(
    addWorkingDays(receivedOn, promise.answerWithin, holidays),
    pauses,
    asOf,
    holidays,
  );
  const late =
    asOf > answerBy
      ? workingDaysBetween(answerBy, asOf, holidays)
      : -workingDaysBetween(asOf, answerBy, holidays);
  return { acknowledgeBy, answerBy, state: stateOf(), workingDaysLate: late };

  function stateOf(): Due["state"] {
    if (answeredOn) return "answered";
    if (today > answerBy) return "overdue";
    if (pauses.some((pause) => pause.from <= today && (pause.to === null || pause.to > today)))
      return "paused";
    return late >= -nearlyDueWithin ? "nearly-due" : "running";
  }
}

function withPauses(due: string, pauses: readonly Pause[], asOf: string, holidays: Holidays): string {
  let answerBy = due;
  let covered = "";
  for (const pause of [...pauses].sort((a, b) => a.from.localeCompare(b.from))) {
    const from = pause.from > covered ? pause.from : covered;
    // An open pause is still stopping the clock today, so today counts as covered.
    const to = pause.to ?? addDays(asOf, 1);
    if (pause.from > answerBy || to <= from) continue;
    const paused = workingDaysBetween(addDays(from, -1), addDays(to, -1), holidays);
    answerBy = addWorkingDays(answerBy, paused, holidays);
    covered = to;
  }
  return answerBy;
}
