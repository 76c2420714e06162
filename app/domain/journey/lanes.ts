import { CommitmentContent, StatusContent, type Status } from "../commitment/public.ts";
import type { RecordState, Version } from "../record/state.ts";
import { type CommitmentView, verdictIn } from "./commitment-view.ts";
import { byText, contentOf } from "./content.ts";
import type { Mark } from "./mark.ts";
import type { Moment } from "./moment.ts";
import { isOpen } from "./standing.ts";

export type StretchStyle = "under-way" | "stalled" | "overdue" | "done";

/** A stretch of a thread between two ISO dates. */
export type Stretch = { from: string; to: string; style: StretchStyle };

/** Something on the thread: its day, its mark and the sentence for the table. */
export type LaneMoment = { on: string; mark: Mark; words: string };

/** One commitment against time. */
export type Lane = { commitment: CommitmentView; stretches: Stretch[]; moments: LaneMoment[] };

const onThread: ReadonlySet<Mark> = new Set<Mark>([
  "done-claimed",
  "agreed",
  "disputed",
  "tried",
  "dropped",
  "target-moved",
  "setback",
  "milestone",
  "course-changed",
]);

/** The journey strip. Dates that moved are not redrawn: a stretch past the date promised at the time stays overdue. */
export function lanesOf(
  state: RecordState,
  commitments: readonly CommitmentView[],
  timeline: readonly Moment[],
  today: string,
): Lane[] {
  return commitments.map((commitment) => ({
    commitment,
    stretches: stretchesOf(commitment, state.subjects.get(`commitment:${commitment.id}`) ?? [], today),
    moments: timeline
      .filter(
        (moment) =>
          moment.commitment === commitment.id && onThread.has(moment.mark) && moment.kind !== "reading",
      )
      .map(({ on, mark, word, title }) => ({
        on,
        mark,
        words: title === commitment.title ? word : `${word}: ${title}`,
      }))
      .reverse(),
  }));
}

function stretchesOf(commitment: CommitmentView, promises: readonly Version[], today: string): Stretch[] {
  const statusOn = statusSteps(commitment.statuses);
  const dueOn = dueSteps(promises);
  const agreedOn = commitment.standing.agreement === "agreed" ? verdictIn(commitment.attestations)!.on : null;
  const edges = [
    ...statusOn.map((step) => step.from),
    ...dueOn.flatMap((step) => [step.from, step.due]),
    ...(agreedOn ? [agreedOn] : []),
    today,
  ].filter((day) => day <= today);
  const days = [...new Set(edges)].sort();
  const stretches: Stretch[] = [];
  for (let i = 0; i + 1 < days.length; i += 1) {
    const [from, to] = [days[i]!, days[i + 1]!];
    const style = styleOn(from, at(statusOn, from)?.status, at(dueOn, from)?.due, agreedOn);
    const last = stretches.at(-1);
    if (last && last.style === style && last.to === from) last.to = to;
    else if (style) stretches.push({ from, to, style });
  }
  return stretches;
}

function styleOn(
  day: string,
  status: Status | undefined,
  due: string | undefined,
  agreedOn: string | null,
): StretchStyle | null {
  if (status === "done") return agreedOn !== null && day < agreedOn ? "done" : null;
  if (status && !isOpen(status)) return null;
  if (due !== undefined && due <= day) return "overdue";
  return status === "stalled" || status === "under-way" ? status : null;
}

function at<Step extends { from: string }>(steps: readonly Step[], day: string): Step | undefined {
  return steps.findLast((step) => step.from <= day);
}

function statusSteps(versions: readonly Version[]): { from: string; status: Status }[] {
  return versions
    .flatMap((version) => {
      const content = contentOf(version, StatusContent);
      return content ? [{ from: version.effectiveOn, status: content.status }] : [];
    })
    .sort(byText(({ from }) => from));
}

function dueSteps(versions: readonly Version[]): { from: string; due: string }[] {
  return versions
    .flatMap((version) => {
      const content = contentOf(version, CommitmentContent);
      return content ? [{ from: version.effectiveOn, due: content.dueOn }] : [];
    })
    .sort(byText(({ from }) => from));
}
