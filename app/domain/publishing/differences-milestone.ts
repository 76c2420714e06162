import type { MilestoneContent } from "../commitment/public.ts";
import { writtenDay } from "../dates/written-day.ts";
import { movedDate } from "./date-difference.ts";
import { reworded, type Difference } from "./difference.ts";

/** A milestone moved later, given up, or no longer met is weaker; a “met” date that is corrected has to be explained. */
export function milestoneDifferences(before: MilestoneContent, after: MilestoneContent): Difference[] {
  return [
    ...movedDate("Due", before.dueOn, after.dueOn),
    ...metDifferences(before.metOn, after.metOn),
    ...droppedDifferences(before.dropped, after.dropped),
    ...reworded("Milestone", before.title, after.title),
  ];
}

function metDifferences(was: string | null, now: string | null): Difference[] {
  if (was && now) return reworded("Met", writtenDay(was), writtenDay(now));
  if (was === now) return [];
  return [
    { field: "Met", direction: now ? "strengthened" : "weakened", was: metWords(was), now: metWords(now) },
  ];
}

function metWords(on: string | null): string {
  return on ? `on ${writtenDay(on)}` : "not yet";
}

function droppedDifferences(was: boolean, now: boolean): Difference[] {
  if (was === now) return [];
  const words = (dropped: boolean) => (dropped ? "given up" : "standing");
  return [
    { field: "Standing", direction: now ? "weakened" : "strengthened", was: words(was), now: words(now) },
  ];
}
