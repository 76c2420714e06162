import { checked } from "#app/domain/checked.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { PublicTotals } from "#app/domain/recruitment/public-totals.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope } from "./client.server.ts";
import { lockRound, recordRoundChange, requireRoundVersion, thisRound } from "./recruitment.server.ts";
import { recruitmentRounds } from "./schema/recruitment.ts";

/**
 * Says that exact totals of a round are public already (or, with null, that none is), over `version`. Only before its first
 * release: figures released in one form and then in the other could be set against each other.
 * @throws Refusal (404), (409), (400), (403)
 */
export async function setPublicTotals(
  scope: Scope,
  id: string,
  version: number,
  totals: PublicTotals | null,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const after = totals && checked(PublicTotals, totals);
  await inScope(scope, async (tx) => {
    const round = await lockRound(tx, scope, id);
    requireRoundVersion(round, version);
    if (round.released)
      throw Refusal.conflict("Figures of this round are released already; they keep the form they have.");
    const uncounted = after?.stages.find((stage) => !round.counts[stage]);
    if (uncounted)
      throw Refusal.invalid({ stages: ["Nobody is counted at one of these stages yet; count them first."] });
    await tx
      .update(recruitmentRounds)
      .set({ publicTotals: after, version: version + 1 })
      .where(thisRound(scope, id));
    const change = { roundId: id, kind: "public_totals", before: round.publicTotals, today } as const;
    await recordRoundChange(tx, scope, { ...change, after: after ?? {} });
  });
}
