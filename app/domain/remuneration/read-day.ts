import { parseDay } from "../dates/days.ts";

/**
 * A date as spreadsheets in Britain write it: 2026-03-31, 31/03/2026 or 31.3.2026, with or without a time after it. Day first,
 * never month first: 03/31/2026 is refused, not turned round.
 * @returns ISO date
 * @throws RangeError with a sentence that quotes the text
 */
export function readDay(written: string): string {
  const text = written.trim().replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, "");
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!british) return parseDay(text).toString();
  const [, day = "", month = "", year = ""] = british;
  try {
    return parseDay(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`).toString();
  } catch {
    throw new RangeError(
      `“${written.slice(0, 30)}” is not a date. Write the day first, such as 31/03/2026, or 2026-03-31.`,
    );
  }
}
