import type { Answer } from "./answer.ts";
import type { ReportBack } from "./report-back.ts";

export { Answer, noReasons } from "./answer.ts";
export { channels, ReportBack } from "./report-back.ts";

export const reflections = ["yes", "partly", "no"] as const;
export type Reflection = (typeof reflections)[number];

export const changes = ["yes", "partly", "no", "too-early"] as const;
export type Changed = (typeof changes)[number];

/** What participants answered over their private links. */
export type Heard = {
  reflects: Reflection;
  changed: Changed;
  /** Given before the answer was last revised. A “no” still stands then; a “yes” was to other words. */
  earlier?: boolean;
};

export type LoopState = "open" | "answered" | "closed" | "agreed" | "disputed";

/**
 * A loop is `closed` only when people were told after the answer was given, and `agreed` only by participants: more of the
 * three or more who answered say yes than say partly and no together. `disputed` when more say no than yes. Doing the thing
 * without telling anybody leaves it `answered`: speaking and never hearing back is the harm (report, pages 42 and 49).
 * A revision does not wash a dispute away: until people answer again, their “no” counts and their “yes” does not.
 * @param answeredOn day of the current answer; a report before it told people something else
 * @param reports of the current answer
 */
export function loopState(
  answer: Answer | null,
  answeredOn: string | null,
  reports: readonly Pick<ReportBack, "on">[],
  heard: readonly Heard[],
): LoopState {
  if (!answer || !answeredOn) return "open";
  const verdict = tallyHeard(heard);
  const told = reports.some((report) => report.on >= answeredOn);
  if (!verdict) return told ? "closed" : "answered";
  const stillYes = heard.filter((each) => each.reflects === "yes" && !each.earlier).length;
  if (verdict.no > stillYes) return "disputed";
  if (!told) return "answered";
  return stillYes > verdict.partly + verdict.no ? "agreed" : "closed";
}

/** Fewest answers at which an aggregate is shown to anybody. */
export const fewestAnswers = 3;

export type HeardTally = { yes: number; partly: number; no: number; of: number };

/** Counts of “does this reflect what you said?”; null below the floor, when even the organisation sees nothing. */
export function tallyHeard(heard: readonly Heard[]): HeardTally | null {
  if (heard.length < fewestAnswers) return null;
  const count = (answer: Reflection) => heard.filter((each) => each.reflects === answer).length;
  return { yes: count("yes"), partly: count("partly"), no: count("no"), of: heard.length };
}

export type ChangedTally = { yes: number; partly: number; no: number; tooEarly: number };

/** Counts of “did anything change?”, under the same floor. */
export function tallyChanged(heard: readonly Heard[]): ChangedTally | null {
  if (heard.length < fewestAnswers) return null;
  const count = (answer: Changed) => heard.filter((each) => each.changed === answer).length;
  return { yes: count("yes"), partly: count("partly"), no: count("no"), tooEarly: count("too-early") };
}
