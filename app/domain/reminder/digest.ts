import { countOf } from "../counted.ts";
import { sentenceCase } from "../sentence-case.ts";
import { addDays, daysBetween } from "../dates/days.ts";
import type { Channel } from "./choice-input.ts";
import type { DueItem } from "./due-items.ts";

/** The Monday of the week of a day: a digest is named after it, so that each week has one, whatever the clock does. */
export function weekOf(day: string): string {
  // 5 January 1970 was a Monday.
  const since = daysBetween("1970-01-05", day);
  return addDays(day, -(((since % 7) + 7) % 7));
}

/** `weekday` is 1 for Monday to 7 for Sunday; `without` are topics of which somebody wants to hear nothing. */
export type Choice = {
  digest: Channel;
  weekday: number;
  without: readonly string[];
  quietOn: readonly string[];
};

const most = 20;

/** What is due as a plain-text mail. @param origin `https://kept.example` @param stopUrl stops these letters without signing in */
export function digestMail(facts: {
  organisation: string;
  slug: string;
  origin: string;
  stopUrl: string;
  items: readonly DueItem[];
}): { subject: string; text: string } {
  const { organisation, slug, origin, stopUrl, items } = facts;
  const lines = items
    .slice(0, most)
    .map(({ title, because, href }) => `- ${title}\n  ${because}\n  ${origin}${href}`);
  const more = items.length > most ? `\nAnd ${items.length - most} more.\n` : "";
  const count = countOf(items.length, "thing is", "things are");
  return {
    subject: `${organisation}: ${count} due`,
    text: `${sentenceCase(count)} due or nearly due at ${organisation}.

${lines.join("\n\n")}
${more}
All of it, and what you hear of, how often, and on which days not:

${origin}/o/${slug}/reminders

Stop these letters, without signing in:

${stopUrl}
`,
  };
}
