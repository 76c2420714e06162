import { and, asc, desc, eq, sql } from "drizzle-orm";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { type Carry, heldBy } from "#app/domain/remuneration/carry.ts";
import type { Fund, Line } from "#app/domain/remuneration/fund.ts";
import { requireLinesWithinFund } from "#app/domain/remuneration/fund.ts";
import { refuseBenefits } from "#app/domain/remuneration/names-benefit.ts";
import { fundPosition, type LinePosition, linePosition } from "#app/domain/remuneration/position.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { fundCarries, fundDecisions, fundLines, funds, offers, payments } from "./schema/remuneration.ts";

/** A fund with its lines and where each stands. Five queries, whatever the number of lines and payments. */
export type FundSheet = {
  fund: Fund & { version: number };
  lines: Line[];
  decisions: (typeof fundDecisions.$inferSelect)[];
  /** Money carried into this fund and out of it. */
  carries: Carry[];
  positions: Map<string, LinePosition>;
  total: ReturnType<typeof fundPosition>;
};

export async function listFunds(scope: Scope): Promise<FundSheet[]> {
  return inScope(scope, (tx) => sheetsOfAll(tx, scope));
}

/** The same inside a caller's transaction. */
export async function sheetsOfAll(tx: Transaction, scope: Scope): Promise<FundSheet[]> {
  const all = await tx
    .select()
    .from(funds)
    .where(eq(funds.organisationId, scope.organisationId))
    .orderBy(desc(funds.startsOn), asc(funds.title));
  return sheetsOf(tx, scope, all);
}

/** @throws Refusal 404 for an id that is not this organisation's */
export async function requireFund(scope: Scope, fundId: string): Promise<FundSheet> {
  return inScope(scope, (tx) => sheetOf(tx, scope, fundId));
}

/** The same inside a caller's transaction, and locked where its money is about to be given to lines. */
export async function sheetOf(
  tx: Transaction,
  scope: Scope,
  fundId: string,
  lock?: "update",
): Promise<FundSheet> {
  const [sheet] = await sheetsOf(tx, scope, [await fundRow(tx, scope, fundId, lock)]);
  return sheet!;
}

/** @throws Refusal for a text that names a benefit */
export async function openFund(scope: Scope, fund: Omit<Fund, "id">): Promise<string> {
  requireAbility(scope, "workspace.edit");
  refuseBenefits(wordsOf(fund));
  return inScope(scope, async (tx) => {
    const [made] = await tx
      .insert(funds)
      .values({ ...fund, organisationId: scope.organisationId })
      .returning({ id: funds.id });
    return made!.id;
  });
}

export async function reviseFund(
  scope: Scope,
  fundId: string,
  version: number,
  fund: Omit<Fund, "id">,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  refuseBenefits(wordsOf(fund));
  await inScope(scope, async (tx) => {
    const stored = await fundRow(tx, scope, fundId, "update");
    if (stored.version !== version)
      throw Refusal.conflict(
        "Somebody else changed this fund while you were writing. Both versions are below.",
        stored,
      );
    const [sheet] = await sheetsOf(tx, scope, [stored]);
    requireLinesWithinFund(
      heldBy({ ...fund, id: fundId }, sheet!.carries),
      sheet!.total.held - sheet!.total.unallocated,
    );
    await requireNothingOutside(tx, scope, fundId, fund);
    await tx
      .update(funds)
      .set({ ...fund, version: version + 1 })
      .where(and(eq(funds.organisationId, scope.organisationId), eq(funds.id, fundId)));
  });
}

/** @throws Refusal when the lines would promise more than the fund holds, or the name names a benefit */
export async function addLine(scope: Scope, line: Omit<Line, "id">): Promise<string> {
  requireAbility(scope, "workspace.edit");
  refuseBenefits({ title: line.title });
  return inScope(scope, async (tx) => {
    const fund = await fundRow(tx, scope, line.fundId, "update");
    const [sheet] = await sheetsOf(tx, scope, [fund]);
    const { held, unallocated } = sheet!.total;
    requireLinesWithinFund(held, held - unallocated + line.amountPence);
    const [made] = await tx
      .insert(fundLines)
      .values({ ...line, organisationId: scope.organisationId })
      .returning({ id: fundLines.id });
    return made!.id;
  });
}

