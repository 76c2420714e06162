import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { csvOf, linesTable, paymentsTable } from "#app/domain/remuneration/books-export.ts";
import {
  type BudgetField,
  budgetFields,
  type ColumnMap,
  guessColumns,
  type PaymentField,
  paymentFields,
} from "#app/domain/remuneration/column-map.ts";
import { payFigures } from "#app/domain/remuneration/figures.ts";
import { readTable } from "#app/documents/read-table.server.ts";
import { excelOf } from "#app/documents/write-excel.server.ts";
import { penceToDecimal } from "#app/domain/money/format.ts";
import { holdFile } from "#db/pay-file.server.ts";
import { importPayments, previewPayments } from "#db/pay-import.server.ts";
import { importBudget } from "#db/plan-import.server.ts";
import { readBooks, readLedger } from "#db/pay-ledger.server.ts";
import { chooseOwn, issuePayLink, noteChoice, readOwnOffer, tellReceipt } from "#db/pay-link.server.ts";
import { listSummaries, keepSummary } from "#db/pay-summary.server.ts";
import { makeOffer } from "#db/pay.server.ts";
import { recordPayment } from "#db/payment.server.ts";
import { reversePayment } from "#db/payment-return.server.ts";
import { openLink } from "#db/private-link.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import { readState } from "#db/record.server.ts";
import { addLine, openFund, requireFund, reviseFund } from "#db/remuneration.server.ts";
import { noteTurnout } from "#db/turnout.server.ts";
import { publicPay } from "#app/domain/remuneration/public-pay.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation } from "#tests/support/given.ts";

useDatabase();

const begins = "2024-04-01";
const fund = {
  title: "Two years of voices",
  kind: "ring-fenced" as const,
  source: "The trust",
  restrictions: "",
  startsOn: begins,
  endsOn: "2026-03-31",
  amountPence: 4_000_000,
  carriedOverPence: 123_456,
};
const budget = [
  ["Participant time", "Time", "30000.00"],
  ["Travel", "Travel", "5000.55"],
  ["Food", "Lunch", "1234.56"],
] as const;

async function givenFund(scope: Scope) {
  const fundId = await openFund(scope, fund);
  const purposes = ["participant-time", "travel", "food"] as const;
  const lines: string[] = [];
  for (const [index, [, title, pounds]] of budget.entries())
    lines.push(
      await addLine(scope, {
        fundId,
        purpose: purposes[index]!,
        title,
        amountPence: Math.round(Number(pounds) * 100),
      }),
    );
  return { fundId, time: lines[0]!, travel: lines[1]!, lunch: lines[2]! };
}

const offerOf = (lineId: string, reference: string, heldOn: string, ratePence: number) => ({
  lineId,
  reference,
  role: "Group member",
  community: "",
  place: "uk" as const,
  offeredOn: heldOn,
  heldOn,
  // 50 minutes at an odd rate: a fee that has to be rounded.
  time: [
    { activity: "meeting" as const, minutes: 120, ratePence },
    { activity: "preparation" as const, minutes: 50, ratePence },
  ],
  expensesPence: 0,
  expensesTiming: "before" as const,
  lowIncome: false,
  timing: "after" as const,
  promisedBy: addDays(heldOn, 10),
  choice: "bank-transfer" as const,
  agreedFeePence: null,
  adviceOffered: true,
});

type Entry = { reference: string; heldOn: string; ratePence: number; paidOn: string; pence: number };

/** Two years: five people a month at rates that change, one fare and one lunch each month. */
function twoYears(): Entry[] {
  return Array.from({ length: 24 }, (_, month) => month).flatMap((month) =>
    [1, 2, 3, 4, 5].map((person) => {
      const heldOn = addDays(addMonths(begins, month), 9);
      const ratePence = 2001 + 7 * month + person;
      const pence = 2 * ratePence + Math.floor((ratePence * 50 + 30) / 60);
      return {
        reference: `P-${person}`,
        heldOn,
        ratePence,
        pence,
        paidOn: addDays(heldOn, 5 + ((month + person) % 9)),
      };
    }),
  );
}
const fares = (month: number) => 333 + 17 * month;

const columnsFor = (rows: string[][]) => guessColumns(paymentFields, rows[0]!) as ColumnMap<PaymentField>;

