import type { MeasureContent } from "../commitment/public.ts";
import { writtenDay } from "../dates/written-day.ts";
import { amount } from "./amount.ts";
import { movedDate } from "./date-difference.ts";
import { reworded, type Difference } from "./difference.ts";

/**
 * Everything by which progress could be made to look better without any: a target that is easier, later or gone, another
 * baseline, the direction turned round, the measuring stopped. Each is weakened and demands a reason.
 */
export function measureDifferences(before: MeasureContent, after: MeasureContent): Difference[] {
  return [
    ...targetDifferences(before, after),
    ...baselineDifferences(before, after),
    ...directionDifferences(before, after),
    ...retirementDifferences(before, after),
    ...reworded("Measure", before.title, after.title),
    ...reworded("Unit", before.unit, after.unit),
    ...reworded("How it is counted", counted(before), counted(after)),
  ];
}

/** “40% by 31 December 2026”. */
export function targetWords(measure: MeasureContent): string {
  const { target, unit } = measure;
  return target ? `${amount(target.value, unit)} by ${writtenDay(target.by)}` : "no target";
}

function targetDifferences(before: MeasureContent, after: MeasureContent): Difference[] {
  if (!before.target && !after.target) return [];
  if (!before.target || !after.target)
    return [
      {
        field: after.target ? "First target" : "Target",
        direction: after.target ? "strengthened" : "weakened",
        was: targetWords(before),
        now: targetWords(after),
      },
    ];
  const sameDate = before.target.by === after.target.by;
  const gain = (after.target.value - before.target.value) * (before.direction === "up" ? 1 : -1);
  const value: Difference[] =
    gain === 0
      ? []
      : [
          {
            field: "Target",
            direction: gain > 0 ? "strengthened" : "weakened",
            // A moved date is a difference of its own, and said there.
            was: sameDate ? targetWords(before) : amount(before.target.value, before.unit),
            now: sameDate ? targetWords(after) : amount(after.target.value, after.unit),
          },
        ];
  return [...value, ...movedDate("Target date", before.target.by, after.target.by)];
}

function baselineDifferences(before: MeasureContent, after: MeasureContent): Difference[] {
  const was = baselineWords(before);
  const now = baselineWords(after);
  if (was === now) return [];
  return [{ field: "Baseline", direction: before.baseline ? "weakened" : "strengthened", was, now }];
}

function baselineWords({ baseline, unit }: MeasureContent): string {
  return baseline ? `${amount(baseline.value, unit)} on ${writtenDay(baseline.on)}` : "no baseline";
}

const better = { up: "more is better", down: "less is better" } as const;

function directionDifferences(before: MeasureContent, after: MeasureContent): Difference[] {
  if (before.direction === after.direction) return [];
  return [
    {
      field: "Direction",
      direction: "weakened",
      was: better[before.direction],
      now: better[after.direction],
    },
  ];
}

function retirementDifferences(before: MeasureContent, after: MeasureContent): Difference[] {
  if (before.retired === after.retired) return [];
  const words = (retired: boolean) => (retired ? "no longer measured" : "measured");
  return [
    {
      field: "Measuring",
      direction: after.retired ? "weakened" : "strengthened",
      was: words(before.retired),
      now: words(after.retired),
    },
  ];
}

function counted({ indicator }: MeasureContent): string {
  return indicator ?? "by hand";
}
