import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation } from "#tests/support/given.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { readLedger } from "#db/pay-ledger.server.ts";
import { recordPayment } from "#db/payment.server.ts";
import { makeOffer } from "#db/pay.server.ts";
import { carryOver, moveMoney } from "#db/fund-decision.server.ts";
import { addLine, listFunds, openFund, requireFund, reviseFund } from "#db/remuneration.server.ts";
import { voicesFund } from "#tests/support/money.ts";

useDatabase();

const today = "2025-04-20";
const last = { ...voicesFund, title: "Last year", startsOn: "2024-04-01", endsOn: "2025-03-31" };
const next = {
  ...last,
  title: "This year",
  startsOn: "2025-04-01",
  endsOn: "2026-03-31",
  amountPence: 50_000,
};
const why = { reason: "The trust agreed that it may be kept.", decidedOn: "2025-04-02" };

async function givenTwo(scope: Scope) {
  const from = await openFund(scope, last);
  const lineId = await addLine(scope, {
    fundId: from,
    purpose: "participant-time",
    title: "Time",
    amountPence: 60_000,
  });
  return { from, lineId, to: await openFund(scope, next) };
}
const carry = (toFund: string, amountPence: number) => ({ toFund, amountPence, ...why });

describe("money carried over", () => {
  it("leaves one fund as it reaches the other, and is counted once", async () => {
    const { scope } = await givenOrganisation();
    const { from, to } = await givenTwo(scope);
    await carryOver(scope, from, carry(to, 12_345), today);
    const [before, after] = [await requireFund(scope, from), await requireFund(scope, to)];
    expect(before.total).toMatchObject({ held: 87_655, carriedOut: 12_345, unallocated: 27_655 });
    expect(after.total).toMatchObject({ held: 62_345, carriedIn: 12_345, unallocated: 62_345 });
    expect(after.carries).toMatchObject([{ amountPence: 12_345, reason: why.reason }]);
    const { funds } = await readLedger(scope);
    expect(funds.reduce((sum, { heldPence }) => sum + heldPence, 0)).toBe(150_000);
  });

  it("comes only out of what no line holds, and goes only forward", async () => {
    const { scope } = await givenOrganisation();
    const { from, to } = await givenTwo(scope);
    await expect(carryOver(scope, from, carry(to, 40_001), today)).rejects.toThrow(
      /£400 of “Last year” is in no line/,
    );
    await expect(carryOver(scope, to, carry(from, 1), today)).rejects.toThrow(/does not run longer/);
    await expect(carryOver(scope, from, { ...carry(to, 1), decidedOn: "2025-04-21" }, today)).rejects.toThrow(
      /has not come yet/,
    );
    const theirs = await givenTwo((await givenOrganisation()).scope);
    await expect(carryOver(scope, from, carry(theirs.to, 1), today)).rejects.toThrow(/could not find/);
  });

  it("keeps the fund that gave it from being made smaller than what is left in it", async () => {
    const { scope } = await givenOrganisation();
    const { from, to } = await givenTwo(scope);
    await carryOver(scope, from, carry(to, 40_000), today);
    await expect(reviseFund(scope, from, 1, { ...last, amountPence: 99_999 })).rejects.toThrow(
      /add up to £600/,
    );
    await reviseFund(scope, from, 1, { ...last, amountPence: 100_001 });
  });

  it("is named where the fund that gave it is made smaller than that", async () => {
    const { scope } = await givenOrganisation();
    const { from, to } = await givenTwo(scope);
    await carryOver(scope, from, carry(to, 10_000), today);
    await expect(reviseFund(scope, from, 1, { ...last, amountPence: 1_000 })).rejects.toThrow(
      /£90 more than that has gone on to a later fund/,
    );
  });

  it("goes once where two carry the same money at once, or one carries and one moves it", async () => {
    const { scope } = await givenOrganisation();
    const { from, lineId, to } = await givenTwo(scope);
    const move = { fromLine: null, toLine: lineId, amountPence: 40_000, ...why };
    const outcomes = await Promise.allSettled([
      carryOver(scope, from, carry(to, 40_000), today),
      moveMoney(scope, from, move, today),
      carryOver(scope, from, carry(to, 40_000), today),
      moveMoney(scope, from, move, today),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const held = (await listFunds(scope)).map(({ total }) => total);
    expect(held.every(({ unallocated }) => unallocated >= 0)).toBe(true);
    expect(held.reduce((sum, total) => sum + total.held, 0)).toBe(150_000);
  });
});

describe("the last £100 of a line", () => {
  const offer = (lineId: string, reference: string) => ({
    lineId,
    reference,
    role: "Group member",
    community: "",
    place: "uk" as const,
    offeredOn: "2025-03-01",
    heldOn: "2025-03-10",
    time: [{ activity: "meeting" as const, minutes: 240, ratePence: 2500 }],
    expensesPence: 0,
    expensesTiming: "before" as const,
    lowIncome: false,
    timing: "after" as const,
    promisedBy: "2025-03-20",
    choice: null,
    agreedFeePence: null,
    adviceOffered: true,
  });

  it("is promised, paid or moved once, whichever comes first", async () => {
    const { scope } = await givenOrganisation();
    const { from, lineId } = await givenTwo(scope);
    await moveMoney(scope, from, { fromLine: lineId, toLine: null, amountPence: 50_000, ...why }, today);
    const payment = {
      lineId,
      offerId: null,
      kind: "other" as const,
      amountPence: 10_000,
      paidOn: "2025-03-15",
      method: "",
      financeReference: "F-1",
    };
    const outcomes = await Promise.allSettled([
      makeOffer(scope, offer(lineId, "P-1"), null, today),
      recordPayment(scope, payment, today),
      moveMoney(scope, from, { fromLine: lineId, toLine: null, amountPence: 10_000, ...why }, today),
      makeOffer(scope, offer(lineId, "P-2"), null, today),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await requireFund(scope, from)).positions.get(lineId)).toMatchObject({ left: 0 });
  });
});