async function figuresOf(scope: Scope, fundId: string) {
  const ledger = await readLedger(scope);
  const sheet = await requireFund(scope, fundId);
  return {
    figures: payFigures(ledger.turnouts, ledger.offers, ledger.payments, "2026-04-30"),
    total: sheet.total,
    positions: [...sheet.positions.values()].map(({ budget, spent, committed, left }) => ({
      budget,
      spent,
      committed,
      left,
    })),
  };
}

describe("two years of a project", () => {
  it("have the same figures to the penny typed in and imported from CSV and from Excel", async () => {
    const [typed, csv, excel] = [
      await givenOrganisation(),
      await givenOrganisation(),
      await givenOrganisation(),
    ];
    const header = [
      "Finance reference",
      "Paid on",
      "Amount",
      "Budget line",
      "Reference for the person",
      "What for",
    ];
    const rows: string[][] = [header];
    const books = await Promise.all([typed, csv, excel].map(({ scope }) => givenFund(scope)));
    for (const [n, entry] of twoYears().entries()) {
      const made = await Promise.all(
        [typed, csv, excel].map(({ scope }, index) =>
          makeOffer(scope, offerOf(books[index]!.time, entry.reference, entry.heldOn, entry.ratePence)),
        ),
      );
      await recordPayment(typed.scope, {
        lineId: books[0]!.time,
        offerId: made[0]!,
        kind: "fee",
        amountPence: entry.pence,
        paidOn: entry.paidOn,
        method: "",
        financeReference: `FEE-${n}`,
      });
      const [year, month, day] = entry.paidOn.split("-");
      rows.push([
        `FEE-${n}`,
        `${day}/${month}/${year}`,
        `£${penceToDecimal(entry.pence)}`,
        "Time",
        entry.reference,
        "fee",
      ]);
    }
    for (let month = 0; month < 24; month += 1) {
      const paidOn = addDays(addMonths(begins, month), 9);
      const payment = {
        paidOn,
        kind: "other" as const,
        offerId: null,
        method: "",
        amountPence: fares(month),
      };
      await recordPayment(typed.scope, {
        ...payment,
        lineId: books[0]!.travel,
        financeReference: `BUS-${month}`,
      });
      rows.push([`BUS-${month}`, paidOn, penceToDecimal(fares(month)), "Travel", "", "other"]);
    }
    const csvRows = await readTable(new TextEncoder().encode(rows.map((row) => row.join(",")).join("\r\n")));
    const asTable = {
      name: "Payments",
      header,
      rows: rows
        .slice(1)
        .map((row) =>
          row.map((cell, index) =>
            index === 2 ? { pence: Math.round(Number(cell.replace("£", "")) * 100) } : cell,
          ),
        ),
    };
    const excelRows = await readTable(await excelOf([asTable]));
    for (const [org, read] of [
      [csv, csvRows],
      [excel, excelRows],
    ] as const) {
      const held = await holdFile(org.scope, { kind: "payments", fileName: "p.csv", rows: read });
      expect(await importPayments(org.scope, held, columnsFor(read), null)).toEqual({ added: 144, known: 0 });
    }
    const figures = await figuresOf(typed.scope, books[0]!.fundId);
    expect(await figuresOf(csv.scope, books[1]!.fundId)).toEqual(figures);
    expect(await figuresOf(excel.scope, books[2]!.fundId)).toEqual(figures);
    // By hand: fees as above, fares 333 × 24 + 17 × (0 + … + 23).
    const fees = twoYears().reduce((sum, { pence }) => sum + pence, 0);
    expect(figures.figures).toMatchObject({
      offered: 120,
      settled: 120,
      offeredPence: fees,
      paidPence: fees,
    });
    expect(figures.total).toMatchObject({ spent: fees + 333 * 24 + 17 * 276, committed: 0 });

    const again = await holdFile(csv.scope, { kind: "payments", fileName: "p.csv", rows: csvRows });
    expect(await importPayments(csv.scope, again, columnsFor(csvRows), null)).toEqual({
      added: 0,
      known: 144,
    });
    expect(await figuresOf(csv.scope, books[1]!.fundId)).toEqual(figures);

    const whole = await readBooks(typed.scope);
    const exported = await readTable(
      new TextEncoder().encode(csvOf(paymentsTable(whole.payments, whole.lines, whole.offers))),
    );
    const back = await holdFile(typed.scope, { kind: "payments", fileName: "b.csv", rows: exported });
    expect(await importPayments(typed.scope, back, columnsFor(exported), null)).toEqual({
      added: 0,
      known: 144,
    });
    expect(csvOf(linesTable(whole.lines))).toContain(
      `\r\nTotal,,,36235.11,0.00,${penceToDecimal(figures.total.spent)},`,
    );
    // Some 700 transactions, one after another.
  }, 180_000);
});

