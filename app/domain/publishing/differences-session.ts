import { writtenDay } from "../dates/written-day.ts";
import type { SessionContent } from "../session/public.ts";
import { itemNames, outcomeNames } from "../session/preflight-words.ts";
import { sessionStatusNames } from "../session/status.ts";
import { noted, reworded, type Difference } from "./difference.ts";

/** A session that moves or is held is only noted; one that now keeps somebody away has to be explained. */
export function sessionDifferences(before: SessionContent, after: SessionContent): Difference[] {
  return [
    ...reworded("Name", before.title, after.title),
    ...noted("Day", days(before), days(after)),
    ...noted("State", sessionStatusNames[before.status], sessionStatusNames[after.status]),
    ...noted("Where", before.online ? "Online" : "In a room", after.online ? "Online" : "In a room"),
    ...conflictDifferences(met(before), met(after)),
    ...noted("Preflight", decided(before), decided(after)),
    ...reworded("Why it was accepted", before.accepted, after.accepted),
  ];
}

const days = ({ on, until }: SessionContent) =>
  until ? `${writtenDay(on)} to ${writtenDay(until)}` : writtenDay(on);

function decided({ preflight }: SessionContent): string {
  if (!preflight) return "no decision";
  const { outcome, decidedOn, beforeInvitation, lapsed, accepted } = preflight;
  const words = [
    outcomeNames[outcome],
    writtenDay(decidedOn),
    ...(beforeInvitation ? ["before the invitation"] : []),
    ...(lapsed ? ["the plan changed afterwards"] : []),
    ...accepted.map((item) => itemNames[item]),
  ];
  return words.join(", ");
}

const met = ({ conflicts }: SessionContent) =>
  [...new Set(conflicts.map(({ name }) => name))].sort().join(", ") || "nothing serious";

function conflictDifferences(was: string, now: string): Difference[] {
  if (was === now) return [];
  const direction = now === "nothing serious" ? "strengthened" : "weakened";
  return [{ field: "What it meets", direction, was, now }];
}
