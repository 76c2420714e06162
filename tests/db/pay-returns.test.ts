import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation } from "#tests/support/given.ts";
import { holdFile } from "#db/pay-file.server.ts";
import { importPayments } from "#db/pay-import.server.ts";
import {
  guessColumns,
  paymentFields,
  type ColumnMap,
  type PaymentField,
} from "#app/domain/remuneration/column-map.ts";
import { listPayments, recordPayment } from "#db/payment.server.ts";
import { requirePayment, reversePayment } from "#db/payment-return.server.ts";
import { makeOffer } from "#db/pay.server.ts";
import { noteTurnout } from "#db/turnout.server.ts";
import { addLine, requireFund } from "#db/remuneration.server.ts";
import { givenLine } from "#tests/support/money.ts";

useDatabase();

const today = "2025-06-15";
const payment = (lineId: string, financeReference: string, changed: object = {}) => ({
  lineId,
  offerId: null,
  kind: "fee" as const,
  amountPence: 5_000,
  paidOn: "2025-06-01",
  method: "bank transfer",
  financeReference,
  ...changed,
});
const back = { paidOn: "2025-06-10", note: "Sent to a closed account." };

describe("money that comes back", () => {
  it("comes back in parts, each named and explained, and never more than was paid", async () => {
    const { scope } = await givenOrganisation();
    const { fundId, lineId } = await givenLine(scope);
    const id = await recordPayment(scope, payment(lineId, "F-1"), today);
    await reversePayment(scope, id, { ...back, amountPence: 1_234 }, today);
    expect((await requirePayment(scope, id)).left).toBe(3_766);
    await expect(reversePayment(scope, id, { ...back, amountPence: 3_767 }, today)).rejects.toThrow(
      /Only £37\.66/,
    );
    await reversePayment(scope, id, { ...back, financeReference: "R-9" }, today);
    await expect(reversePayment(scope, id, back, today)).rejects.toThrow(/come back already/);
    const all = await listPayments(scope);
    expect(
      all
        .filter(({ reverses }) => reverses === id)
        .map(({ financeReference }) => financeReference)
        .sort(),
    ).toEqual(["F-1 reversed", "R-9"]);
    expect((await requireFund(scope, fundId)).positions.get(lineId)).toMatchObject({
      spent: 0,
      left: 100_000,
    });
  });

  it("comes back once where two people take it back at the same moment", async () => {
    const { scope } = await givenOrganisation();
    const { lineId } = await givenLine(scope);
    const id = await recordPayment(scope, payment(lineId, "F-1"), today);
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map((n) => reversePayment(scope, id, { ...back, financeReference: `R-${n}` }, today)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("does not come back before it was paid, nor on a day to come", async () => {
    const { scope } = await givenOrganisation();
    const { lineId } = await givenLine(scope);
    const id = await recordPayment(scope, payment(lineId, "F-1"), today);
    await expect(reversePayment(scope, id, { ...back, paidOn: "2025-05-31" }, today)).rejects.toThrow(
      /before it was paid/,
    );
    await expect(reversePayment(scope, id, { ...back, paidOn: "2025-06-16" }, today)).rejects.toThrow(
      /has not come yet/,
    );
  });
});

describe("what is not kept", () => {
  it("a payment of a day to come, or outside of the fund's time", async () => {
    const { scope } = await givenOrganisation();
    const { lineId } = await givenLine(scope);
    const paid = (paidOn: string, on = today) => recordPayment(scope, payment(lineId, "F-1", { paidOn }), on);
    await expect(paid("2025-06-16")).rejects.toThrow(/16 June 2025 has not come yet.*its promise/);
    await expect(paid("2025-03-31")).rejects.toThrow(/before the fund “Voices” began on 1 April 2025/);
    await expect(paid("2026-04-01", "2026-05-01")).rejects.toThrow(
      /after the fund “Voices” ended on 31 March 2026/,
    );
    await paid(today);
  });

  it("a turnout of a day to come", async () => {
    const { scope } = await givenOrganisation();
    await expect(
      noteTurnout(scope, { heldOn: "2025-06-16", title: "Workshop", tookPart: 9 }, today),
    ).rejects.toThrow(/noted afterwards/);
  });

  it("a benefit that somebody gets, wherever it is written", async () => {
    const { scope } = await givenOrganisation();
    const { lineId } = await givenLine(scope);
    const offer = {
      lineId,
      reference: "P-1",
      role: "Group member",
      community: "People on Universal Credit",
      place: "uk" as const,
      offeredOn: "2025-06-01",
      heldOn: "2025-06-10",
      time: [{ activity: "meeting" as const, minutes: 60, ratePence: 2500 }],
      expensesPence: 0,
      expensesTiming: "before" as const,
      lowIncome: true,
      timing: "after" as const,
      promisedBy: "2025-06-20",
      choice: null,
      agreedFeePence: null,
      adviceOffered: true,
    };
    await expect(makeOffer(scope, offer, null, today)).rejects.toThrow(/Universal Credit.*never kept/);
    await expect(
      recordPayment(scope, payment(lineId, "F-1", { method: "cash, she is on PIP" }), today),
    ).rejects.toThrow(/PIP/);
    const id = await recordPayment(scope, payment(lineId, "F-1"), today);
    await expect(reversePayment(scope, id, { ...back, note: "His ESA stopped" }, today)).rejects.toThrow(
      /ESA/,
    );
    const rows = [
      ["Finance reference", "Paid on", "Amount", "Budget line", "How it was paid"],
      ["F-2", "01/06/2025", "10", "Time", "Voucher (on JSA)"],
    ];
    const file = await holdFile(scope, { kind: "payments", fileName: "a.csv", rows });
    const columns = guessColumns(paymentFields, rows[0]!) as ColumnMap<PaymentField>;
    await expect(importPayments(scope, file, columns, null, {}, today)).rejects.toThrow(
      /Row 2, how it was paid:.*JSA/,
    );
    expect(await listPayments(scope)).toHaveLength(1);
  });
});

describe("one payment", () => {
  it("is one in whatever capitals its reference is written, also at the same moment", async () => {
    const { scope } = await givenOrganisation();
    const { fundId, lineId } = await givenLine(scope);
    const other = await addLine(scope, { fundId, purpose: "food", title: "Lunch", amountPence: 0 }).catch(
      () => lineId,
    );
    const outcomes = await Promise.allSettled(
      ["INV-7a", "inv-7A", "Inv-7a"].map((reference, n) =>
        recordPayment(
          scope,
          payment(n === 1 ? other : lineId, reference, n === 1 ? { amountPence: 1 } : {}),
          today,
        ),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(1);
    expect(await listPayments(scope)).toHaveLength(
      outcomes.filter(({ status }) => status === "fulfilled").length,
    );
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(String(outcome.reason)).toMatch(/recorded already|left/);
  });

  it("is one when the same file is imported twice at the same moment", async () => {
    const { scope } = await givenOrganisation();
    await givenLine(scope);
    const rows = [
      ["Finance reference", "Paid on", "Amount", "Budget line"],
      ...[1, 2, 3].map((n) => [`F-${n}`, "01/06/2025", "10", "Time"]),
    ];
    const columns = guessColumns(paymentFields, rows[0]!) as ColumnMap<PaymentField>;
    const files = await Promise.all(
      [1, 2].map((n) => holdFile(scope, { kind: "payments", fileName: `${n}.csv`, rows })),
    );
    const outcomes = await Promise.all(
      files.map((file) => importPayments(scope, file, columns, null, {}, today)),
    );
    expect(outcomes.map(({ added }) => added).sort()).toEqual([0, 3]);
    expect(await listPayments(scope)).toHaveLength(3);
  });
});
