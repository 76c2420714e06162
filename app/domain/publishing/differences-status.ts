import type { Status, StatusContent } from "../commitment/public.ts";
import { reworded, type Difference } from "./difference.ts";

/** How a status is written wherever a reader meets it. */
export const statusWords: Record<Status, string> = {
  planned: "Planned",
  "under-way": "Under way",
  stalled: "Stalled",
  "did-not-work": "Tried, did not work",
  done: "Done",
  dropped: "Dropped",
};

const ladder: readonly Status[] = ["dropped", "did-not-work", "stalled", "planned", "under-way", "done"];

/** Any step down the ladder weakens: stalled, dropped, or a “done” that is open again. */
export function statusDifferences(before: StatusContent, after: StatusContent): Difference[] {
  if (before.status === after.status) return reworded("Reason", before.reason, after.reason);
  const worse = ladder.indexOf(after.status) < ladder.indexOf(before.status);
  return [
    {
      field: "Status",
      direction: worse ? "weakened" : "strengthened",
      was: statusWords[before.status],
      now: statusWords[after.status],
    },
  ];
}
