import { countOf } from "#app/domain/counted.ts";
import type { LoopState } from "#app/domain/feedback/loop.ts";
import type { LoopView } from "#app/domain/feedback/view.ts";
import { formatDate } from "../format.ts";
import type { MarkKind } from "../marks/mark-kinds.ts";

const marks: Record<LoopState, { kind: MarkKind; word: string }> = {
  open: { kind: "planned", word: "No answer yet" },
  answered: { kind: "stalled", word: "Answered, but nobody was told" },
  closed: { kind: "done-claimed", word: "Reported back" },
  agreed: { kind: "agreed", word: "People agree" },
  disputed: { kind: "disputed", word: "People disagree" },
};

/** Where a loop stands, as a mark: how late it is comes before anything but what people say. */
export function loopMark(view: Pick<LoopView, "state" | "due" | "stepLate">): {
  kind: MarkKind;
  word: string;
} {
  const { state, due, stepLate } = view;
  if (due.state === "overdue")
    return { kind: "overdue", word: `No answer, ${countOf(due.workingDaysLate, "working day")} late` };
  if (state === "disputed") return marks.disputed;
  if (stepLate) return { kind: "overdue", word: "The next step is late" };
  if (due.state === "paused") return { kind: "stalled", word: "The clock is stopped" };
  return marks[state];
}

/** “Due 15 April 2026”, “due 15 April 2026, 3 working days left”, “answered 4 working days late”. */
export function dueWords({ due }: Pick<LoopView, "due">): string {
  const late = due.workingDaysLate;
  if (due.state === "answered")
    return late > 0 ? `Answered ${countOf(late, "working day")} late` : "Answered in time";
  if (due.state === "overdue") return `Was due on ${formatDate(due.answerBy)}`;
  const left = -late;
  return due.state === "nearly-due"
    ? `Due on ${formatDate(due.answerBy)}: ${left === 0 ? "today" : `${countOf(left, "working day")} left`}`
    : `Due on ${formatDate(due.answerBy)}`;
}

/** A number of people as it may be published. */
export function peopleWords(count: number | null): string {
  return count === null ? "fewer than 8 people" : `about ${count} people`;
}
