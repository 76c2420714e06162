import { describe, expect, it } from "vitest";
import {
  guessColumns,
  columnProblems,
  paymentFields,
  budgetFields,
} from "#app/domain/remuneration/column-map.ts";
import { readBudgetRows } from "#app/domain/remuneration/import-budget.ts";
import { readPaymentRows } from "#app/domain/remuneration/import-payments.ts";
import type { Books } from "#app/domain/remuneration/running-books.ts";
import { csvOf, linesTable, paymentsTable } from "#app/domain/remuneration/books-export.ts";
import { linePosition } from "#app/domain/remuneration/position.ts";
import { readDay } from "#app/domain/remuneration/read-day.ts";

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const fund = {
  id: uuid(1),
  title: "Voices",
  kind: "ring-fenced" as const,
  source: "The trust",
  restrictions: "",
  startsOn: "2026-04-01",
  endsOn: "2027-03-31",
  amountPence: 100_000,
  carriedOverPence: 0,
};
const line = {
  id: uuid(2),
  fundId: fund.id,
  purpose: "participant-time" as const,
  title: "Time",
  amountPence: 10_000,
};
const offer = {
  id: uuid(3),
  lineId: line.id,
  reference: "P-1",
  heldOn: "2026-05-20",
  time: [{ activity: "meeting" as const, minutes: 60, ratePence: 2500 }],
  choice: null,
  agreedFeePence: null,
  expensesPence: 0,
  boundPence: 2500,
};
const books = (payments: Books["payments"] = []): Books => ({
  lineId: null,
  lines: [
    {
      line,
      fund,
      overspends: [],
      position: linePosition(
        line,
        [],
        [{ offerId: offer.id, lineId: line.id, amountPence: 2500 }],
        payments.map(({ lineId, offerId, amountPence }) => ({ lineId, offerId, amountPence })),
      ),
    },
  ],
  offers: [offer],
  payments,
});
const header = ["Finance reference", "Paid on", "Amount", "Budget line", "Reference for the person"];
const columns = guessColumns(paymentFields, header) as Parameters<typeof readPaymentRows>[1];
const read = (rows: string[][], before: Books = books()) => readPaymentRows(rows, columns, before);
const problemsOf = (rows: string[][], before?: Books) =>
  read(rows, before).flatMap((row) => (row.state === "wrong" ? row.problems : []));

