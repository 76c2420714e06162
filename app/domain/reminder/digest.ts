import { addDays, daysBetween } from "../dates/days.ts";
import type { DueItem } from "./due-items.ts";

/** The Monday of the week of a day: a digest is named after it, so that each week has one, whatever the clock does. */
export function weekOf(day: string): string {
  // 5 January 1970 was a Monday.
  const since = daysBetween("1970-01-05", day);
  return addDays(day, -(((since % 7) + 7) % 7));
}

export type Choice = { digest: "weekly" | "never"; quietOn: readonly string[] };

/** Whether a digest may be queued today. On a quiet day it waits for the next day that is none. */
export function wantsDigest({ digest, quietOn }: Choice, today: string): boolean {
  return digest === "weekly" && !quietOn.includes(today);
}

const most = 20;

/** The week's digest as a plain-text mail. @param origin `https://kept.example` */
export function digestMail(facts: {
  organisation: string;
  slug: string;
  origin: string;
  items: readonly DueItem[];
}): { subject: string; text: string } {
  const { organisation, slug, origin, items } = facts;
  const lines = items
    .slice(0, most)
    .map(({ title, because, href }) => `- ${title}\n  ${because}\n  ${origin}${href}`);
  const more = items.length > most ? `\nAnd ${items.length - most} more.\n` : "";
  const count = items.length === 1 ? "1 thing is" : `${items.length} things are`;
  return {
    subject: `${organisation}: ${count} due`,
    text: `${count[0]!.toUpperCase()}${count.slice(1)} due or nearly due at ${organisation}.

${lines.join("\n\n")}
${more}
All of it, and how to stop these letters or keep days quiet:

${origin}/o/${slug}/reminders
`,
  };
}
