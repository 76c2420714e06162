import { AuditRoundContent } from "../audit/public.ts";
import { writtenDay } from "../dates/written-day.ts";
import { formatPence } from "../money/format.ts";
import { sentenceCase } from "../sentence-case.ts";
import { auditWords } from "./audit-words.ts";

/** A name and what stands under it, as somebody reads it aloud. */
export type ContentLine = { name: string; says: string };

const isDay = /^\d{4}-\d{2}-\d{2}$/;
const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$|^[0-9a-f]{64}$/i;
/** A word of a closed list, such as `we-are-doing`. */
const isCode = /^[a-z]+(-[a-z]+)+$/;

/** What one change would publish, in words. */
export function publishedWords({ kind, content }: { kind: string; content: unknown }): ContentLine[] {
  const round = kind === "audit-round" ? AuditRoundContent.safeParse(content) : undefined;
  return round?.success ? auditWords(round.data) : contentWords(content);
}

/**
 * Everything that the content of an entry says, for a reader: a line for each of its words and figures, in their order. What
 * says nothing (empty fields, ids, fingerprints) is left out; nothing else is.
 */
export function contentWords(content: unknown, names: readonly string[] = []): ContentLine[] {
  if (content === null || content === undefined || content === "") return [];
  if (Array.isArray(content)) {
    if (content.every((one) => typeof one !== "object"))
      return content.length > 0
        ? [{ name: nameOf(names), says: content.map((one) => said(one)).join(", ") }]
        : [];
    return content.flatMap((one, index) =>
      contentWords(
        one,
        content.length > 1 ? [...names.slice(0, -1), `${names.at(-1) ?? ""} ${index + 1}`] : names,
      ),
    );
  }
  if (typeof content === "object")
    return Object.entries(content).flatMap(([name, value]) =>
      typeof value === "number" && /pence$/i.test(name)
        ? [{ name: nameOf([...names, inWords(name)]), says: formatPence(value) }]
        : contentWords(value, [...names, inWords(name)]),
    );
  if (typeof content === "string" && isId.test(content)) return [];
  return [{ name: nameOf(names), says: said(content) }];
}

function nameOf(names: readonly string[]): string {
  return sentenceCase(names.join(", ").trim());
}

/** `answeredOn` is “answered on”, `closes-on` is “closes on”. */
function inWords(name: string): string {
  return name
    .replace(/Pence$/, "")
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[-_]/g, " ")
    .toLowerCase();
}

function said(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = String(value);
  if (isDay.test(text)) return writtenDay(text);
  if (typeof value === "string" && isCode.test(text)) return text.replace(/-/g, " ");
  return text;
}