describe("a file of payments", () => {
  it("is read with the offer that each pays", () => {
    expect(read([["F-1", "01/06/2026", "£25.00", "time, voices", "p-1"]])).toEqual([
      {
        row: 2,
        state: "new",
        payment: {
          lineId: line.id,
          offerId: offer.id,
          kind: "fee",
          amountPence: 2500,
          paidOn: "2026-06-01",
          method: "",
          financeReference: "F-1",
        },
      },
    ]);
  });

  it.each([
    ["1.200,50", /Row 2, amount: “1\.200,50” is not an amount/],
    ["12.5.0", /Row 2, amount: “12\.5\.0” is not an amount/],
    ["12 34", /not an amount/],
    ["0", /Row 2, amount: it is £0/],
    ["€12", /not in pounds/],
    ["(-12)", /not an amount/],
  ])("refuses the amount %s", (amount, sentence) =>
    expect(problemsOf([["F-1", "2026-06-01", amount, "Time", ""]])).toEqual([
      expect.stringMatching(sentence),
    ]),
  );

  it.each([
    ["2026-03-31", /before the fund “Voices” began on 1 April 2026/],
    ["03/31/2026", /is not a date/],
    ["2026-02-30", /is not a date/],
    ["", /is not a date/],
  ])("refuses the day %s", (day, sentence) =>
    expect(problemsOf([["F-1", day, "1", "Time", ""]])).toEqual([expect.stringMatching(sentence)]),
  );

  it("names the row of a line or person that is not there, and of a reference twice in the file", () => {
    expect(
      problemsOf([
        ["F-1", "2026-06-01", "1", "Tea", ""],
        ["F-2", "2026-06-01", "1", "Time", "P-9"],
        ["F-3", "2026-06-01", "1", "Time", ""],
        ["F-3", "2026-06-01", "1", "Time", ""],
      ]),
    ).toEqual([
      expect.stringMatching(/^Row 2, budget line: there is no budget line called “Tea”/),
      expect.stringMatching(/^Row 3, reference for the person: no offer to “P-9”/),
      expect.stringMatching(/^Row 5, finance reference: “F-3” is in row 4 already/),
    ]);
  });

  it("leaves what is in the books alone, and refuses the same reference with another amount", () => {
    const before = books([
      {
        lineId: line.id,
        offerId: null,
        kind: "fee",
        amountPence: 500,
        paidOn: "2026-06-01",
        financeReference: "F-1",
      },
    ]);
    expect(read([["F-1", "2026-06-01", "5.00", "Time", ""]], before)).toEqual([
      { row: 2, state: "known", financeReference: "F-1" },
    ]);
    expect(problemsOf([["F-1", "2026-06-01", "6.00", "Time", ""]], before)).toEqual([
      expect.stringMatching(/in the books as £5 on 1 June 2026/),
    ]);
  });

  it("counts the rows before: the line's last pound is spent once, and what an offer binds stays bound", () => {
    const rows = [
      ["F-1", "2026-06-01", "75", "Time", ""],
      ["F-2", "2026-06-01", "0.01", "Time", ""],
      ["F-3", "2026-06-01", "25", "Time", "P-1"],
    ];
    expect(read(rows).map(({ state }) => state)).toEqual(["new", "wrong", "new"]);
  });

  it("says which columns are missing or chosen twice", () => {
    expect(columnProblems(paymentFields, guessColumns(paymentFields, ["Colour"]), 1)).toHaveLength(3);
    expect(columnProblems(budgetFields, { purpose: 0, title: 0, amount: 1 }, 2).join()).toMatch(
      /cannot be the same column/,
    );
  });
});

describe("a budget", () => {
  const map = { purpose: 0, title: 1, amount: 2 };
  it("becomes lines, and its total is checked", () => {
    const rows = [
      ["Travel", "Buses", "100"],
      ["food", "Lunch", "50.50"],
      ["", "Total", "150.50"],
    ];
    expect(readBudgetRows(rows, map, [], 20_000).map(({ state }) => state)).toEqual(["new", "new"]);
    rows[2]![2] = "150.49";
    expect(JSON.stringify(readBudgetRows(rows, map, [], 20_000))).toContain("add up to £150.50");
  });
  it("refuses more than the fund holds, unknown purposes and a changed line", () => {
    const rows = [
      ["Time", "Time", "1"],
      ["Travel", "Buses", "300"],
      ["Participant time", "Time", "99"],
    ];
    expect(JSON.stringify(readBudgetRows(rows, map, [line], 20_000))).toMatch(
      /is not known.*£100 more than the fund holds.*row 2 already/,
    );
  });
});

describe("the books as files", () => {
  it("add up to the penny, run nothing, and can be read again", () => {
    const position = linePosition(line, [], [], [{ lineId: line.id, offerId: null, amountPence: -1 }]);
    const lines = [{ fund, line: { ...line, title: "=SUM(A1)" }, position }];
    const payment = {
      lineId: line.id,
      offerId: null,
      kind: "fee" as const,
      amountPence: -1,
      paidOn: "2026-06-01",
      method: "+44",
      financeReference: 'A "b", c',
      note: "",
    };
    const csv = csvOf(paymentsTable([payment], lines, []));
    expect(csv).toContain(`"A ""b"", c",2026-06-01,-0.01,"'=SUM(A1), Voices",,,Fee for time,'+44,`);
    expect(csvOf(linesTable([...lines, ...lines]))).toContain(
      "\r\nTotal,,,200.00,0.00,-0.02,-0.02,200.02\r\n",
    );
  });
});

describe("a day of a spreadsheet", () => {
  it("is read day first", () => {
    expect(readDay("31/3/2026")).toBe("2026-03-31");
    expect(readDay("2026-03-31T00:00:00Z")).toBe("2026-03-31");
    expect(readDay("01.02.2026")).toBe("2026-02-01");
  });
});