/** Every carry between funds, newest first. */
export function carriesOf(tx: Transaction, scope: Scope) {
  return tx
    .select()
    .from(fundCarries)
    .where(eq(fundCarries.organisationId, scope.organisationId))
    .orderBy(desc(fundCarries.decidedOn), desc(fundCarries.createdAt));
}

async function fundRow(tx: Transaction, scope: Scope, fundId: string, lock?: "update") {
  const query = tx
    .select()
    .from(funds)
    .where(and(eq(funds.organisationId, scope.organisationId), eq(funds.id, fundId)));
  const [row] = await (lock ? query.for(lock) : query);
  if (!row) throw Refusal.notFound("fund");
  return row;
}

function wordsOf({ title, source, restrictions }: Omit<Fund, "id">) {
  return { title, source, restrictions };
}

/** @throws Refusal when the new period would leave out a day on which people took part or were paid */
async function requireNothingOutside(
  tx: Transaction,
  scope: Scope,
  fundId: string,
  { startsOn, endsOn }: Pick<Fund, "startsOn" | "endsOn">,
): Promise<void> {
  const [span] = await tx.execute<{ first: string | null; last: string | null }>(sql`
    select min(day)::text as first, max(day)::text as last from (
      select paid_on as day, line_id, organisation_id from payments where amount_pence > 0
      union all select held_on, line_id, organisation_id from offers where withdrawn_on is null) as days
    join fund_lines using (organisation_id)
    where fund_lines.id = days.line_id and fund_lines.fund_id = ${fundId} and organisation_id = ${scope.organisationId}`);
  const { first, last } = span!;
  if (first && first < startsOn)
    throw Refusal.invalid({
      startsOn: [
        `People took part or were paid from this fund on ${writtenDay(first)}. The fund cannot start later than that.`,
      ],
    });
  if (last && last > endsOn)
    throw Refusal.invalid({
      endsOn: [
        `People took part or were paid from this fund on ${writtenDay(last)}. The fund cannot end before that.`,
      ],
    });
}

async function sheetsOf(
  tx: Transaction,
  scope: Scope,
  rows: (typeof funds.$inferSelect)[],
): Promise<FundSheet[]> {
  const mine = scope.organisationId;
  const lines = await tx
    .select()
    .from(fundLines)
    .where(eq(fundLines.organisationId, mine))
    .orderBy(fundLines.createdAt);
  const decisions = await tx
    .select()
    .from(fundDecisions)
    .where(eq(fundDecisions.organisationId, mine))
    .orderBy(desc(fundDecisions.decidedOn), desc(fundDecisions.createdAt));
  const carries = await carriesOf(tx, scope);
  const bound = await tx
    .select({ offerId: offers.id, lineId: offers.lineId, amountPence: offers.boundPence })
    .from(offers)
    .where(eq(offers.organisationId, mine));
  const spent = await tx
    .select({ offerId: payments.offerId, lineId: payments.lineId, amountPence: payments.amountPence })
    .from(payments)
    .where(eq(payments.organisationId, mine));
  return rows.map((fund) => {
    const own = lines.filter((line) => line.fundId === fund.id);
    const decided = decisions.filter((decision) => decision.fundId === fund.id);
    const carried = carries.filter(({ fromFund, toFund }) => [fromFund, toFund].includes(fund.id));
    const moves = decided.filter((decision) => decision.kind === "move");
    const positions = own.map((line) => linePosition(line, moves, bound, spent));
    return {
      fund,
      lines: own,
      decisions: decided,
      carries: carried,
      positions: new Map(positions.map((position) => [position.lineId, position])),
      total: fundPosition(fund, own, moves, positions, carried),
    };
  });
}
