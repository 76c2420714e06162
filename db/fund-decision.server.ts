import { formatPence } from "#app/domain/money/format.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { type Carry, requireCarry } from "#app/domain/remuneration/carry.ts";
import type { Move } from "#app/domain/remuneration/fund.ts";
import { refuseBenefits } from "#app/domain/remuneration/names-benefit.ts";
import { requireHappened } from "#app/domain/remuneration/position.ts";
import { inScope } from "./client.server.ts";
import { type FundSheet, sheetOf } from "./remuneration.server.ts";
import { fundCarries, fundDecisions } from "./schema/remuneration.ts";
import { londonToday } from "./today.server.ts";

/**
 * Moves money between two lines, or from and to what the fund has not given to a line.
 * @throws Refusal when the line it comes from has less left, or a line belongs to another fund
 */
export async function moveMoney(
  scope: Scope,
  fundId: string,
  move: Omit<Move, "id">,
  today: string = londonToday(),
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  refuseBenefits({ reason: move.reason });
  requireHappened("decision", move.decidedOn, today, "decidedOn");
  await inScope(scope, async (tx) => {
    const sheet = await sheetOf(tx, scope, fundId, "update");
    for (const line of [move.fromLine, move.toLine])
      if (line !== null && !sheet.positions.has(line)) throw Refusal.notFound("budget line");
    const left = move.fromLine ? sheet.positions.get(move.fromLine)!.left : sheet.total.unallocated;
    if (move.amountPence > left)
      throw Refusal.invalid({
        amountPence: [
          `${formatPence(Math.max(0, left))} is left there to move. Move that or less, or take it from another line.`,
        ],
      });
    await tx.insert(fundDecisions).values({
      ...move,
      kind: "move",
      fundId,
      organisationId: scope.organisationId,
      decidedBy: scope.userId,
    });
  });
}

/** Leave to spend up to an amount more than a line holds. Owners only: it is the organisation's promise that is stretched. */
export async function allowOverspend(
  scope: Scope,
  fundId: string,
  decision: { lineId: string; overByPence: number; reason: string; decidedOn: string },
  today: string = londonToday(),
): Promise<void> {
  requireAbility(scope, "organisation.manage");
  refuseBenefits({ reason: decision.reason });
  requireHappened("decision", decision.decidedOn, today, "decidedOn");
  await inScope(scope, async (tx) => {
    const sheet = await sheetOf(tx, scope, fundId, "update");
    if (!sheet.positions.has(decision.lineId)) throw Refusal.notFound("budget line");
    await tx.insert(fundDecisions).values({
      kind: "overspend",
      fundId,
      toLine: decision.lineId,
      amountPence: decision.overByPence,
      reason: decision.reason,
      decidedOn: decision.decidedOn,
      organisationId: scope.organisationId,
      decidedBy: scope.userId,
    });
  });
}

/**
 * Hands money on from a fund to one that runs for longer: it leaves the one as it reaches the other.
 * @param today ISO date
 * @throws Refusal when so much is in a line, the other fund does not run for longer, or is not this organisation's
 */
export async function carryOver(
  scope: Scope,
  fundId: string,
  carry: Omit<Carry, "id" | "fromFund">,
  today: string = londonToday(),
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  refuseBenefits({ reason: carry.reason });
  requireHappened("decision", carry.decidedOn, today, "decidedOn");
  await inScope(scope, async (tx) => {
    // Always in the order of their ids, so that two who carry between the same funds cannot wait for one another.
    const both = new Map<string, FundSheet>();
    for (const id of [fundId, carry.toFund].sort()) both.set(id, await sheetOf(tx, scope, id, "update"));
    const from = both.get(fundId)!;
    requireCarry(from.fund, both.get(carry.toFund)!.fund, carry.amountPence, from.total.unallocated);
    await tx.insert(fundCarries).values({
      ...carry,
      fromFund: fundId,
      organisationId: scope.organisationId,
      decidedBy: scope.userId,
    });
  });
}
