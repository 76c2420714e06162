import type { CommitmentView } from "#app/domain/journey/commitment-view.ts";
import type { PublicEntry } from "#app/domain/record/public-entries.ts";
import { tableOf, type Field, type Table } from "./table.ts";

/** A journey as four tables: promises, how they are measured, the figures, and every entry of the record. */
export function journeyTables(
  commitments: readonly CommitmentView[],
  entries: readonly PublicEntry[],
): Table[] {
  const measures = commitments.flatMap((commitment) => commitment.measures);
  const readings = measures.flatMap((measure) =>
    measure.readings.map((reading) => ({ ...reading, unit: measure.unit })),
  );
  return [
    tableOf("commitments", "What was promised", commitments, commitmentFields),
    tableOf("measures", "How each promise is measured", measures, measureFields),
    tableOf("readings", "Figures on the way", readings, readingFields),
    tableOf("entries", "Every entry of the public record", entries, entryFields),
  ];
}

const commitmentFields: Field<CommitmentView>[] = [
  { name: "id", type: "string", description: "Lasting id of the promise.", value: (row) => row.id },
  { name: "title", type: "string", description: "The promise in a line.", value: (row) => row.title },
  { name: "what", type: "string", description: "What was promised.", value: (row) => row.what },
  { name: "for_whom", type: "string", description: "Who it is for.", value: (row) => row.forWhom },
  {
    name: "answerable",
    type: "string",
    description: "The role that answers for it.",
    value: (row) => row.answerable,
  },
  { name: "start_on", type: "date", description: "When work begins.", value: (row) => row.startOn },
  { name: "due_on", type: "date", description: "When it is due now.", value: (row) => row.dueOn },
  {
    name: "first_due_on",
    type: "date",
    description: "When it was due as first promised.",
    value: (row) => row.firstDueOn,
  },
  {
    name: "status",
    type: "string",
    description: "planned, under-way, stalled, did-not-work, done or dropped, as the organisation says.",
    value: (row) => row.standing.status,
  },
  { name: "status_since", type: "date", description: "Since when.", value: (row) => row.standing.since },
  {
    name: "people_affected",
    type: "string",
    description: "What people affected say of a claim of done: agreed, disputed, not-asked or too-few.",
    value: (row) => row.standing.agreement,
  },
  {
    name: "days_overdue",
    type: "integer",
    description: "Days past its date, 0 when none.",
    value: (row) => row.standing.overdueDays,
  },
  {
    name: "entry",
    type: "integer",
    description: "The entry that holds it as it stands.",
    value: (row) => row.index,
  },
];

type MeasureRow = CommitmentView["measures"][number];

const measureFields: Field<MeasureRow>[] = [
  { name: "id", type: "string", description: "Lasting id of the measure.", value: (row) => row.id },
  {
    name: "commitment",
    type: "string",
    description: "The promise it belongs to.",
    value: (row) => row.commitment,
  },
  { name: "title", type: "string", description: "What is measured.", value: (row) => row.title },
  { name: "unit", type: "string", description: "In what.", value: (row) => row.unit },
  {
    name: "better",
    type: "string",
    description: "Which way is better: up or down.",
    value: (row) => row.direction,
  },
  {
    name: "baseline",
    type: "number",
    description: "Where it began.",
    value: (row) => row.baseline?.value ?? null,
  },
  {
    name: "baseline_on",
    type: "date",
    description: "When that was.",
    value: (row) => row.baseline?.on ?? null,
  },
  {
    name: "target",
    type: "number",
    description: "The target as it stands.",
    value: (row) => row.target?.value ?? null,
  },
  { name: "target_by", type: "date", description: "By when.", value: (row) => row.target?.by ?? null },
  {
    name: "first_target",
    type: "number",
    description: "The target as first set.",
    value: (row) => row.targets[0]?.target?.value ?? null,
  },
  {
    name: "retired",
    type: "boolean",
    description: "Whether it is no longer measured.",
    value: (row) => row.retired,
  },
  {
    name: "entry",
    type: "integer",
    description: "The entry that holds it as it stands.",
    value: (row) => row.index,
  },
];

const readingFields: Field<MeasureRow["readings"][number] & { unit: string }>[] = [
  { name: "id", type: "string", description: "Lasting id of the figure.", value: (row) => row.id },
  { name: "measure", type: "string", description: "The measure it belongs to.", value: (row) => row.measure },
  {
    name: "commitment",
    type: "string",
    description: "The promise it belongs to.",
    value: (row) => row.commitment,
  },
  { name: "on", type: "date", description: "The day of the figure.", value: (row) => row.on },
  {
    name: "value",
    type: "number",
    description: "The figure; empty when it could not be told.",
    value: (row) => row.value,
  },
  { name: "unit", type: "string", description: "In what.", value: (row) => row.unit },
  {
    name: "caveat",
    type: "string",
    description: "What to keep in mind.",
    value: (row) => row.caveat ?? null,
  },
  { name: "entry", type: "integer", description: "The entry that holds it.", value: (row) => row.index },
];

const entryFields: Field<PublicEntry>[] = [
  { name: "entry", type: "integer", description: "Its number, from 0.", value: (row) => row.index },
  { name: "kind", type: "string", description: "What sort of entry.", value: (row) => row.kind },
  { name: "subject", type: "string", description: "What it is about.", value: (row) => row.subject },
  { name: "effective_on", type: "date", description: "When it happened.", value: (row) => row.effectiveOn },
  {
    name: "recorded_at",
    type: "datetime",
    description: "When it was recorded.",
    value: (row) => row.recordedAt,
  },
  {
    name: "late",
    type: "boolean",
    description: "Recorded more than 30 days after it happened.",
    value: (row) => row.late,
  },
  { name: "role", type: "string", description: "In what role the author spoke.", value: (row) => row.role },
  {
    name: "title",
    type: "string",
    description: "Its title, where it has one.",
    value: ({ content }) => textIn(content, "title"),
  },
  {
    name: "reason",
    type: "string",
    description: "The reason given for a change.",
    value: (row) => row.reason,
  },
  {
    name: "withdrawn",
    type: "string",
    description: "Why its words were withdrawn; empty when they stand.",
    value: (row) => row.withdrawn?.reason ?? null,
  },
];

function textIn(content: Record<string, unknown> | null, key: string): string | null {
  const value = content?.[key];
  return typeof value === "string" ? value : null;
}
