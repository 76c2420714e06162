import { and, asc, desc, eq } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Bid } from "#app/domain/remuneration/bid.ts";
import { refuseBenefits } from "#app/domain/remuneration/names-benefit.ts";
import { inScope } from "./client.server.ts";
import { bids } from "./schema/remuneration.ts";

export function listBids(scope: Scope) {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(bids)
      .where(eq(bids.organisationId, scope.organisationId))
      .orderBy(desc(bids.createdAt), asc(bids.id)),
  );
}

/** @throws Refusal 404 for an id that is not this organisation's */
export function requireBid(scope: Scope, bidId: string) {
  return inScope(scope, async (tx) => {
    const [bid] = await tx
      .select()
      .from(bids)
      .where(and(eq(bids.organisationId, scope.organisationId), eq(bids.id, bidId)));
    if (!bid) throw Refusal.notFound("bid");
    return bid;
  });
}

/** @throws Refusal (409) when somebody else saved first, (field) for a text that names a benefit */
export async function saveBid(
  scope: Scope,
  bid: Omit<Bid, "id">,
  existing?: { id: string; version: number },
): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const { title, funder, whatChanged } = bid;
  refuseBenefits({ title, funder, whatChanged });
  return inScope(scope, async (tx) => {
    if (!existing) {
      const [made] = await tx
        .insert(bids)
        .values({ ...bid, organisationId: scope.organisationId })
        .returning({ id: bids.id });
      return made!.id;
    }
    const the = and(eq(bids.organisationId, scope.organisationId), eq(bids.id, existing.id));
    const [stored] = await tx.select().from(bids).where(the).for("update");
    if (!stored) throw Refusal.notFound("bid");
    if (stored.version !== existing.version)
      throw Refusal.conflict(
        "Somebody else changed this bid while you were writing. Both versions are below.",
        stored,
      );
    await tx
      .update(bids)
      .set({ ...bid, version: stored.version + 1 })
      .where(the);
    return stored.id;
  });
}
