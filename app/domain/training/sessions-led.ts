import { addMonths } from "../dates/days.ts";
import { currentTopics } from "./coverage.ts";
import { writtenDay } from "../dates/written-day.ts";
import type { Completion, Course } from "./training.ts";

/** One facilitator at one session; a session with three who lead it stands here three times. */
export type Led = { facilitatorId: string; sessionId: string; heldOn: string };

/**
 * Sessions of the last twelve months with somebody named who led them, and in how many of those everybody's training on racism
 * was in date on the day itself. A session whose facilitator trained a week later was led without.
 * @param led sessions that were not called off; `heldOn` and `today` ISO dates
 */
export function ledByTrained(
  led: readonly Led[],
  courses: readonly Course[],
  completions: readonly Completion[],
  today: string,
): { trained: number; of: number } {
  const from = addMonths(today, -12);
  const lastYear = led.filter(({ heldOn }) => heldOn > from && heldOn <= today);
  const all = new Set(lastYear.map(({ sessionId }) => sessionId));
  const untrained = new Set(
    lastYear
      .filter(
        ({ facilitatorId, heldOn }) =>
          !currentTopics({ id: facilitatorId }, courses, completions, heldOn).has("racism"),
      )
      .map(({ sessionId }) => sessionId),
  );
  return { trained: all.size - untrained.size, of: all.size };
}

/**
 * Why somebody cannot have left on a day, or undefined: whoever led a session was there.
 * @param led the days of the sessions that they lead and that were not called off; ISO dates, like `leftOn` and `today`
 */
export function refuseLeaving(led: readonly string[], leftOn: string, today: string): string | undefined {
  const last = led
    .filter((heldOn) => heldOn <= today)
    .sort()
    .at(-1);
  if (!last || last <= leftOn) return undefined;
  return `They led a session on ${writtenDay(last)}. Give that day or a later one.`;
}
