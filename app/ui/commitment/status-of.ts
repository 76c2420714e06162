import type { Status, UpdateKind } from "#app/domain/commitment/public.ts";
import { isOpen } from "#app/domain/commitment/transitions.ts";
import { formatDue } from "../format.ts";
import type { MarkKind } from "../marks/mark-kinds.ts";

const marks: Record<Status, MarkKind> = {
  planned: "planned",
  "under-way": "under-way",
  stalled: "stalled",
  "did-not-work": "tried",
  done: "done-claimed",
  dropped: "dropped",
};

/** The mark of a commitment in the workspace, where “done” is our claim. */
export function markOf(status: Status): { kind: MarkKind; word?: string } {
  return status === "done" ? { kind: marks.done, word: "Done, we say" } : { kind: marks[status] };
}

/** A second mark when it is late; undefined when it is not. */
export function lateMark(
  { status, dueOn }: { status: Status; dueOn: string },
  today: string,
): { kind: MarkKind; word: string } | undefined {
  return isOpen(status) && dueOn < today ? { kind: "overdue", word: formatDue(dueOn, today) } : undefined;
}

export const updateMarks: Record<UpdateKind, MarkKind> = {
  progress: "progress",
  setback: "setback",
  learning: "learning",
  "change-of-course": "course-changed",
};

export const updateKindNames: Record<UpdateKind, { label: string; hint: string }> = {
  progress: { label: "Progress", hint: "Something moved forward." },
  setback: { label: "Setback", hint: "Something went wrong or went backwards. Honest setbacks earn trust." },
  learning: { label: "Learning", hint: "Something we now understand that we did not before." },
  "change-of-course": { label: "Change of course", hint: "We will go about it in another way." },
};
