import type { MarkKind } from "../marks/mark-kinds.ts";

export type SegmentStyle = "under-way" | "stalled" | "overdue" | "done";

/** A stretch of a thread between two ISO dates. */
export type Segment = { from: string; to: string; style: SegmentStyle };

/** Something that happened on an ISO date; `label` is the sentence for the table: "Target lowered from 40% to 30%". */
export type LaneMark = { on: string; kind: MarkKind; label: string };

/** One commitment as a thread against time. */
export type Lane = {
  id: string;
  title: string;
  href: string;
  segments: Segment[];
  marks: LaneMark[];
  /** ISO date promised for the end, drawn as a tick across the thread. */
  dueOn?: string;
  /** Where it stands now, shown under its name. */
  status?: { kind: MarkKind; word?: string };
};
