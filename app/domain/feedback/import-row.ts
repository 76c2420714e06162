import { z } from "zod";
import { readDay } from "../remuneration/read-day.ts";
import { restoreFormula } from "../spreadsheet/cell.ts";
import { Answer } from "./answer.ts";
import { ReportBack } from "./report-back.ts";
import { SaidInput } from "./said.ts";
import { detailWarnings } from "./save-warnings.ts";
import { SourceInput } from "./source.ts";

/** The columns of the spreadsheet, in the order in which they are exported; the same file can be brought in again. */
export const importColumns = [
  "source_kind",
  "source_title",
  "held_on",
  "source_people",
  "words",
  "in_their_words",
  "by_whom",
  "people",
  "asked_for",
  "sensitivity",
  "words_use",
  "summary",
  "said_on",
  "received_on",
  "answer_kind",
  "answer_text",
  "answered_on",
  "since",
  "evidence",
  "next_step",
  "by",
  "reason",
  "told_on",
  "channels",
  "told",
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** One past loop, as far as the row tells it. */
export type ImportedLoop = {
  source: z.output<typeof SourceInput>;
  said: Omit<z.output<typeof SaidInput>, "sourceId">;
  answer: { content: Answer; on: string } | null;
  report: ReportBack | null;
};

/** `warnings` are pointed out and stop nothing; `known`: it is here already, or in a row above, and is left out. */
export type ImportResult = {
  row: number;
  loop: ImportedLoop | null;
  problems: string[];
  warnings: string[];
  known: boolean;
};

/** Columns that an export has beside those that can be brought in: what was answered before, and every report. */
export const historyColumns = ["earlier_answers", "reports"] as const;

const dayColumns: readonly ImportColumn[] = [
  "held_on",
  "said_on",
  "received_on",
  "answered_on",
  "since",
  "by",
  "told_on",
];

const required: readonly ImportColumn[] = ["source_kind", "source_title", "held_on", "words", "people"];

/** Columns that a file lacks and cannot do without. */
export function missingColumns(found: readonly string[]): ImportColumn[] {
  return required.filter((column) => !found.includes(column));
}

/**
 * Reads one row; every problem is a sentence that names the column.
 * @param row 1 for the first line below the headings, plus 1: as a spreadsheet numbers it
 */
export function readImportRow(
  cells: Readonly<Record<string, string>>,
  row: number,
  today: string,
): ImportResult {
  const cell = (column: ImportColumn) => {
    const text = restoreFormula(cells[column] ?? "").trim();
    return dayColumns.includes(column) ? isoDay(text) : text;
  };
  const number = (column: ImportColumn) => (cell(column) === "" ? undefined : Number(cell(column)));
  const problems: string[] = [];
  const read = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> | null => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const { path, message } of result.error.issues)
      problems.push(`${columnOf(String(path[0] ?? ""))}: ${message}`);
    return null;
  };

  const source = read(SourceInput, {
    kind: cell("source_kind"),
    title: cell("source_title"),
    heldOn: cell("held_on"),
    people: number("source_people") ?? number("people"),
  });
  const said = read(SaidInput, {
    // Filled in once the source is stored.
    sourceId: "00000000-0000-4000-8000-000000000000",
    words: cell("words"),
    inTheirWords: /^(yes|true|1)$/i.test(cell("in_their_words")),
    byWhom: cell("by_whom") || "not written down",
    people: number("people"),
    askedFor: cell("asked_for"),
    sensitivity: cell("sensitivity") || "careful",
    wordsUse: cell("words_use") || "not-published",
    summary: cell("summary"),
    saidOn: cell("said_on") || cell("held_on"),
    receivedOn: cell("received_on") || cell("said_on") || cell("held_on"),
  });
  const content = cell("answer_kind") ? read(Answer, answerOf(cell)) : null;
  const answeredOn = cell("answered_on");
  const report = cell("told_on")
    ? read(ReportBack, {
        on: cell("told_on"),
        channels: cell("channels")
          .split(/[;,]/)
          .map((channel) => channel.trim().toLowerCase())
          .filter(Boolean),
        told: number("told"),
        of: number("people"),
      })
    : null;
  problems.push(...orderProblems({ said, answered: cell("answer_kind") !== "", answeredOn, report, today }));
  if (source && said && said.people > source.people)
    problems.push(`people: the source names ${source.people} people. More of them cannot have said it.`);
  if (problems.length > 0 || !source || !said)
    return { row, loop: null, problems, warnings: [], known: false };
  const { sourceId: _later, ...words } = said;
  return {
    row,
    loop: { source, said: words, answer: content && { content, on: answeredOn }, report },
    problems: [],
    warnings: detailWarnings([
      source.title,
      words.words,
      words.byWhom,
      words.askedFor,
      words.summary,
      ...(content ? [content.text] : []),
      ...(content?.kind === "we-did" ? [content.evidence] : []),
      ...(content?.kind === "we-are-doing" ? [content.nextStep] : []),
    ]),
    known: false,
  };
}

