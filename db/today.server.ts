import { londonDay } from "#app/domain/dates/days.ts";

/** Today in London as an ISO date, for operations whose caller names no day. Rules get it as an argument. */
export function londonToday(): string {
  return londonDay(new Date().toISOString());
}
