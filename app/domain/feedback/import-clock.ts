import { z } from "zod";
import { usualPromise, ClockPromiseInput, PauseInput } from "./clock-promise.ts";
import type { Pause } from "./clock.ts";
import type { RowCells } from "./import-cells.ts";
import type { LoopFacts } from "./view.ts";

/** Under which promise it was received, where the row says so; null where it leaves that to the promise of today. */
export function readPromise({ cell, number, read }: RowCells): LoopFacts["promise"] | null {
  if (cell("answer_within") === "" && cell("acknowledge_within") === "" && cell("jurisdiction") === "")
    return null;
  const found = read(ClockPromiseInput, {
    acknowledgeWithin: number("acknowledge_within"),
    answerWithin: number("answer_within"),
    jurisdiction: cell("jurisdiction") || usualPromise.jurisdiction,
  });
  if (!found) return null;
  const { acknowledgeWithin, answerWithin, jurisdiction } = found;
  return { acknowledgeWithin, answerWithin, jurisdiction };
}

/** The stop of the clock in a row; null with what is wrong among its problems. */
export function readPause({ cell, problems }: RowCells, today: string): Pause | null {
  const [from, to] = [cell("paused_from"), cell("paused_to") || null];
  const isDay = (text: string | null) => z.iso.date().safeParse(text).success;
  const reason = PauseInput.safeParse({ reason: cell("pause_reason") });
  if (!isDay(from) || from > today)
    problems.push("paused_from: give the day the clock stopped, not in the future.");
  if (to !== null && (!isDay(to) || to < from || to > today))
    problems.push("paused_to: give the day the clock went on, or nothing while it stands.");
  if (!reason.success) problems.push(`pause_reason: ${reason.error.issues[0]!.message}`);
  return reason.success ? { from, to, reason: reason.data.reason } : null;
}

/** Why these stops do not fit the loop: they lie between reception and the first answer, one after the other. */
export function pausesProblem(
  pauses: readonly Pause[],
  receivedOn: string,
  firstAnswerOn: string | undefined,
): string | undefined {
  let last = receivedOn;
  for (const { from, to } of pauses) {
    if (from < last) return "paused_from: the clock stops after it was received, and once at a time.";
    if (to === null && (firstAnswerOn !== undefined || from !== pauses.at(-1)!.from))
      return "paused_to: only the last stop of what is not answered still stands.";
    last = to ?? from;
  }
  return firstAnswerOn !== undefined && last > firstAnswerOn && pauses.length > 0
    ? "paused_to: the clock stops for good with the first answer, so no stop lasts longer."
    : undefined;
}
