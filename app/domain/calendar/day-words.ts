import { DAY_MS, type Day } from "./days.ts";

const words = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** "Friday 19 February 2027": a day as people say it. */
export const dayInWords = (day: Day): string => words.format(new Date(day * DAY_MS)).replace(",", "");
