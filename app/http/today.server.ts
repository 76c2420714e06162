import { londonDay } from "#app/domain/dates/days.ts";

/** Today in London as an ISO date: what loaders hand to rules, which have no clock. */
export function today(): string {
  return londonDay(new Date().toISOString());
}
