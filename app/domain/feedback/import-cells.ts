import type { z } from "zod";
import { readDay } from "../remuneration/read-day.ts";
import { restoreFormula } from "../spreadsheet/cell.ts";
import type { ImportColumn } from "./import-columns.ts";
import { choiceIn, choicesOf } from "./import-headings.ts";

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

/** Where they are empty, another column stands for them: `held_on` for the days, `people` for how many there were to tell. */
const takenOver: readonly string[] = ["said_on", "received_on", "told_of"];

export type Cells = Readonly<Record<string, string>>;

/** Reads the cells of one row. Every problem is a sentence that names the column. */
export function cellsOf(cells: Cells) {
  const problems: string[] = [];
  const cell = (column: ImportColumn): string => {
    const text = restoreFormula(cells[column] ?? "").trim();
    return dayColumns.includes(column) ? isoDay(text) : choiceIn(column, text);
  };
  return {
    problems,
    cell,
    number: (column: ImportColumn) => (cell(column) === "" ? undefined : Number(cell(column))),
    /** @param asked the column of a field whose name stands for another column elsewhere */
    read: <Schema extends z.ZodType>(
      schema: Schema,
      value: unknown,
      asked: Record<string, ImportColumn> = {},
    ): z.output<Schema> | null => {
      const result = schema.safeParse(value);
      if (result.success) return result.data;
      const named = new Set<string>();
      for (const { path, message } of result.error.issues) {
        const field = String(path[0] ?? "");
        const column = asked[field] ?? columnOf(field);
        // One sentence for each column, and none for a day that is taken over from another column.
        if (named.has(column) || (takenOver.includes(column) && cell(column) === "")) continue;
        named.add(column);
        problems.push(`${column}: ${[message, choicesOf(column)].filter(Boolean).join(" ")}`);
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

/** The columns of fields that are named otherwise in the schemas; all others are named alike. */
const columns: Record<string, ImportColumn> = {
  inTheirWords: "in_their_words",
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

function columnOf(field: string): ImportColumn {
  return columns[field] ?? (field as ImportColumn);
}
