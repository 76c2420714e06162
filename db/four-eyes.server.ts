import { and, asc, eq, inArray } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Proposal } from "#app/domain/publishing/propose.ts";
import { commitmentOfPublishable } from "#app/domain/review/about.ts";
import { isAccepted, notAccepted } from "#app/domain/review/review.ts";
import type { Transaction } from "./client.server.ts";
import { contentsOf } from "./review-content.server.ts";
import { commitments } from "./schema/commitment.ts";
import { boardReviews, boardSettings } from "./schema/review.ts";

/**
 * Where the board asks for it: every commitment that this proposal changes has to be accepted exactly as it is, by somebody
 * other than who publishes.
 * @throws Refusal 409 naming those that are not
 */
export async function requireSecondPair(tx: Transaction, scope: Scope, proposal: Proposal): Promise<void> {
  const [settings] = await tx
    .select()
    .from(boardSettings)
    .where(eq(boardSettings.organisationId, scope.organisationId));
  if (!settings?.fourEyes) return;
  const changed = [...new Set(proposal.changes.flatMap((change) => commitmentOfPublishable(change) ?? []))];
  if (changed.length === 0) return;
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
    .orderBy(asc(boardReviews.createdAt), asc(boardReviews.id));
  const contents = await contentsOf(tx, scope);
  const missing = rows.filter(({ id }) => {
    const now = contents.get(id)?.fingerprint ?? "";
    const own = reviews.filter(({ commitmentId }) => commitmentId === id);
    return !isAccepted(own, now, scope.userId ?? "");
  });
  if (missing.length > 0) throw notAccepted(missing.map(({ title }) => title));
}
