import ICAL from "ical.js";
import { type Day } from "../calendar/days.ts";
import { type FileTime, readTime } from "./file-time.ts";
import { type Recurrence } from "./recurrence.ts";

/**
 * A rule of repetition (RRULE) as calendar files write it.
 * @param lastDay the last day on which it may fall, from its end
 * @throws RangeError naming `rrule` when it cannot be read or repeats within a day
 */
export function readRule(text: string, lastDay: (until: FileTime) => Day): Recurrence {
  const rule = parse(text);
  const { freq, parts } = rule;
  if (freq !== "DAILY" && freq !== "WEEKLY" && freq !== "MONTHLY" && freq !== "YEARLY")
    throw new RangeError("rrule: it repeats within a day, which no meeting does.");
  const numbers = (name: string) => ((parts as Record<string, unknown[]>)[name] ?? []).map(Number);
  const until = /(?:^|;)UNTIL=([^;]*)/i.exec(text)?.[1];
  return {
    freq,
    interval: rule.interval,
    ...(rule.count ? { count: rule.count } : {}),
    ...(until ? { until: lastDay(readTime(until, "rrule")) } : {}),
    months: numbers("BYMONTH"),
    monthDays: numbers("BYMONTHDAY"),
    yearDays: numbers("BYYEARDAY"),
    weeks: numbers("BYWEEKNO"),
    positions: numbers("BYSETPOS"),
    weekdays: (parts.BYDAY ?? []).map(weekdayOfRule),
    weekStart: (rule.wkst ?? 2) - 1,
  };
}

function parse(text: string): ICAL.Recur {
  try {
    // Its end is read apart: programs write it in more ways than the library takes.
    return ICAL.Recur.fromString(text.replace(/(^|;)UNTIL=[^;]*/gi, "").replace(/^;|;$/g, ""));
  } catch {
    throw new RangeError("rrule: its rule of repetition cannot be read.");
  }
}

const NAMES = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

function weekdayOfRule(text: unknown): { nth: number; weekday: number } {
  const found = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(String(text));
  if (!found) throw new RangeError("rrule: its day of the week cannot be read.");
  return { nth: Number(found[1] ?? 0), weekday: NAMES.indexOf(found[2]!) + 1 };
}
