import { and, asc, eq, inArray } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { linePosition } from "#app/domain/remuneration/position.ts";
import type { Transaction } from "./client.server.ts";
import { bids, fundDecisions, fundLines, funds, offers, payments } from "./schema/remuneration.ts";

/**
 * The line, its fund and where it stands, locked: nobody else can spend from it until this transaction ends.
 * @throws Refusal 404 for an id that is not this organisation's
 */
export async function lockLine(tx: Transaction, scope: Scope, lineId: string) {
  const mine = scope.organisationId;
  const [line] = await tx
    .select()
    .from(fundLines)
    .where(and(eq(fundLines.organisationId, mine), eq(fundLines.id, lineId)))
    .for("update");
  if (!line) throw Refusal.notFound("budget line");
  const [fund] = await tx
    .select()
    .from(funds)
    .where(and(eq(funds.organisationId, mine), eq(funds.id, line.fundId)))
    .for("share");
  const decisions = await tx
    .select()
    .from(fundDecisions)
    .where(and(eq(fundDecisions.organisationId, mine), eq(fundDecisions.fundId, line.fundId)));
  const bound = await tx
    .select({ offerId: offers.id, lineId: offers.lineId, amountPence: offers.boundPence })
    .from(offers)
    .where(and(eq(offers.organisationId, mine), eq(offers.lineId, lineId)));
  const spent = await tx
    .select({ offerId: payments.offerId, lineId: payments.lineId, amountPence: payments.amountPence })
    .from(payments)
    .where(and(eq(payments.organisationId, mine), eq(payments.lineId, lineId)));
  return {
    fund: fund!,
    position: linePosition(
      line,
      decisions.filter((decision) => decision.kind === "move"),
      bound,
      spent,
    ),
    overspends: decisions
      .filter((decision) => decision.kind === "overspend")
      .map((decision) => ({
        lineId: decision.toLine!,
        overByPence: decision.amountPence,
        reason: decision.reason,
        decidedOn: decision.decidedOn,
      })),
  };
}

/** Locks several lines, always in the order of their ids, so that two who need the same ones cannot wait for one another. */
export async function lockLines(tx: Transaction, organisationId: string, lineIds: readonly string[]) {
  await tx
    .select({ id: fundLines.id })
    .from(fundLines)
    .where(and(eq(fundLines.organisationId, organisationId), inArray(fundLines.id, [...lineIds])))
    .orderBy(asc(fundLines.id))
    .for("update");
}

/** @throws Refusal (field `bidId`) for a bid that is not this organisation's */
export async function requireOwnBid(tx: Transaction, organisationId: string, bidId: string): Promise<void> {
  const [bid] = await tx
    .select({ id: bids.id })
    .from(bids)
    .where(and(eq(bids.organisationId, organisationId), eq(bids.id, bidId)));
  if (!bid) throw Refusal.invalid({ bidId: ["Choose a bid from the list."] });
}
