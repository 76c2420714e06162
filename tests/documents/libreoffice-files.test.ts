import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  guessColumns,
  paymentFields,
  type ColumnMap,
  type PaymentField,
} from "#app/domain/remuneration/column-map.ts";
import { headerRowIn } from "#app/domain/remuneration/header-row.ts";
import { readPaymentRows } from "#app/domain/remuneration/import-payments.ts";
import { readTable } from "#app/documents/read-table.server.ts";

const file = (name: string) => new Uint8Array(readFileSync(new URL(name, import.meta.url)));
const line = {
  id: "line",
  fundId: "fund",
  purpose: "participant-time" as const,
  title: "Time",
  amountPence: 1_000_000,
};
const fund = {
  id: "fund",
  title: "Voices",
  kind: "grant" as const,
  source: "",
  restrictions: "",
  startsOn: "2025-04-01",
  endsOn: "2026-03-31",
  amountPence: 1_000_000,
  carriedOverPence: 0,
};
const position = { lineId: "line", budget: 1_000_000, spent: 0, committed: 0, forecast: 0, left: 1_000_000 };

/** Saved by LibreOffice 7.4: a title, date cells, cells in pounds, a formula, amounts as text, and a total. */
describe("a spreadsheet made by LibreOffice", () => {
  it("gives the amounts and days that its cells show, and a sentence for the one that is no amount", async () => {
    const rows = await readTable(file("made-by-libreoffice.xlsx"));
    const header = headerRowIn(paymentFields, rows);
    const columns = guessColumns(paymentFields, rows[header]!) as ColumnMap<PaymentField>;
    const books = {
      lines: [{ line, fund, position, overspends: [] }],
      offers: [],
      payments: [],
      lineId: null,
    };
    const layout = { firstRow: header + 2, header: rows[header]!, moneyOut: "plain" as const };
    const read = readPaymentRows(rows.slice(header + 1), columns, books, layout);
    const said = read.map((row) =>
      row.state === "new"
        ? `${row.row} ${row.payment.paidOn} ${row.payment.amountPence}`
        : `${row.row} ${row.state}`,
    );
    expect(said).toEqual([
      "4 2025-05-01 1250",
      "5 2025-05-02 120050",
      "6 2025-05-03 30",
      "7 2025-05-04 -1200",
      "8 2025-05-05 -1200",
      "9 2025-05-06 120050",
      "10 wrong",
      "11 left-out",
    ]);
    expect(read[6]).toMatchObject({
      problems: [expect.stringMatching(/^Row 10, amount: “1\.200,50”.*comma/)],
    });
  });

  it("is asked for again as .xlsx where it is an .ods", async () => {
    await expect(readTable(file("made-by-libreoffice.ods"))).rejects.toThrow(/OpenDocument.*\.xlsx or CSV/);
  });
});