describe("a file with one wrong row", () => {
  it("changes nothing", async () => {
    const { scope } = await givenOrganisation();
    const { fundId } = await givenFund(scope);
    const rows = [
      ["Finance reference", "Paid on", "Amount", "Budget line"],
      ["A", "2024-05-01", "10", "Time"],
      ["B", "2024-05-01", "1.200,50", "Time"],
    ];
    const held = await holdFile(scope, { kind: "payments", fileName: "p.csv", rows });
    await expect(importPayments(scope, held, columnsFor(rows), null)).rejects.toThrow(/Row 3, amount/);
    expect((await requireFund(scope, fundId)).total.spent).toBe(0);
    expect((await previewPayments(scope, held, columnsFor(rows), null)).map(({ state }) => state)).toEqual([
      "new",
      "wrong",
    ]);
  });

  it("is nobody else's to see or import, and not a reviewer's to import", async () => {
    const [mine, theirs] = [await givenOrganisation(), await givenOrganisation()];
    await givenFund(mine.scope);
    const rows = [
      ["Finance reference", "Paid on", "Amount", "Budget line"],
      ["A", "2024-05-01", "10", "Time"],
    ];
    const held = await holdFile(mine.scope, { kind: "payments", fileName: "p.csv", rows });
    await expect(importPayments(theirs.scope, held, columnsFor(rows), null)).rejects.toThrow(
      /could not find/,
    );
    const reviewer = await givenMember(mine, "reviewer");
    await expect(importPayments(reviewer, held, columnsFor(rows), null)).rejects.toThrow(/Reviewers/);
  });
});

describe("a budget from a spreadsheet", () => {
  it("becomes the lines of a fund, once", async () => {
    const { scope } = await givenOrganisation();
    const fundId = await openFund(scope, fund);
    const rows = [["What it pays for", "Name of the line", "Amount"], ...budget.map((row) => [...row])];
    const columns = guessColumns(budgetFields, rows[0]!) as ColumnMap<BudgetField>;
    const hold = () => holdFile(scope, { kind: "budget", fundId, fileName: "b.xlsx", rows });
    expect(await importBudget(scope, await hold(), columns)).toEqual({ added: 3, known: 0 });
    expect(await importBudget(scope, await hold(), columns)).toEqual({ added: 0, known: 3 });
    expect((await requireFund(scope, fundId)).total.unallocated).toBe(4_123_456 - 3_623_511);
  });
});

describe("a fund", () => {
  it("cannot shrink below its lines, or leave out a day that was paid for", async () => {
    const { scope } = await givenOrganisation();
    const { fundId, time } = await givenFund(scope);
    await expect(reviseFund(scope, fundId, 1, { ...fund, amountPence: 1 })).rejects.toThrow(/fund holds/);
    await recordPayment(scope, {
      lineId: time,
      offerId: null,
      kind: "other",
      amountPence: 1,
      paidOn: "2024-05-01",
      method: "",
      financeReference: "A",
    });
    await expect(reviseFund(scope, fundId, 1, { ...fund, startsOn: "2024-05-02" })).rejects.toThrow(
      /paid from this fund on 1 May 2024/,
    );
  });
});

describe("a payment that was wrong", () => {
  it("is reversed once by another, and what it paid is owed again", async () => {
    const { scope } = await givenOrganisation();
    const { fundId, time } = await givenFund(scope);
    const offerId = await makeOffer(scope, offerOf(time, "P-1", "2024-05-01", 2000));
    const { committed } = (await requireFund(scope, fundId)).total;
    const paymentId = await recordPayment(scope, {
      lineId: time,
      offerId,
      kind: "fee",
      amountPence: committed,
      paidOn: "2024-05-02",
      method: "",
      financeReference: "A",
    });
    const back = { paidOn: "2024-05-03", note: "Paid to the wrong account." };
    const outcomes = await Promise.allSettled([
      reversePayment(scope, paymentId, back),
      reversePayment(scope, paymentId, back),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await requireFund(scope, fundId)).total).toMatchObject({ spent: 0, committed });
  });
});

