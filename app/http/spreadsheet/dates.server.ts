import { attribute, decoded, elements, firstElement } from "./xml.server.ts";

const DAY = 86_400_000;
/** Day 0 for the days after February 1900, which Excel believes had 29 days. */
const DAY_NOUGHT = Date.UTC(1899, 11, 30);
const LAST_DAY = 2_958_465;

/** Number formats built into Excel that show a date; those of times alone are not among them. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/**
 * The cell styles that show a number as a date, by their place in the list: a sheet keeps a date as a number of days, and
 * without its style 15 May 2026 reads as 46,157 of whatever is counted.
 */
export function dateStyles(xml: string, prefix: string): ReadonlySet<string> {
  const custom = new Set<string>();
  for (const { facts } of elements(xml, `${prefix}numFmt`)) {
    const code = decoded(attribute(facts, "formatCode") ?? "").replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "");
    if (/[dy]/i.test(code)) custom.add(attribute(facts, "numFmtId") ?? "");
  }
  const found = new Set<string>();
  const formats = firstElement(xml, `${prefix}cellXfs`)?.inside ?? "";
  let place = 0;
  for (const { facts } of elements(formats, `${prefix}xf`)) {
    const id = attribute(facts, "numFmtId") ?? "0";
    if (isBuiltInDate(Number(id)) || custom.has(id)) found.add(String(place));
    place += 1;
  }
  return found;
}

/** A number of days as an ISO date; anything else as it stands. */
export function dateOfDays(value: string): string {
  const days = Math.floor(Number(value));
  if (value.trim() === "" || !(days > 60 && days <= LAST_DAY)) return value;
  return new Date(DAY_NOUGHT + days * DAY).toISOString().slice(0, 10);
}
