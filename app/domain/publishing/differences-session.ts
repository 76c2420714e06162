import { writtenDay } from "../dates/written-day.ts";
import type { SessionContent } from "../session/public.ts";
import { sessionStatusNames } from "../session/status.ts";
import { noted, reworded, type Difference } from "./difference.ts";

/** A session that moves or is held is only noted; one that now keeps somebody away has to be explained. */
export function sessionDifferences(before: SessionContent, after: SessionContent): Difference[] {
  return [
    ...reworded("Name", before.title, after.title),
    ...noted("Day", writtenDay(before.on), writtenDay(after.on)),
    ...noted("State", sessionStatusNames[before.status], sessionStatusNames[after.status]),
    ...noted("Where", before.online ? "Online" : "In a room", after.online ? "Online" : "In a room"),
    ...conflictDifferences(met(before), met(after)),
    ...reworded("Why it was accepted", before.accepted, after.accepted),
  ];
}

const met = ({ conflicts }: SessionContent) =>
  [...new Set(conflicts.map(({ name }) => name))].sort().join(", ") || "nothing serious";

function conflictDifferences(was: string, now: string): Difference[] {
  if (was === now) return [];
  const direction = now === "nothing serious" ? "strengthened" : "weakened";
  return [{ field: "What it meets", direction, was, now }];
}
