import { Temporal } from "temporal-polyfill";
import { addDays, homeZone, londonDay, parseDay } from "../dates/days.ts";
import { type Choice, weekOf } from "./digest.ts";

/** No letter goes before this hour in London, summer and winter. */
export const letterHour = 8;

const londonHour = (now: string) => Temporal.Instant.from(now).toZonedDateTimeISO(homeZone).hour;

/** Whether a letter may go to somebody now: by day, and on no day that they keep quiet. @param now ISO instant */
export function mayWrite({ quietOn }: Pick<Choice, "quietOn">, now: string): boolean {
  return londonHour(now) >= letterHour && !quietOn.includes(londonDay(now));
}

/** The week (its Monday) of the last letter day whose hour has struck. @param weekday 1 is Monday, 7 Sunday */
export function letterWeek(weekday: number, now: string): string {
  const today = londonDay(now);
  const day = londonHour(now) >= letterHour ? today : addDays(today, -1);
  return weekOf(addDays(day, -((parseDay(day).dayOfWeek - weekday + 7) % 7)));
}

/**
 * The week to note for somebody about whom no letter was thought yet, so that the first goes on the day they chose, or the first
 * day after it that is not quiet; undefined when it may go now, or no weekly letter is wanted.
 */
export function weekBeforeFirst(choice: Choice, now: string): string | undefined {
  if (choice.digest !== "weekly") return undefined;
  const week = letterWeek(choice.weekday, now);
  const onTheDay = parseDay(londonDay(now)).dayOfWeek === choice.weekday && londonHour(now) >= letterHour;
  if (!onTheDay) return week;
  return mayWrite(choice, now) ? undefined : addDays(week, -7);
}

/**
 * Whether the weekly letter is to be thought about now, and for which week (its Monday); undefined when it is not. A quiet day
 * or a machine that slept puts it off; it is never made up for twice.
 * @param last the week that was thought about last, null at first
 */
export function weekToWrite(choice: Choice, last: string | null, now: string): string | undefined {
  if (choice.digest !== "weekly" || !mayWrite(choice, now)) return undefined;
  const week = letterWeek(choice.weekday, now);
  // A week in the future was noted by a clock that ran ahead and has been put right.
  const ranAhead = last !== null && last > weekOf(londonDay(now));
  return last === null || last < week || ranAhead ? week : undefined;
}
