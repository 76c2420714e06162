import { STAGES, type CountsByStage, type Stage } from "./round.ts";
import { relativeLikelihood, type RelativeLikelihood } from "./likelihood.ts";
import type { Selection } from "./selection.ts";

export interface FunnelStep {
  readonly from: Stage;
  readonly to: Stage;
  readonly comparison: RelativeLikelihood;
}

/** Each step between stages that were counted, for two groups: where in the funnel people are lost. */
export function funnel(counts: CountsByStage, first: Selection, second: Selection): FunnelStep[] {
  const counted = STAGES.filter((stage) => counts[stage]);
  return counted.slice(1).flatMap((to, index) => {
    const from = counted[index] ?? to;
    const comparison = relativeLikelihood(counts, from, to, first, second);
    return comparison ? [{ from, to, comparison }] : [];
  });
}

/** The step where the second group loses most ground on the first, among steps where the numbers tell; null when none do. */
export function widestStep(steps: readonly FunnelStep[]): FunnelStep | null {
  const loss = ({ comparison: { first, second } }: FunnelStep) =>
    first.moved / first.of - second.moved / second.of;
  const telling = steps.filter((step) => step.comparison.tells && loss(step) > 0);
  return telling.reduce<FunnelStep | null>(
    (worst, step) => (!worst || loss(step) > loss(worst) ? step : worst),
    null,
  );
}
