import { daysBetween } from "../dates/days.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** "2026-02-25" → "25 February". */
const inWords = (iso: string): string => `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]}`;

/** ISO dates → "25 February and 27 February", or "25 February to 28 February" when three or more follow one another. */
export function formatDays(days: readonly string[]): string {
  const sorted = [...new Set(days)].sort();
  const [first, last] = [sorted[0] ?? "", sorted.at(-1) ?? ""];
  if (sorted.length > 2 && daysBetween(first, last) === sorted.length - 1)
    return `${inWords(first)} to ${inWords(last)}`;
  const words = sorted.map(inWords);
  return words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : (words[0] ?? "");
}
