import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "#app/documents/read-table.server.ts";
import {
  columnProblems,
  guessColumns,
  paymentFields,
  type PaymentField,
  type ColumnMap,
  rateFields,
  type RateField,
} from "#app/domain/remuneration/column-map.ts";
import { headerRowIn } from "#app/domain/remuneration/header-row.ts";
import { readPaymentRows } from "#app/domain/remuneration/import-payments.ts";
import type { Books } from "#app/domain/remuneration/running-books.ts";
import { readRateRows } from "#app/domain/remuneration/import-rates.ts";
import { linePosition } from "#app/domain/remuneration/position.ts";
import { readDay } from "#app/domain/remuneration/read-day.ts";

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const fund = {
  id: uuid(1),
  title: "Voices",
  kind: "ring-fenced" as const,
  source: "The trust",
  restrictions: "",
  startsOn: "2024-04-01",
  endsOn: "2026-03-31",
  amountPence: 1_000_000,
  carriedOverPence: 0,
};
const line = {
  id: uuid(2),
  fundId: fund.id,
  purpose: "participant-time" as const,
  title: "Time",
  amountPence: 1_000_000,
};
const books: Books = {
  lineId: line.id,
  lines: [{ line, fund, overspends: [], position: linePosition(line, [], [], []) }],
  offers: [],
  payments: [],
};

/** As the pages do it: bytes to rows, the header found, the columns guessed. Line endings and encoding as the system writes them. */
async function imported(lines: string[], encoding: "utf-8" | "windows-1252" = "utf-8") {
  const text = lines.join("\r\n");
  const bytes =
    encoding === "utf-8"
      ? new TextEncoder().encode(text)
      : Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
  const rows = await readTable(bytes);
  const headerRow = headerRowIn(paymentFields, rows);
  const header = rows[headerRow]!;
  const columns = guessColumns(paymentFields, header) as ColumnMap<PaymentField>;
  expect(columnProblems(paymentFields, columns, header.length)).toEqual([]);
  return readPaymentRows(rows.slice(headerRow + 1), columns, books, {
    firstRow: headerRow + 2,
    header,
    moneyOut: "plain",
  });
}
const news = (rows: Awaited<ReturnType<typeof imported>>) =>
  rows.flatMap((row) =>
    row.state === "new"
      ? [[row.row, row.payment.financeReference, row.payment.paidOn, row.payment.amountPence]]
      : [],
  );
const states = (rows: Awaited<ReturnType<typeof imported>>) => rows.map(({ state }) => state);

