import { writtenDay } from "../dates/written-day.ts";
import { statuses, type Status } from "./public.ts";
import { statusWords } from "./transitions.ts";

/** What can happen to a commitment in the workspace. The sentence ends what begins with who did it. */
export const historySentences = {
  adopted: "wrote this promise",
  revised: "changed the promise",
  "status-changed": "changed the status",
  "measure-added": "added a measure",
  "measure-revised": "changed a measure",
  "reading-recorded": "recorded a reading",
  "reading-corrected": "corrected a reading",
  "milestone-added": "added a milestone",
  "milestone-revised": "changed a milestone",
  "update-written": "wrote an update",
  "update-revised": "changed an update",
  "evidence-added": "added evidence",
  "evidence-shared": "chose to show evidence to the public",
} as const;

export type HistoryKind = keyof typeof historySentences;

export type FieldChange = { field: string; was: string; now: string };

const notShown = new Set([
  "id",
  "organisationId",
  "commitmentId",
  "measureId",
  "version",
  "createdAt",
  "recordedAt",
  "changeReason",
  "changedOn",
  "addedOn",
  "createdBy",
  "readingId",
]);

const fieldWords: Record<string, string> = {
  title: "Title",
  what: "What we promise",
  why: "Why",
  answerable: "Who answers for it",
  answerableName: "Named person",
  forWhom: "Who it is for",
  startOn: "Start",
  dueOn: "Due",
  statusOn: "Status since",
  status: "Status",
  recommendations: "Recommendations",
  unit: "Unit",
  direction: "Which way is better",
  baselineValue: "Baseline",
  baselineOn: "Day of the baseline",
  targetValue: "Target",
  targetBy: "Target by",
  indicator: "Worked out by",
  retired: "No longer measured",
  readOn: "Day",
  value: "Figure",
  numerator: "Count",
  denominator: "Out of",
  note: "Note",
  metOn: "Met on",
  dropped: "Given up",
  kind: "Kind",
  text: "Text",
  effectiveOn: "Happened on",
  contentNote: "Content note",
  shared: "Shown to the public",
};

/** The fields of two stored rows that differ, in words; what was not there before is “nothing”. */
export function changedFields(
  before: Record<string, unknown> | null,
  after: Record<string, unknown>,
): FieldChange[] {
  if (!before) return [];
  return Object.keys(after)
    .filter((field) => !notShown.has(field) && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({
      field: fieldWords[field] ?? field,
      was: inWords(before[field]),
      now: inWords(after[field]),
    }));
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "nothing";
  if (isStatus(value)) return statusWords[value];
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return writtenDay(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "nothing" : value.map(inWords).join(", ");
  return String(value);
}

function isStatus(value: unknown): value is Status {
  return statuses.some((status) => status === value);
}
