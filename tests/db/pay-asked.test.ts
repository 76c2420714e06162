import { describe, expect, it } from "vitest";
import type { Scope } from "#app/domain/organisation/scope.ts";
import {
  type ColumnMap,
  guessColumns,
  type PaymentField,
  paymentFields,
} from "#app/domain/remuneration/column-map.ts";
import { holdFile } from "#db/pay-file.server.ts";
import { importPayments, type Looked, previewPayments } from "#db/pay-import.server.ts";
import { makeOffer } from "#db/pay.server.ts";
import { listPayments, recordPayment } from "#db/payment.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation } from "#tests/support/given.ts";
import { givenLine } from "#tests/support/money.ts";

useDatabase();

const today = "2025-06-15";

async function givenOffer(scope: Scope) {
  const { lineId } = await givenLine(scope);
  const offerId = await makeOffer(
    scope,
    {
      lineId,
      reference: "P-1",
      role: "Group member",
      community: "",
      place: "uk",
      offeredOn: "2025-06-01",
      heldOn: "2025-06-10",
      time: [{ activity: "meeting", minutes: 60, ratePence: 2500 }],
      expensesPence: 0,
      expensesTiming: "before",
      lowIncome: false,
      timing: "after",
      promisedBy: "2025-06-20",
      choice: null,
      agreedFeePence: null,
      adviceOffered: true,
    },
    null,
    today,
  );
  const fee = (financeReference: string, amountPence = 2500) => ({
    lineId,
    offerId,
    kind: "fee" as const,
    amountPence,
    paidOn: "2025-06-12",
    method: "",
    financeReference,
  });
  return { offerId, fee };
}

const header = ["Finance reference", "Paid on", "Amount", "Budget line", "Reference for the person"];
const columns = guessColumns(paymentFields, header) as ColumnMap<PaymentField>;
const row = (reference: string, amount: string, person: string) => [
  reference,
  "12/06/2025",
  amount,
  "Time",
  person,
];
const held = (scope: Scope, rows: string[][]) =>
  holdFile(scope, { kind: "payments", fileName: "a.csv", rows: [header, ...rows] });
const take = (scope: Scope, id: string, looked?: Looked) =>
  importPayments(scope, id, columns, null, {}, today, looked);

describe("a fee beyond what somebody is owed", () => {
  it("is kept only with the decision to pay it, which names the one before", async () => {
    const { scope } = await givenOrganisation();
    const { fee } = await givenOffer(scope);
    await recordPayment(scope, fee("F-1"), today);
    await expect(recordPayment(scope, fee("BACS 12 June"), today)).rejects.toMatchObject({
      detail: {
        fields: {
          whyMore: [
            expect.stringMatching(
              /P-1 is owed £25 in fees, and with this £50 would be paid\. Paid before: £25 on 12 June 2025 \(F-1\)/,
            ),
          ],
        },
      },
    });
    expect(await listPayments(scope)).toHaveLength(1);
    await recordPayment(scope, fee("F-2", 500), today, "Stayed on to help tidy up");
    expect((await listPayments(scope)).map(({ note }) => note).sort()).toEqual([
      "",
      "More than is owed: Stayed on to help tidy up",
    ]);
  });

  it("asks nothing of parts that come to what is owed, of fares, or of money that names nobody", async () => {
    const { scope } = await givenOrganisation();
    const { fee } = await givenOffer(scope);
    await recordPayment(scope, fee("F-1", 1000), today);
    await recordPayment(scope, fee("F-2", 1500), today);
    await recordPayment(scope, { ...fee("F-3", 840), kind: "expenses" }, today);
    await recordPayment(scope, { ...fee("F-4", 9000), offerId: null }, today);
    expect(await listPayments(scope)).toHaveLength(4);
  });

  it("is asked of two who record the same fee at the same moment", async () => {
    const { scope } = await givenOrganisation();
    const { fee } = await givenOffer(scope);
    const outcomes = await Promise.allSettled(
      ["F-1", "F-2"].map((ref) => recordPayment(scope, fee(ref), today)),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("in a file is asked before the import, and changes nothing until it is answered", async () => {
    const { scope } = await givenOrganisation();
    const { fee } = await givenOffer(scope);
    await recordPayment(scope, fee("typed by hand"), today);
    const file = await held(scope, [row("F-1", "25", "P-1"), row("F-2", "10", "")]);
    expect(await previewPayments(scope, file, columns, null, {}, today)).toMatchObject([
      {
        state: "new",
        asks: { more: expect.stringMatching(/Row 2, amount: P-1 is owed £25.*typed by hand/) },
      },
      { state: "new" },
    ]);
    await expect(take(scope, file)).rejects.toThrow(/Say why more is paid than is owed/);
    await expect(take(scope, file, { whyMore: "She is on Universal Credit" })).rejects.toThrow(/never kept/);
    expect(await listPayments(scope)).toHaveLength(1);
    expect(await take(scope, file, { whyMore: "Two hours more" })).toEqual({ added: 2, known: 0 });
    const again = await held(scope, [row("F-1", "25", "P-1"), row("F-2", "10", "")]);
    expect(await take(scope, again)).toEqual({ added: 0, known: 2 });
    expect(
      (await listPayments(scope)).filter(({ note }) => note === "More than is owed: Two hours more"),
    ).toHaveLength(1);
  });
});

describe("a reference that looks like a name", () => {
  it("in a file is asked about, and taken once somebody has looked", async () => {
    const { scope } = await givenOrganisation();
    await givenOffer(scope);
    const file = await held(scope, [row("Amina Khan", "10", ""), row("F-2", "10", "")]);
    expect(await previewPayments(scope, file, columns, null, {}, today)).toMatchObject([
      { state: "new", asks: { name: "Row 2, finance reference: “Amina Khan” looks like a name." } },
      { state: "new" },
    ]);
    await expect(take(scope, file)).rejects.toMatchObject({
      detail: { fields: { namesNobody: [expect.stringMatching(/look like names/)] } },
    });
    expect(await listPayments(scope)).toHaveLength(0);
    expect(await take(scope, file, { namesNobody: true })).toEqual({ added: 2, known: 0 });
  });
});
