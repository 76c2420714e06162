import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { checked } from "#app/domain/checked.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { PlanInput, SpendInput } from "#app/domain/training/training-input.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { bids, fundLines, funds } from "./schema/remuneration.ts";
import { trainingPlans, trainingSpends } from "./schema/training.ts";

/** Money set aside for training, in a bid or project and from a budget line where there is one. @throws Refusal (400), (404) for a foreign bid or line */
export async function planTraining(scope: Scope, input: z.input<typeof PlanInput>): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const values = checked(PlanInput, input);
  return inScope(scope, async (tx) => {
    const bid = values.bidId && (await bidRow(tx, scope, values.bidId));
    if (values.fundLineId) {
      const [line] = await tx
        .select({ id: fundLines.id })
        .from(fundLines)
        .where(and(eq(fundLines.organisationId, scope.organisationId), eq(fundLines.id, values.fundLineId)));
      if (!line) throw Refusal.notFound("budget line");
    }
    const [made] = await tx
      .insert(trainingPlans)
      .values({
        ...values,
        project: bid ? bid.title.slice(0, 160) : values.project,
        organisationId: scope.organisationId,
      })
      .returning({ id: trainingPlans.id });
    return made!.id;
  });
}

/** @throws Refusal (400) for a day ahead; (404) */
export async function recordSpend(
  scope: Scope,
  input: z.input<typeof SpendInput>,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const values = checked(SpendInput, input);
  if (values.spentOn > today)
    throw Refusal.invalid({ spentOn: ["Money is recorded once it is spent. Give today or an earlier day."] });
  await inScope(scope, async (tx) => {
    const [plan] = await tx
      .select({ id: trainingPlans.id })
      .from(trainingPlans)
      .where(
        and(eq(trainingPlans.organisationId, scope.organisationId), eq(trainingPlans.id, values.planId)),
      );
    if (!plan) throw Refusal.notFound("plan");
    await tx.insert(trainingSpends).values({ ...values, organisationId: scope.organisationId });
  });
}

/** The budget lines a plan can be paid from. */
export function listFundLines(scope: Scope): Promise<{ id: string; title: string; fund: string }[]> {
  return inScope(scope, (tx) =>
    tx
      .select({ id: fundLines.id, title: fundLines.title, fund: funds.title })
      .from(fundLines)
      .innerJoin(funds, eq(funds.id, fundLines.fundId))
      .where(eq(fundLines.organisationId, scope.organisationId))
      .orderBy(asc(funds.title), asc(fundLines.title)),
  );
}

/** The bids a plan can belong to. */
export function listBidChoices(scope: Scope): Promise<{ id: string; title: string; funder: string }[]> {
  return inScope(scope, (tx) =>
    tx
      .select({ id: bids.id, title: bids.title, funder: bids.funder })
      .from(bids)
      .where(eq(bids.organisationId, scope.organisationId))
      .orderBy(asc(bids.title), asc(bids.id)),
  );
}

async function bidRow(tx: Transaction, scope: Scope, id: string) {
  const [bid] = await tx
    .select({ title: bids.title })
    .from(bids)
    .where(and(eq(bids.organisationId, scope.organisationId), eq(bids.id, id)));
  if (!bid) throw Refusal.notFound("bid");
  return bid;
}

export type PlanOfTraining = {
  id: string;
  title: string;
  plannedBy: string;
  plannedPence: number;
  spentPence: number;
};

/** Training plans that a bid asks for, or that the lines of a fund pay for; what ends last first. */
export function listPlansOf(
  scope: Scope,
  of: { bidId: string } | { fundId: string },
): Promise<PlanOfTraining[]> {
  return inScope(scope, (tx) =>
    tx
      .select({
        id: trainingPlans.id,
        title: trainingPlans.title,
        plannedBy: trainingPlans.plannedBy,
        plannedPence: trainingPlans.plannedPence,
        spentPence: sql<number>`coalesce(sum(${trainingSpends.amountPence}), 0)::bigint`.mapWith(Number),
      })
      .from(trainingPlans)
      .leftJoin(trainingSpends, eq(trainingSpends.planId, trainingPlans.id))
      .leftJoin(fundLines, eq(fundLines.id, trainingPlans.fundLineId))
      .where(
        and(
          eq(trainingPlans.organisationId, scope.organisationId),
          "bidId" in of ? eq(trainingPlans.bidId, of.bidId) : eq(fundLines.fundId, of.fundId),
        ),
      )
      .groupBy(trainingPlans.id)
      .orderBy(desc(trainingPlans.plannedBy), asc(trainingPlans.id)),
  );
}
