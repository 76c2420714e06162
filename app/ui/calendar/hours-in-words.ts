import { formatInstant } from "../format.ts";

/** "From 20 March 2026, 18:13 to 21 March 2026, 18:15. ", or nothing for whole civil days: the date says it. */
export function hoursInWords(start: string, end: string): string {
  const [from, to] = [formatInstant(start), formatInstant(end)];
  return from.endsWith("00:00") && to.endsWith("00:00") ? "" : `From ${from} to ${to}. `;
}
