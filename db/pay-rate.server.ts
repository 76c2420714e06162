import { asc, desc, eq } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { refuseBenefits } from "#app/domain/remuneration/names-benefit.ts";
import { floorKnownAlready, type Rate } from "#app/domain/remuneration/rate.ts";
import { wageFloors } from "#app/domain/remuneration/wage-floors.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { payRates, staffCosts } from "./schema/remuneration.ts";

/** The organisation's own rates and comparators together with the published floors, newest first. */
export async function listRates(scope: Scope): Promise<Rate[]> {
  return inScope(scope, async (tx) => [...(await ownRates(tx, scope)), ...wageFloors]);
}

export function ownRates(tx: Transaction, scope: Scope): Promise<Rate[]> {
  return tx
    .select()
    .from(payRates)
    .where(eq(payRates.organisationId, scope.organisationId))
    .orderBy(desc(payRates.from), asc(payRates.title));
}

/** @throws Refusal (field `from`) for a living wage of a year that is known already, or a text that names a benefit */
export async function addRate(scope: Scope, rate: Omit<Rate, "id">): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { title, role, activity, source } = rate;
  refuseBenefits({ title, role, activity, source });
  await inScope(scope, async (tx) => {
    const known = floorKnownAlready([...wageFloors, ...(await ownRates(tx, scope))], rate);
    if (known) throw Refusal.invalid({ from: [known] });
    await tx.insert(payRates).values({ ...rate, organisationId: scope.organisationId });
  });
}

export function listStaffCosts(scope: Scope) {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(staffCosts)
      .where(eq(staffCosts.organisationId, scope.organisationId))
      .orderBy(desc(staffCosts.from), asc(staffCosts.title)),
  );
}

export async function addStaffCost(
  scope: Scope,
  cost: Omit<typeof staffCosts.$inferInsert, "id" | "organisationId" | "createdAt">,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  refuseBenefits({ title: cost.title });
  await inScope(scope, (tx) =>
    tx.insert(staffCosts).values({ ...cost, organisationId: scope.organisationId }),
  );
}
