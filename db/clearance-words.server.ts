import { createHash } from "node:crypto";
import { and, asc, eq, inArray } from "drizzle-orm";
import canonicalize from "canonicalize";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Proposal } from "#app/domain/publishing/propose.ts";
import { isCleared, type Waiting, waitingFor } from "#app/domain/review/clearance.ts";
import type { Transaction } from "./client.server.ts";
import { boardClearances } from "./schema/review.ts";

/** The labels of what a proposal changes and no other person has accepted exactly so. */
export async function unclearedIn(tx: Transaction, scope: Scope, proposal: Proposal): Promise<string[]> {
  const waiting = waitingFor(proposal);
  const words = await wordsOn(tx, scope, waiting);
  return waiting.flatMap((one) =>
    isCleared(words.get(one.subject) ?? [], fingerprintOf(one), scope.userId) ? [] : [one.label],
  );
}

/** What reviewers said of each subject, oldest first. */
export async function wordsOn(tx: Transaction, scope: Scope, waiting: readonly Waiting[]) {
  const groups = new Map<string, (typeof boardClearances.$inferSelect)[]>();
  if (waiting.length === 0) return groups;
  const rows = await tx
    .select()
    .from(boardClearances)
    .where(
      and(
        eq(boardClearances.organisationId, scope.organisationId),
        inArray(
          boardClearances.subject,
          waiting.map(({ subject }) => subject),
        ),
      ),
    )
    .orderBy(asc(boardClearances.number));
  for (const row of rows) groups.set(row.subject, [...(groups.get(row.subject) ?? []), row]);
  return groups;
}

/** SHA-256 over the canonical words (RFC 8785). Without the day, which for a change is the day of publishing. */
export function fingerprintOf({ subject, changes }: Waiting): string {
  const said = changes.map(({ kind, content }) => ({ kind, content }));
  return createHash("sha256").update(canonicalize({ subject, said })!).digest("hex");
}