describe("a file as a finance system writes it", () => {
  it("of Sage's kind: titles above, a number for each, a reference for the batch, a total below, Windows-1252", async () => {
    const rows = await imported(
      [
        "Northgate Community Health Trust,,,,,,",
        "Nominal Activity,,,,,,",
        "Date From:,01/04/2024,,Date To:,31/03/2026,,",
        "",
        "No,Type,N/C,Details,Date,Ref,Amount",
        '101,BP,7601,Participant fee,14/05/2024,BACS,"£1,200.50"',
        "102,BP,7601,Participant fee – second,15/05/2024,BACS,£75.00".replace("–", "-"),
        "103,BR,7601,Returned fee,16/05/2024,BACS,(£25.00)",
        ",,,,,Total:,1250.50",
        "",
        "",
      ],
      "windows-1252",
    );
    expect(news(rows)).toEqual([
      [6, "101", "2024-05-14", 120_050],
      [7, "102", "2024-05-15", 7_500],
      [8, "103", "2024-05-16", -2_500],
    ]);
    expect(states(rows)).toEqual(["new", "new", "new", "left-out"]);
  });

  it("of Xero's kind: an account's name and balances among the rows, debit and credit apart, months in letters", async () => {
    const rows = await imported([
      "Account Transactions",
      "Northgate Community Health Trust",
      "For the period 1 April 2024 to 31 March 2026",
      "",
      "Date,Source,Description,Reference,Debit,Credit,Running Balance,Gross",
      "Participant time",
      "Opening Balance,,,,,,0.00,",
      '01 May 2024,Spend Money,Fee,SM-1,"1,000.00",,1000.00,1000.00',
      "2 Jun 2024,Receive Money,Fee returned,RM-1,,40.00,960.00,-40.00",
      'Total Participant time,,,,"1,000.00",40.00,960.00,960.00',
      'Total,,,,"1,000.00",40.00,960.00,',
    ]);
    expect(news(rows)).toEqual([
      [8, "SM-1", "2024-05-01", 100_000],
      [9, "RM-1", "2024-06-02", -4_000],
    ]);
    expect(states(rows).filter((state) => state === "wrong")).toEqual([]);
  });

  it("of Unit4's kind: semicolons, packed dates, a currency for each row: another one is refused", async () => {
    const rows = await imported([
      "TransNo;TransDate;Account;Text;Currency;Amount",
      "900001;20240514;4401;Fee;GBP;75.00",
      "900002;14.05.2024;4401;Fee;EUR;75.00",
      "900003;45426;4401;Fee;GBP;75.00-",
    ]);
    expect(news(rows)).toEqual([
      [2, "900001", "2024-05-14", 7_500],
      [4, "900003", "2024-05-14", -7_500],
    ]);
    expect(rows[1]).toMatchObject({
      state: "wrong",
      problems: [expect.stringMatching(/^Row 3, currency: “EUR” is not pounds/)],
    });
  });

  it("gives the same books whatever the order of its rows and columns", async () => {
    const header = ["Finance reference", "Paid on", "Amount"];
    const rows = [
      ["A", "01/05/2024", "5000"],
      ["B", "02/05/2024", "-5000"],
      ["C", "03/05/2024", "9000"],
      ["D", "04/05/2024", "1000.01"],
    ];
    const outcome = async (order: number[], columns: number[]) =>
      (
        await imported(
          [header, ...order.map((n) => rows[n]!)].map((row) => columns.map((c) => row[c]).join(",")),
        )
      )
        .map((row) => (row.state === "new" ? row.payment.financeReference : row.state))
        .sort();
    const plain = await outcome([0, 1, 2, 3], [0, 1, 2]);
    // £10,000 in the line: £5,000 out and back, £9,000 out, and then £1,000.01 is a penny too much.
    expect(plain).toEqual(["A", "B", "C", "wrong"]);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        async (order, columns) => {
          expect(await outcome(order, columns)).toEqual(plain);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("refuses pay below nothing: money comes back only where it was paid", async () => {
    const [row] = await imported(["Reference,Date,Amount", "F-1,01/05/2024,-50"]);
    expect(row).toMatchObject({
      state: "wrong",
      problems: [expect.stringMatching(/^Row 2, amount: -£50 is below £0, and nothing was paid/)],
    });
  });

  it("refuses an old Excel file and a web page with a sentence", async () => {
    await expect(readTable(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).rejects.toThrow(/old Excel file/);
    await expect(readTable(new TextEncoder().encode("<html><table>"))).rejects.toThrow(/web page/);
  });
});

describe("a day as finance systems write it", () => {
  it.each([
    ["45383", "2024-04-01"],
    ["20240401", "2024-04-01"],
    ["1 Apr 2024", "2024-04-01"],
    ["01-Apr-24", "2024-04-01"],
    ["1 September 2024", "2024-09-01"],
    ["01/04/24", "2024-04-01"],
    ["01/04/2024 12:00 AM", "2024-04-01"],
  ])("%s is %s", (written, day) => expect(readDay(written)).toBe(day));
  it.each(["04/13/2024", "31/02/2024", "1 Smarch 2024", "tomorrow", "", "99999"])(
    "%s is refused",
    (written) => expect(() => readDay(written)).toThrow(/is not a date/),
  );
});

describe("what others pay, from a file", () => {
  const header = ["Name", "An hour", "From", "Until", "Where", "Source"];
  const columns = guessColumns(rateFields, header) as ColumnMap<RateField>;
  const rows = [["Public contributor", "£25.00", "01/04/2025", "", "UK", "A health body, fees 2025"]];
  it("needs a first day and a source, in the row or for the file", () => {
    expect(readRateRows(rows, columns, [], "")).toMatchObject([
      { state: "new", rate: { kind: "comparator", pencePerHour: 2500, from: "2025-04-01", until: null } },
    ]);
    const bare = [["Public contributor", "25", "", "", "", ""]];
    expect(JSON.stringify(readRateRows(bare, columns, [], ""))).toMatch(
      /Row 2, from: .*empty.*Row 2, source: no source is named/,
    );
    expect(readRateRows([["A", "25", "2025-04-01", "", "", ""]], columns, [], "The body")).toMatchObject([
      { state: "new", rate: { source: "The body" } },
    ]);
  });
  it("is left alone when it is known, and refused when it says something else", () => {
    const [first] = readRateRows(rows, columns, [], "");
    const known = first!.state === "new" ? [{ ...first!.rate, id: "1" }] : [];
    expect(readRateRows(rows, columns, known, "")).toMatchObject([{ state: "known" }]);
    expect(readRateRows([[...rows[0]!].with(1, "26")], columns, known, "")).toMatchObject([
      { state: "wrong", problems: [expect.stringMatching(/known as £25/)] },
    ]);
  });
  it.each(["-1", "1.200,50", "20000"])("refuses %s an hour", (rate) =>
    expect(readRateRows([[...rows[0]!].with(1, rate)], columns, [], "")[0]!.state).toBe("wrong"),
  );
});
