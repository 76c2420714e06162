import { MeasureContent, type Status } from "../commitment/public.ts";
import { writtenDay } from "../dates/written-day.ts";
import { amount } from "../publishing/amount.ts";
import { targetWords } from "../publishing/differences-measure.ts";
import { statusWords } from "../publishing/differences-status.ts";
import type { Publishable } from "../publishing/publishable.ts";

export type SeenRow = { subject: string; label: string; on: string; says: string };

/** What a reviewer signs for, in words: one row for each thing that is meant for the public. */
export function seenRows(items: readonly Publishable[]): SeenRow[] {
  const units = new Map(
    items.flatMap(({ kind, subject, content }) =>
      kind === "measure" ? [[subject.slice("measure:".length), String(content.unit)]] : [],
    ),
  );
  return items.map((item, index) => ({
    subject: `${item.subject}-${index}`,
    label: item.label,
    on: item.effectiveOn,
    says: words(item, units),
  }));
}

function words({ kind, content }: Publishable, units: ReadonlyMap<string, string>): string {
  const text = (name: string) => (typeof content[name] === "string" ? content[name] : "");
  switch (kind) {
    case "commitment":
      return `${text("what")} For: ${text("forWhom")}. Answers for it: ${text("answerable")}. Due on ${writtenDay(text("dueOn"))}.`;
    case "status":
      return `${statusWords[text("status") as Status]}. ${text("reason")}`;
    case "measure": {
      const measure = MeasureContent.parse(content);
      return `${measure.retired ? "No longer measured. " : ""}Target: ${targetWords(measure)}.`;
    }
    case "reading":
      return typeof content.value === "number"
        ? amount(content.value, units.get(text("measure")) ?? "")
        : "The figure could not be told.";
    case "milestone":
      return `${text("title")}, due on ${writtenDay(text("dueOn"))}${text("metOn") ? `, met on ${writtenDay(text("metOn"))}` : ""}${content.dropped ? ", given up" : ""}.`;
    case "update":
      return `${text("title")}. ${text("text")}`;
    default:
      return text("title");
  }
}
