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

/** What a file cannot do without. */
export const neededColumns: readonly ImportColumn[] = [
  "source_kind",
  "source_title",
  "held_on",
  "words",
  "people",
];

/** Columns that a file lacks and cannot do without. */
export function missingColumns(found: readonly string[]): ImportColumn[] {
  return neededColumns.filter((column) => !found.includes(column));
}
