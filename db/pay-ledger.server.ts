import { and, asc, desc, eq, isNull, lt, or } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { heldBy } from "#app/domain/remuneration/carry.ts";
import type { PayLedger } from "#app/domain/remuneration/ledger.ts";
import { wageFloors } from "#app/domain/remuneration/wage-floors.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { ownRates } from "./pay-rate.server.ts";
import { carriesOf, sheetsOfAll } from "./remuneration.server.ts";
import {
  bids,
  funds,
  offerEvents,
  offers,
  payments,
  payTurnouts,
  staffCosts,
} from "./schema/remuneration.ts";
import { memberships, users } from "./schema/accounts.ts";

/** Everything the checks, the figures and the indicators are worked out from. Seven queries, whatever the size. */
export function readLedger(scope: Scope): Promise<PayLedger> {
  return inScope(scope, (tx) => ledgerOf(tx, scope));
}

/** The same inside a caller's transaction. */
export async function ledgerOf(tx: Transaction, scope: Scope): Promise<PayLedger> {
  const { organisationId } = scope;
  const held = await tx.select().from(funds).where(eq(funds.organisationId, organisationId));
  const carries = await carriesOf(tx, scope);
  return {
    offers: await tx
      .select()
      .from(offers)
      .where(and(eq(offers.organisationId, organisationId), isNull(offers.withdrawnOn)))
      .orderBy(asc(offers.heldOn), asc(offers.id)),
    payments: await tx
      .select()
      .from(payments)
      .where(eq(payments.organisationId, organisationId))
      .orderBy(asc(payments.paidOn), asc(payments.createdAt), asc(payments.id)),
    turnouts: await tx.select().from(payTurnouts).where(eq(payTurnouts.organisationId, organisationId)),
    bids: await tx.select().from(bids).where(eq(bids.organisationId, organisationId)),
    staff: await tx.select().from(staffCosts).where(eq(staffCosts.organisationId, organisationId)),
    funds: held.map((fund) => ({
      kind: fund.kind,
      heldPence: heldBy(fund, carries),
      startsOn: fund.startsOn,
      endsOn: fund.endsOn,
    })),
  };
}

type After = { day: string; id: string };

/** Offers newest session first, by keyset: pass the last row of the page before. */
export function listOffers(scope: Scope, after?: After, limit = 50) {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(offers)
      .where(
        and(
          eq(offers.organisationId, scope.organisationId),
          after &&
            or(lt(offers.heldOn, after.day), and(eq(offers.heldOn, after.day), lt(offers.id, after.id))),
        ),
      )
      .orderBy(desc(offers.heldOn), desc(offers.id))
      .limit(limit),
  );
}

/** The books whole, as one moment saw them: money, decisions with who took them, offers with their changes, and what they are measured by. */
export function readBooks(scope: Scope) {
  return inScope(scope, async (tx) => {
    const mine = scope.organisationId;
    const sheets = await sheetsOfAll(tx, scope);
    return {
      funds: sheets.map(({ fund, lines, decisions, carries }) => ({ fund, lines, decisions, carries })),
      lines: sheets.flatMap(({ fund, lines, positions }) =>
        lines.map((line) => ({ fund, line, position: positions.get(line.id)! })),
      ),
      payments: await tx
        .select()
        .from(payments)
        .where(eq(payments.organisationId, mine))
        .orderBy(asc(payments.paidOn), asc(payments.createdAt), asc(payments.id)),
      offers: await tx
        .select()
        .from(offers)
        .where(eq(offers.organisationId, mine))
        .orderBy(asc(offers.heldOn), asc(offers.id)),
      events: await tx
        .select()
        .from(offerEvents)
        .where(eq(offerEvents.organisationId, mine))
        .orderBy(asc(offerEvents.happenedOn), asc(offerEvents.createdAt), asc(offerEvents.id)),
      ledger: await ledgerOf(tx, scope),
      rates: [...(await ownRates(tx, scope)), ...wageFloors],
      names: new Map(
        (
          await tx
            .select({ id: users.id, name: users.name })
            .from(memberships)
            .innerJoin(users, eq(users.id, memberships.userId))
            .where(eq(memberships.organisationId, mine))
        ).map(({ id, name }) => [id, name]),
      ),
    };
  });
}
