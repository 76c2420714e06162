import { and, eq } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { FundStanding } from "#app/domain/review/items.ts";
import { inScope } from "./client.server.ts";
import { sheetsOfAll } from "./remuneration.server.ts";
import { commitmentFunds } from "./schema/commitment-money.ts";
import { commitments } from "./schema/commitment.ts";

/** Where a fund stands, and the promises that its money is for. */
export type ServingFund = FundStanding & { commitments: string[] };

/** Every fund with the promises that it serves; the same handful of queries however many there are. */
export function listServingFunds(scope: Scope): Promise<ServingFund[]> {
  return inScope(scope, async (tx) => {
    const links = await tx
      .select()
      .from(commitmentFunds)
      .where(eq(commitmentFunds.organisationId, scope.organisationId))
      .orderBy(commitmentFunds.commitmentId);
    return (await sheetsOfAll(tx, scope)).map(({ fund, total }) => ({
      id: fund.id,
      title: fund.title,
      kind: fund.kind,
      startsOn: fund.startsOn,
      endsOn: fund.endsOn,
      held: total.held,
      spent: total.spent,
      committed: total.committed,
      commitments: links.filter(({ fundId }) => fundId === fund.id).map(({ commitmentId }) => commitmentId),
    }));
  });
}

/**
 * Says which funds a promise draws on: exactly these from now on. Saving the same again changes nothing.
 * @throws Refusal 403 for reviewers; 404 for a commitment that is not this organisation's; 400 for a fund that is not
 */
export async function chooseFunds(
  scope: Scope,
  commitmentId: string,
  fundIds: readonly string[],
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { organisationId } = scope;
  await inScope(scope, async (tx) => {
    // Two who choose at once wait for each other: the later choice stands whole.
    const [commitment] = await tx
      .select({ id: commitments.id })
      .from(commitments)
      .where(and(eq(commitments.organisationId, organisationId), eq(commitments.id, commitmentId)))
      .for("update");
    if (!commitment) throw Refusal.notFound("commitment");
    const known = new Set((await sheetsOfAll(tx, scope)).map(({ fund }) => fund.id));
    if (fundIds.some((id) => !known.has(id)))
      throw Refusal.invalid({ funds: ["One of these funds is not there any more. Choose from the list."] });
    await tx
      .delete(commitmentFunds)
      .where(
        and(
          eq(commitmentFunds.organisationId, organisationId),
          eq(commitmentFunds.commitmentId, commitmentId),
        ),
      );
    if (fundIds.length > 0)
      await tx
        .insert(commitmentFunds)
        .values([...new Set(fundIds)].map((fundId) => ({ organisationId, commitmentId, fundId })));
  });
}
