import { z } from "zod";
import { TRADITIONS } from "../calendar/index.ts";
import { readDay } from "../remuneration/read-day.ts";
import { type Topic, topics } from "./topics.ts";

/** More days than a year has are a mistake. Somebody who keeps every Sabbath has some seventy. */
const mostQuietDays = 366;

export const channels = ["weekly", "at-once", "never"] as const;
export type Channel = (typeof channels)[number];

function notADay(input: unknown): string {
  const written = typeof input === "string" ? `“${input.slice(0, 30)}” is not a date. ` : "";
  return `${written}Write each day as year-month-day, such as 2026-03-31, one to a line.`;
}

const looksLikeDays = /^\d[\d-]*(?:\s+\d[\d-]*)*$/;

/** Days may stand in one line too. A line of other words is one mistake, not one for each word. */
const quietList = (text: string): string[] => {
  const lines = text.split(/[\n,;]+/).map((line) => line.trim());
  const days = lines.flatMap((line) => (looksLikeDays.test(line) ? line.split(/\s+/) : line));
  return [...new Set(days.filter(Boolean).map(asWritten))].sort();
};

/** 25/12/2026 and 25 December 2026 are days as well. What is none stays as it was typed. */
function asWritten(day: string): string {
  try {
    return /[/.a-z]/i.test(day) ? readDay(day) : day;
  } catch {
    return day;
  }
}

/** What a person chose. Quiet days are written one to a line. `about` are the topics that they ticked. */
export const ChoiceInput = z
  .object({
    digest: z.enum(channels, "Choose how you want to hear of it."),
    weekday: z
      .number("Choose a day of the week.")
      .int("Choose a day of the week.")
      .min(1, "Choose a day of the week.")
      .max(7, "Choose a day of the week.")
      .default(1),
    about: z.array(z.enum(topics, "Choose from the list.")).default([]),
    quietOn: z
      .string()
      .default("")
      .transform(quietList)
      .pipe(
        z
          .array(z.iso.date({ error: ({ input }) => notADay(input) }))
          .max(mostQuietDays, `Give at most ${mostQuietDays} days.`),
      ),
  })
  .transform(({ about, ...rest }) => ({
    ...rest,
    // A topic that comes later is heard of until somebody says otherwise.
    without: topics.filter((topic): topic is Topic => !about.includes(topic)),
  }));
export type ChoiceInput = z.output<typeof ChoiceInput>;

/** Asks for the days of a tradition; the rest of the form comes along as it was typed. Nothing of it is kept. */
export const AddDays = z.object({
  tradition: z.enum(TRADITIONS as [string, ...string[]], "Choose whose days to add."),
  digest: z.string().default(""),
  weekday: z.string().default(""),
  about: z.array(z.string()).default([]),
  quietOn: z.string().default(""),
});

/** The list as typed with more days in it, in order and each once. */
export function withDays(typed: string, more: readonly string[]): string {
  return [...new Set([...quietList(typed), ...more])].sort().join("\n");
}
