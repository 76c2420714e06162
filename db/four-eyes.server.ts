import { and, asc, eq, inArray } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Proposal } from "#app/domain/publishing/propose.ts";
import { commitmentOfPublishable } from "#app/domain/review/about.ts";
import { notCleared } from "#app/domain/review/clearance.ts";
import { isAccepted } from "#app/domain/review/review.ts";
import type { Transaction } from "./client.server.ts";
import { unclearedIn } from "./clearance-words.server.ts";
import { contentsOf } from "./review-content.server.ts";
import { commitments } from "./schema/commitment.ts";
import { boardReviews, boardSettings } from "./schema/review.ts";

/**
 * Where the board asks for it: every commitment that this proposal changes has to be accepted exactly as it is, by somebody
 * other than who publishes, and so has everything else but the board's own decisions.
 * @throws Refusal 409 naming those that are not
 */
export async function requireSecondPair(tx: Transaction, scope: Scope, proposal: Proposal): Promise<void> {
  const missing = await missingSecondPair(tx, scope, proposal);
  if (missing.length > 0) throw notCleared(missing);
}

/** The labels of what a reviewer has still to accept before this person may publish; none where the board does not ask for it. */
export async function missingSecondPair(
  tx: Transaction,
  scope: Scope,
  proposal: Proposal,
): Promise<string[]> {
  const [settings] = await tx
    .select()
    .from(boardSettings)
    .where(eq(boardSettings.organisationId, scope.organisationId));
  if (!settings?.fourEyes) return [];
  const uncleared = await unclearedIn(tx, scope, proposal);
  const changed = [...new Set(proposal.changes.flatMap((change) => commitmentOfPublishable(change) ?? []))];
  if (changed.length === 0) return uncleared;
  // Held until the publication commits, so that no edit slips in between the check and the record.
  const rows = await tx
    .select({ id: commitments.id, title: commitments.title })
    .from(commitments)
    .where(and(eq(commitments.organisationId, scope.organisationId), inArray(commitments.id, changed)))
    .orderBy(asc(commitments.id))
    .for("share");
  const reviews = await tx
    .select()
    .from(boardReviews)
    .where(
      and(eq(boardReviews.organisationId, scope.organisationId), inArray(boardReviews.commitmentId, changed)),
    )
    .orderBy(asc(boardReviews.number));
  const contents = await contentsOf(tx, scope);
  const missing = rows.filter(({ id }) => {
    const now = contents.get(id)?.fingerprint ?? "";
    const own = reviews.filter(({ commitmentId }) => commitmentId === id);
    return !isAccepted(own, now, scope.userId ?? "");
  });
  return [...missing.map(({ title }) => title), ...uncleared];
}
