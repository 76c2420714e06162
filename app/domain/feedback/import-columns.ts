import type { z } from "zod";
import { readDay } from "../remuneration/read-day.ts";
import { restoreFormula } from "../spreadsheet/cell.ts";

/**
 * The columns of the spreadsheet, in the order in which they are exported; the same file can be brought in again. One row for each
 * thing that was said, with the answer that stands and its latest report. What came before has a row of its own: `row` says what the
 * row is, `loop` which rows belong together, `answer_number` which answer it is or tells of, 1 being the first.
 */
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
  "told_of",
  "acknowledged_on",
  "why_revised",
  "taken_back_on",
  "loop",
  "row",
  "answer_number",
  "acknowledge_within",
  "answer_within",
  "jurisdiction",
  "paused_from",
  "paused_to",
  "pause_reason",
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** What a row is. An empty cell is `said`. */
export const rowKinds = ["said", "earlier-answer", "report", "pause"] as const;

const dayColumns: readonly ImportColumn[] = [
  "held_on",
  "said_on",
  "received_on",
  "answered_on",
  "since",
  "by",
  "told_on",
  "acknowledged_on",
  "taken_back_on",
  "paused_from",
  "paused_to",
];

/** Where they are empty, `held_on` stands for them. */
const takenOver: readonly string[] = ["said_on", "received_on"];

const required: readonly ImportColumn[] = ["source_kind", "source_title", "held_on", "words", "people"];

/** Columns that a file lacks and cannot do without. */
export function missingColumns(found: readonly string[]): ImportColumn[] {
  return required.filter((column) => !found.includes(column));
}

export type Cells = Readonly<Record<string, string>>;

/** Reads the cells of one row. Every problem is a sentence that names the column. */
export function cellsOf(cells: Cells) {
  const problems: string[] = [];
  const cell = (column: ImportColumn): string => {
    const text = restoreFormula(cells[column] ?? "").trim();
    return dayColumns.includes(column) ? isoDay(text) : text;
  };
  return {
    problems,
    cell,
    number: (column: ImportColumn) => (cell(column) === "" ? undefined : Number(cell(column))),
    read: <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> | null => {
      const result = schema.safeParse(value);
      if (result.success) return result.data;
      const named = new Set<string>();
      for (const { path, message } of result.error.issues) {
        const column = columnOf(String(path[0] ?? ""));
        // One sentence for each column, and none for a day that is taken over from another column.
        if (named.has(column) || (takenOver.includes(column) && cell(column as ImportColumn) === ""))
          continue;
        named.add(column);
        problems.push(`${column}: ${message}`);
      }
      return null;
    },
  };
}
export type RowCells = ReturnType<typeof cellsOf>;

/** A day as people write it, 31/03/2026 too, as an ISO date; what is no day stays as it is, to be refused by name. */
function isoDay(text: string): string {
  if (text === "") return "";
  try {
    return readDay(text);
  } catch {
    return text;
  }
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
  acknowledgeWithin: "acknowledge_within",
  answerWithin: "answer_within",
  on: "told_on",
  of: "told_of",
};

function columnOf(field: string): string {
  return columns[field] ?? field;
}
