import { parseDay } from "./days.ts";
import { monthNames } from "./month-names.ts";

/** `2026-03-31` as “31 March 2026”: the same words on every page, in every feed and whatever the machine's locale. */
export function writtenDay(iso: string): string {
  const day = parseDay(iso);
  return `${day.day} ${monthNames[day.month - 1]} ${day.year}`;
}

/** `2026-03-31` as “March 2026”. */
export function writtenMonth(iso: string): string {
  const day = parseDay(iso);
  return `${monthNames[day.month - 1]} ${day.year}`;
}
