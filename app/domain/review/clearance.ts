import { z } from "zod";
import type { Change, Proposal } from "../publishing/propose.ts";
import { Refusal } from "../refusal.ts";
import { commitmentOfPublishable } from "./about.ts";

/**
 * Whether a change needs a reviewer's word of its own where the board asks for a second pair of eyes. Commitments are reviewed
 * on their own pages; what the board itself decided is its word already, and nobody can hold it back.
 */
export function needsClearance(change: Pick<Change, "kind" | "subject" | "content">): boolean {
  return change.kind !== "decision" && commitmentOfPublishable(change) === undefined;
}

/** What would be published of one subject: its changes in the order in which they would be recorded. */
export type Waiting = { subject: string; label: string; changes: Change[] };

/** By subject, in the order of the proposal. */
export function waitingFor(proposal: Pick<Proposal, "changes">): Waiting[] {
  const groups = new Map<string, Waiting>();
  for (const change of proposal.changes) {
    if (!needsClearance(change)) continue;
    const group = groups.get(change.subject) ?? { subject: change.subject, label: change.label, changes: [] };
    group.changes.push(change);
    groups.set(change.subject, group);
  }
  return [...groups.values()];
}

/** A reviewer's word on exactly what was read. */
export const Clearance = z
  .object({
    decision: z.enum(["accept", "return"], "Choose what you decide."),
    text: z.string("Say why.").trim().min(1, "Say why.").max(4000),
    conflict: z.string().trim().max(1000),
  })
  .superRefine(({ decision, conflict }, context) => {
    if (decision === "accept" && conflict)
      context.addIssue({
        code: "custom",
        path: ["decision"],
        message: "You declared a conflict of interest, so another reviewer has to accept this.",
      });
  });
export type Clearance = z.infer<typeof Clearance>;

type Word = { decision: "accept" | "return"; seen: string; reviewerId: string | null };
export type ClearanceState = "waiting" | "accepted" | "returned";

/**
 * Where a subject stands: the latest word counts, and only for exactly what it was given on.
 * @param words oldest first
 * @param now fingerprint of what would be published
 */
export function clearanceState(words: readonly Word[], now: string): ClearanceState {
  const latest = words.at(-1);
  if (!latest || latest.seen !== now) return "waiting";
  return latest.decision === "accept" ? "accepted" : "returned";
}

/** Whether somebody other than the publisher has accepted exactly this. @param words oldest first */
export function isCleared(words: readonly Word[], now: string, publisherId: string | null): boolean {
  return clearanceState(words, now) === "accepted" && words.at(-1)!.reviewerId !== publisherId;
}

/** @throws Refusal naming what no reviewer has accepted */
export function notCleared(labels: readonly string[]): Refusal {
  return Refusal.conflict(
    `Your organisation asks for a second pair of eyes: a board reviewer has to accept exactly this before it can be published. Still to be accepted: ${labels.map((one) => `“${one}”`).join(", ")}.`,
  );
}
