import { asc, desc, eq } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Publishable } from "#app/domain/publishing/publishable.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { refuseBenefits } from "#app/domain/remuneration/names-benefit.ts";
import { heldForFew } from "#app/domain/remuneration/pay-basis.ts";
import { prepareSummary, type PreparedSummary } from "#app/domain/remuneration/summary.ts";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { ledgerOf } from "./pay-ledger.server.ts";
import { paySummaries } from "./schema/remuneration.ts";

export type Period = { from: string; until: string };

/** What the public would read of a period if it were prepared today. Changes nothing. */
export function previewSummary(scope: Scope, period: Period, today: string): Promise<PreparedSummary> {
  return inScope(scope, async (tx) => {
    const kept = await summariesOf(tx, scope);
    const earlier = kept.flatMap((one) => one.releases);
    const prepared = prepareSummary(await ledgerOf(tx, scope), period, earlier, today);
    const same = kept.find((one) => one.from === period.from && one.until === period.until);
    return { ...prepared, held: prepared.held ?? heldForFew(same?.basis, prepared.basis) };
  });
}

/**
 * Keeps a period's protected figures for the next publication. Prepared again, they replace those before.
 * @throws Refusal when the disclosure rule holds the new figures back: the earlier ones stand
 */
export async function keepSummary(
  scope: Scope,
  { from, until }: Period,
  reason: string,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  refuseBenefits({ reason });
  if (until < from) throw Refusal.invalid({ until: ["The period ends before it begins. Give a later end."] });
  await inScope(scope, async (tx) => {
    const kept = await summariesOf(tx, scope).for("update");
    const overlapping = kept.find(
      (one) => (one.from !== from || one.until !== until) && one.from <= until && one.until >= from,
    );
    // Two overlapping periods could be subtracted from one another.
    if (overlapping)
      throw Refusal.invalid({
        from: [
          `You have prepared figures from ${writtenDay(overlapping.from)} to ${writtenDay(overlapping.until)}. Periods may not overlap: choose those days again, or days outside them.`,
        ],
      });
    const earlier = kept.flatMap((one) => one.releases);
    const same = kept.find((one) => one.from === from && one.until === until);
    const { content, releases, held, basis } = prepareSummary(
      await ledgerOf(tx, scope),
      { from, until },
      earlier,
      today,
    );
    if (held && same) throw Refusal.conflict(`The earlier figures stand. ${held}`);
    const few = heldForFew(same?.basis, basis);
    if (few) throw Refusal.conflict(`The earlier figures stand. ${few}`);
    const added = [...(same?.releases ?? []), ...releases.slice(earlier.length)];
    const row = { content, releases: added, basis, reason, preparedOn: today };
    await tx
      .insert(paySummaries)
      .values({ ...row, from, until, organisationId: scope.organisationId })
      .onConflictDoUpdate({
        target: [paySummaries.organisationId, paySummaries.from, paySummaries.until],
        set: row,
      });
  });
}

export function listSummaries(scope: Scope) {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(paySummaries)
      .where(eq(paySummaries.organisationId, scope.organisationId))
      .orderBy(desc(paySummaries.from)),
  );
}

/** What this room has for the public. */
export async function listPayPublishables(tx: Transaction, scope: Scope): Promise<Publishable[]> {
  const rows = await tx
    .select()
    .from(paySummaries)
    .where(eq(paySummaries.organisationId, scope.organisationId))
    .orderBy(asc(paySummaries.from));
  return rows.map((row) => ({
    kind: "pay-summary",
    subject: `pay-summary:${row.id}`,
    effectiveOn: row.preparedOn,
    content: row.content,
    label: `Pay: ${writtenDay(row.from)} to ${writtenDay(row.until)}`,
    ...(row.reason ? { reason: row.reason } : {}),
  }));
}

function summariesOf(tx: Transaction, scope: Scope) {
  return tx
    .select()
    .from(paySummaries)
    .where(eq(paySummaries.organisationId, scope.organisationId))
    .orderBy(asc(paySummaries.createdAt));
}
