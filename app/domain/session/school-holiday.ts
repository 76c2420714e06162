import { z } from "zod";
import { day, words } from "../commitment/fields.ts";

/** Days without school where the organisation works, as it set them down. Councils differ, so nothing is built in. */
export const SchoolHoliday = z
  .object({
    name: words("Name the holiday, such as autumn half-term.", 100),
    startsOn: day("Give the first day."),
    endsOn: day("Give the last day."),
  })
  .check(({ value, issues }) => {
    if (value.endsOn < value.startsOn)
      issues.push({
        code: "custom",
        path: ["endsOn"],
        input: value,
        message: "The last day is before the first. Choose a later one.",
      });
  });
export type SchoolHoliday = z.infer<typeof SchoolHoliday>;

/** What a host should know about school from one day to another (ISO dates, both included); empty in term time. */
export function schoolHolidaysBetween(
  from: string,
  to: string,
  holidays: readonly SchoolHoliday[],
): string[] {
  return holidays
    .filter(({ startsOn, endsOn }) => startsOn <= to && from <= endsOn)
    .map(({ name }) => `${name}: schools are closed. Offer childcare or its cost, or choose a day in term.`);
}
