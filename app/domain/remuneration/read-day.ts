import { addDays, parseDay } from "../dates/days.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Spreadsheets count days from 30 December 1899; these are 1990 to 2100. */
const FIRST_SERIAL = 32_874;
const LAST_SERIAL = 73_415;

/**
 * A date as spreadsheets and finance systems in Britain write it: 2026-03-31, 20260331, 31/03/2026, 31.3.26, 31 Mar 2026, or
 * the number of days that a spreadsheet keeps (46112), with or without a time after it. Day first, never month first:
 * 03/31/2026 is refused, not turned round.
 * @returns ISO date
 * @throws RangeError with a sentence that quotes the text
 */
export function readDay(written: string): string {
  const text = written
    .normalize("NFKC")
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?Z?$/i, "")
    .trim();
  if (text === "") throw new RangeError("“” is not a date: it is empty. Write the day, such as 31/03/2026.");
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text);
  if (serial && Number(serial[1]) >= FIRST_SERIAL && Number(serial[1]) <= LAST_SERIAL)
    return addDays("1899-12-30", Number(serial[1]));
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
  const named = /^(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ ,-]+(\d{4}|\d{2})$/i.exec(text);
  const parts = packed
    ? [packed[3]!, packed[2]!, packed[1]!]
    : british
      ? british.slice(1)
      : named
        ? [named[1]!, String(months.indexOf(named[2]!.toLowerCase()) + 1), named[3]!]
        : undefined;
  if (!parts) return parseDay(text).toString();
  const [day = "", month = "", year = ""] = parts;
  try {
    return parseDay(
      `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
    ).toString();
  } catch {
    throw new RangeError(
      `“${written.slice(0, 30)}” is not a date. Write the day first, such as 31/03/2026, or 2026-03-31.`,
    );
  }
}
