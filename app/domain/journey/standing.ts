import { StatusContent, type CommitmentContent, type Status } from "../commitment/public.ts";
import { daysBetween } from "../dates/days.ts";
import type { Version } from "../record/state.ts";
import type { Agreement } from "./attestation.ts";
import { contentOf } from "./content.ts";
import { statusMark, type Mark } from "./mark.ts";

/** Where a commitment stands today. */
export type Standing = {
  status: Status;
  /** ISO date since when, and why, as published; before any status it is planned from its start date. */
  since: string;
  reason?: string;
  agreement: Agreement;
  /** Days past the date promised, while it is still owed; 0 otherwise. */
  overdueDays: number;
  /** ISO date since when it has been stalled. */
  stalledSince: string | null;
  /** What to show: overdue comes before under way, the word of the people affected before the claim. */
  mark: Mark;
};

const open: ReadonlySet<Status> = new Set(["planned", "under-way", "stalled"]);

/** Neither done, nor given up, nor tried to the end. */
export function isOpen(status: Status): boolean {
  return open.has(status);
}

/**
 * @param statuses published versions of the commitment's status, oldest first; may be empty
 * @param today ISO date
 */
export function standingOf(
  commitment: CommitmentContent,
  statuses: readonly Version[],
  agreement: Agreement,
  today: string,
): Standing {
  const latest = statuses.at(-1);
  const content = latest && contentOf(latest, StatusContent);
  const status = content?.status ?? "planned";
  const overdueDays = isOpen(status) ? Math.max(0, daysBetween(commitment.dueOn, today)) : 0;
  return {
    status,
    since: latest?.effectiveOn ?? commitment.startOn,
    ...(content ? { reason: content.reason } : {}),
    agreement,
    overdueDays,
    stalledSince: status === "stalled" ? beganStalling(statuses) : null,
    mark: overdueDays > 0 && status !== "stalled" ? "overdue" : statusMark(status, agreement),
  };
}

/** A reason reworded while stalled does not start the clock again. */
function beganStalling(statuses: readonly Version[]): string {
  const others = statuses.findLastIndex((version) => contentOf(version, StatusContent)?.status !== "stalled");
  return statuses[others + 1]!.effectiveOn;
}
