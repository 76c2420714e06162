import { MeasureContent, ReadingContent } from "../commitment/public.ts";
import type { RecordState } from "../record/state.ts";
import { byText, contentOf, currentOf, groupBy, type Current } from "./content.ts";

/** A target as it stood from a day on; null when there was none. The steps are the history: none is ever redrawn. */
export type TargetStep = {
  index: number;
  /** ISO date from which this target held. */
  from: string;
  target: MeasureContent["target"];
  reason?: string;
};

export type ReadingView = ReadingContent & {
  id: string;
  /** Entry that holds the figure as it stands. */
  index: number;
  /** Published before with another figure, and why it was corrected. */
  corrected?: string;
};

export type MeasureView = MeasureContent & {
  id: string;
  index: number;
  targets: TargetStep[];
  /** By date, oldest first. */
  readings: ReadingView[];
  /** Why it is no longer measured. */
  retiredBecause?: string;
};

/** Every published measure with its readings and the history of its target, by commitment. */
export function measuresByCommitment(state: RecordState): Map<string, MeasureView[]> {
  const readings = groupBy(currentOf(state, "reading", ReadingContent), ({ content }) => content.measure);
  const measures = currentOf(state, "measure", MeasureContent).map((measure): MeasureView => ({
    ...measure.content,
    id: measure.id,
    index: measure.latest.index,
    targets: targetSteps(measure),
    readings: (readings.get(measure.id) ?? []).map(readingView).sort(byText(({ on }) => on)),
    ...(measure.content.retired && measure.latest.body?.reason
      ? { retiredBecause: measure.latest.body.reason }
      : {}),
  }));
  return groupBy(measures, (measure) => measure.commitment);
}

function targetSteps({ versions }: Current<MeasureContent>): TargetStep[] {
  const steps: TargetStep[] = [];
  for (const version of versions) {
    const content = contentOf(version, MeasureContent);
    if (!content || sameTarget(steps.at(-1)?.target, content.target)) continue;
    const reason = version.body?.reason;
    steps.push({
      index: version.index,
      from: version.effectiveOn,
      target: content.target,
      ...(reason ? { reason } : {}),
    });
  }
  return steps;
}

// Before the first step there is nothing, not “no target”: a measure published without one says so.
function sameTarget(before: MeasureContent["target"] | undefined, now: MeasureContent["target"]): boolean {
  if (before === undefined) return false;
  return before?.value === now?.value && before?.by === now?.by;
}

function readingView({ id, content, latest, versions }: Current<ReadingContent>): ReadingView {
  const corrected = versions.length > 1 ? latest.body?.reason : undefined;
  return { ...content, id, index: latest.index, ...(corrected ? { corrected } : {}) };
}