describe("the person behind an offer", () => {
  async function given() {
    const made = await givenOrganisation();
    const { fundId, time } = await givenFund(made.scope);
    const offer = { ...offerOf(time, "P-1", "2024-05-01", 2000), choice: null };
    const offerId = await makeOffer(made.scope, offer);
    const link = async () =>
      openLink(await issuePayLink(made.scope, offerId, new Date("2100-01-01")), "agree-pay", new Date());
    return { ...made, fundId, time, offerId, link };
  }

  it("chooses, changes their mind until it is paid, and says whether it has come", async () => {
    const { scope, fundId, time, offerId, link } = await given();
    const mine = await link();
    await chooseOwn(mine, { choice: "nothing", agreedFeePence: null });
    expect((await requireFund(scope, fundId)).total.committed).toBe(0);
    await chooseOwn(mine, { choice: "less", agreedFeePence: 1000, timing: "on-the-day" });
    expect((await requireFund(scope, fundId)).total.committed).toBe(1000);
    await recordPayment(scope, {
      lineId: time,
      offerId,
      kind: "fee",
      amountPence: 1000,
      paidOn: "2024-05-01",
      method: "cash",
      financeReference: "A",
    });
    await expect(chooseOwn(mine, { choice: "cash", agreedFeePence: null })).rejects.toThrow(/paid already/);
    await tellReceipt(mine, false, "2024-05-02");
    expect((await readOwnOffer(mine)).offer).toMatchObject({
      notReceivedOn: "2024-05-02",
      confirmedOn: null,
    });
    await tellReceipt(mine, true, "2024-05-03");
    expect((await readOwnOffer(mine)).offer).toMatchObject({
      notReceivedOn: null,
      confirmedOn: "2024-05-03",
    });
  });

  it("has one working link: another one closes those before", async () => {
    const { scope, offerId } = await given();
    const first = await issuePayLink(scope, offerId, new Date("2100-01-01"));
    await issuePayLink(scope, offerId, new Date("2100-01-01"));
    await expect(openLink(first, "agree-pay", new Date())).rejects.toThrow(/switched off/);
  });

  it("is not a reviewer, nor somebody of another organisation", async () => {
    const { offerId, ...mine } = await given();
    const [theirs, reviewer] = [await givenOrganisation(), await givenMember(mine, "reviewer")];
    await expect(issuePayLink(theirs.scope, offerId, new Date("2100-01-01"))).rejects.toThrow(
      /could not find/,
    );
    await expect(noteChoice(reviewer, offerId, { choice: "cash", agreedFeePence: null })).rejects.toThrow(
      /Reviewers/,
    );
  });
});

describe("figures for the public", () => {
  it("reach the record when they are published, and other periods may not overlap", async () => {
    const { scope, slug } = await givenOrganisation();
    const { time } = await givenFund(scope);
    for (let person = 0; person < 10; person += 1)
      await makeOffer(scope, offerOf(time, `P-${person}`, "2024-05-01", 2000));
    await noteTurnout(scope, { heldOn: "2024-05-01", title: "Workshop", tookPart: 30 });
    const period = { from: "2024-04-01", until: "2025-03-31" };
    await keepSummary(scope, period, "", "2025-05-01");
    const { fingerprint } = await previewPublication(scope);
    await publish(scope, { fingerprint, reasons: {} });
    const [published] = publicPay((await readState(slug))!);
    expect(published!.summary.people).toEqual({ takingPart: 30, offered: 10, declined: 0, neverOffered: 20 });
    await expect(
      keepSummary(scope, { from: "2024-06-01", until: "2024-06-30" }, "", "2025-05-01"),
    ).rejects.toThrow(/may not overlap/);
    await makeOffer(scope, offerOf(time, "P-99", "2024-05-01", 2000));
    await expect(keepSummary(scope, period, "", "2025-05-02")).rejects.toThrow(/earlier figures stand/);
    expect(await listSummaries(scope)).toHaveLength(1);
  });
});
