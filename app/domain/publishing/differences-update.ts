import type { UpdateContent, UpdateKind } from "../commitment/public.ts";
import { noted, reworded, type Difference } from "./difference.ts";

/** How the four kinds of update are written wherever a reader meets them. */
export const updateWords: Record<UpdateKind, string> = {
  progress: "Progress",
  setback: "Setback",
  learning: "Learning",
  "change-of-course": "Change of course",
};

/** Published words may be corrected, with a reason; a setback that is now called something else is weaker. */
export function updateDifferences(before: UpdateContent, after: UpdateContent): Difference[] {
  return [
    ...kindDifferences(before.kind, after.kind),
    ...reworded("Title", before.title, after.title),
    ...reworded("Text", before.text, after.text),
    ...noted("Content note", before.contentNote ?? "", after.contentNote ?? ""),
  ];
}

function kindDifferences(was: UpdateKind, now: UpdateKind): Difference[] {
  if (was !== "setback") return reworded("Kind", updateWords[was], updateWords[now]);
  return was === now
    ? []
    : [{ field: "Kind", direction: "weakened", was: updateWords[was], now: updateWords[now] }];
}
