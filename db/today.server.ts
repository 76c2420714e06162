import { londonDay } from "#app/domain/dates/days.ts";

/** Today in London as an ISO date. The one place that asks the clock for it; rules get it as an argument. */
export function londonToday(): string {
  return londonDay(new Date().toISOString());
}
