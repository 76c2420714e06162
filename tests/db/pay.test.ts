import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation } from "#tests/support/given.ts";
import { makeOffer } from "#db/pay.server.ts";
import { recordPayment } from "#db/payment.server.ts";
import { allowOverspend, moveMoney } from "#db/fund-decision.server.ts";
import { addLine, requireFund } from "#db/remuneration.server.ts";
import { givenLine } from "#tests/support/money.ts";

useDatabase();

const payment = (lineId: string, amountPence: number, financeReference: string) => ({
  lineId,
  offerId: null,
  kind: "fee" as const,
  amountPence,
  paidOn: "2025-06-01",
  method: "bank-transfer",
  financeReference,
});
const offer = (lineId: string) => ({
  lineId,
  reference: "P-1",
  role: "Group member",
  community: "",
  place: "uk" as const,
  offeredOn: "2025-05-01",
  heldOn: "2025-05-20",
  time: [{ activity: "meeting" as const, minutes: 120, ratePence: 2500 }],
  expensesPence: 1000,
  expensesTiming: "before" as const,
  lowIncome: false,
  timing: "after" as const,
  promisedBy: "2025-06-01",
  choice: null,
  agreedFeePence: null,
  adviceOffered: true,
});

describe("spending from a line", () => {
  it("lets one of two payments of the last £100 through", async () => {
    const { scope } = await givenOrganisation();
    const { fundId, lineId } = await givenLine(scope, 10_000);
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map((n) => recordPayment(scope, payment(lineId, 10_000, `F-${n}`))),
    );
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    expect((await requireFund(scope, fundId)).positions.get(lineId)).toMatchObject({
      spent: 10_000,
      left: 0,
    });
  });

  it("takes the same finance reference once", async () => {
    const { scope } = await givenOrganisation();
    const { lineId } = await givenLine(scope, 10_000);
    await recordPayment(scope, payment(lineId, 100, "F-1"));
    await expect(recordPayment(scope, payment(lineId, 100, "F-1"))).rejects.toThrow(/recorded already/);
  });

  it("keeps what an offer binds for that offer", async () => {
    const { scope } = await givenOrganisation();
    const { fundId, lineId } = await givenLine(scope, 10_000);
    const offerId = await makeOffer(scope, offer(lineId));
    expect((await requireFund(scope, fundId)).positions.get(lineId)).toMatchObject({
      committed: 6_000,
      left: 4_000,
    });
    await expect(recordPayment(scope, payment(lineId, 4_001, "F-1"))).rejects.toThrow(/£40 left/);
    await recordPayment(scope, { ...payment(lineId, 5_000, "F-2"), offerId });
    expect((await requireFund(scope, fundId)).positions.get(lineId)).toMatchObject({
      spent: 5_000,
      committed: 1_000,
    });
  });

  it("refuses a payment before the fund began", async () => {
    const { scope } = await givenOrganisation();
    const { lineId } = await givenLine(scope, 10_000);
    await expect(
      recordPayment(scope, { ...payment(lineId, 1, "F-1"), paidOn: "2025-03-31" }),
    ).rejects.toThrow(/before the fund/);
  });

  it("goes over only after a recorded decision", async () => {
    const { scope } = await givenOrganisation();
    const { fundId, lineId } = await givenLine(scope, 10_000);
    const decision = {
      lineId,
      overByPence: 500,
      reason: "Two more people came than we planned.",
      decidedOn: "2025-05-30",
    };
    await allowOverspend(scope, fundId, decision);
    await recordPayment(scope, payment(lineId, 10_500, "F-1"));
    await expect(recordPayment(scope, payment(lineId, 1, "F-2"))).rejects.toThrow(/£0 left/);
  });

  it("moves only money that is left, and only within the fund", async () => {
    const { scope } = await givenOrganisation();
    const { fundId, lineId } = await givenLine(scope, 10_000);
    const food = await addLine(scope, { fundId, purpose: "food", title: "Food", amountPence: 0 });
    const move = {
      fromLine: lineId,
      toLine: food,
      reason: "The group cooks together now.",
      decidedOn: "2025-05-01",
    };
    await expect(moveMoney(scope, fundId, { ...move, amountPence: 10_001 })).rejects.toThrow(
      /£100 is left there to move/,
    );
    await moveMoney(scope, fundId, { ...move, amountPence: 2_000 });
    expect((await requireFund(scope, fundId)).positions.get(food)).toMatchObject({ budget: 2_000 });
  });
});

describe("who may touch the money", () => {
  it("another organisation finds neither the fund nor the line", async () => {
    const [mine, theirs] = [await givenOrganisation(), await givenOrganisation()];
    const { fundId, lineId } = await givenLine(mine.scope, 10_000);
    await expect(requireFund(theirs.scope, fundId)).rejects.toThrow(/could not find/);
    await expect(recordPayment(theirs.scope, payment(lineId, 1, "F-1"))).rejects.toThrow(/could not find/);
  });

  it("a reviewer cannot pay, and an editor cannot allow an overspend", async () => {
    const mine = await givenOrganisation();
    const { fundId, lineId } = await givenLine(mine.scope, 10_000);
    const [reviewer, editor] = [await givenMember(mine, "reviewer"), await givenMember(mine, "editor")];
    await expect(recordPayment(reviewer, payment(lineId, 1, "F-1"))).rejects.toThrow(/Reviewers/);
    const decision = { lineId, overByPence: 1, reason: "Somebody asked for it.", decidedOn: "2025-05-01" };
    await expect(allowOverspend(editor, fundId, decision)).rejects.toThrow(/owner/);
  });
});