/** A day as people write it, 31/03/2026 too, as an ISO date; what is no day stays as it is, to be refused by name. */
function isoDay(text: string): string {
  if (text === "") return "";
  try {
    return readDay(text);
  } catch {
    return text;
  }
}

/** By what two loops are the same: the source, the words and the day they were said. Spaces and capitals do not count. */
export function loopKey({
  source,
  said,
}: {
  source: Pick<ImportedLoop["source"], "kind" | "title" | "heldOn">;
  said: Pick<ImportedLoop["said"], "words" | "saidOn">;
}): string {
  const plain = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  return JSON.stringify([source.kind, plain(source.title), source.heldOn, plain(said.words), said.saidOn]);
}

/**
 * Marks the rows that are here already, or stand further up in the same file, with the reason among their warnings.
 * @param present keys (`loopKey`) of what the organisation holds
 */
export function markKnown(results: readonly ImportResult[], present: ReadonlySet<string>): ImportResult[] {
  const above = new Map<string, number>();
  return results.map((result) => {
    if (!result.loop) return result;
    const key = loopKey(result.loop);
    const twin = above.get(key);
    if (twin === undefined) above.set(key, result.row);
    const reason = present.has(key)
      ? "This is here already."
      : twin === undefined
        ? undefined
        : `This is the same as row ${twin}.`;
    return reason
      ? { ...result, known: true, warnings: [`${reason} It is left out.`, ...result.warnings] }
      : result;
  });
}

function answerOf(cell: (column: ImportColumn) => string) {
  return {
    kind: cell("answer_kind"),
    text: cell("answer_text"),
    since: cell("since") || cell("answered_on"),
    evidence: cell("evidence"),
    nextStep: cell("next_step"),
    by: cell("by"),
    reason: cell("reason"),
  };
}

function orderProblems({
  said,
  answered,
  answeredOn,
  report,
  today,
}: {
  said: { receivedOn: string } | null;
  answered: boolean;
  answeredOn: string;
  report: ReportBack | null;
  today: string;
}): string[] {
  const problems: string[] = [];
  if (said && said.receivedOn > today) problems.push("received_on: it cannot reach you in the future.");
  if (answered && !z.iso.date().safeParse(answeredOn).success)
    problems.push("answered_on: give the day of the answer, such as 31/03/2026 or 2026-03-31.");
  else if (answered && (answeredOn > today || (said && answeredOn < said.receivedOn)))
    problems.push("answered_on: an answer comes after what it answers, and not in the future.");
  if (report && !answered) problems.push("told_on: people were told, but the row has no answer to tell.");
  else if (report && (report.on < answeredOn || report.on > today))
    problems.push("told_on: people are told after the answer, and not in the future.");
  return problems;
}

const columns: Record<string, ImportColumn> = {
  kind: "source_kind",
  title: "source_title",
  heldOn: "held_on",
  byWhom: "by_whom",
  askedFor: "asked_for",
  wordsUse: "words_use",
  saidOn: "said_on",
  receivedOn: "received_on",
  text: "answer_text",
  nextStep: "next_step",
  on: "told_on",
};

function columnOf(field: string): string {
  return columns[field] ?? field;
}
