import type { LoaderFunctionArgs } from "@remix-run/node";
import { Refusal } from "#app/domain/refusal.ts";
import {
  csvOf,
  decisionsTable,
  type ExportTable,
  fundsTable,
  linesTable,
  offersTable,
  paymentsTable,
} from "#app/domain/remuneration/books-export.ts";
import {
  bidsTable,
  offerChangesTable,
  ratesTable,
  staffTable,
  turnoutsTable,
} from "#app/domain/remuneration/plan-export.ts";
import { shapersOf } from "#app/domain/remuneration/shapers.ts";
import { excelOf } from "#app/documents/write-excel.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { readBooks } from "#db/pay-ledger.server.ts";

const excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Books = Awaited<ReturnType<typeof readBooks>>;

/** The files by name, in the order of their sheets in `books.xlsx`. */
const tables: Record<string, (books: Books) => ExportTable> = {
  "payments.csv": ({ payments, lines, offers }) => paymentsTable(payments, lines, offers),
  "lines.csv": ({ lines }) => linesTable(lines),
  "funds.csv": ({ funds }) => fundsTable(funds),
  "decisions.csv": ({ funds, names }) => decisionsTable(funds, (member) => names.get(member) ?? ""),
  "offers.csv": ({ offers, lines }) => offersTable(offers, lines),
  "offer-changes.csv": ({ events, offers, lines }) =>
    offerChangesTable(events, offers, (id) => lineName(lines, id)),
  "bids.csv": ({ ledger }) => bidsTable(ledger.bids.map((bid) => ({ bid, shapers: shapersOf(bid, ledger) }))),
  "rates.csv": ({ rates }) => ratesTable(rates),
  "staff-costs.csv": ({ ledger }) => staffTable(ledger.staff),
  "turnouts.csv": ({ ledger, offers }) => turnoutsTable(ledger.turnouts, offers),
};

/** The books as files, for members alone. */
export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const file = params.file ?? "";
  if (file === "books.xlsx") {
    const books = await readBooks(scope);
    return download(file, await excelOf(Object.values(tables).map((table) => table(books))), excel);
  }
  const table = Object.hasOwn(tables, file) ? tables[file] : undefined;
  if (!table) throw Refusal.notFound("file");
  return download(file, csvOf(table(await readBooks(scope))));
});

function lineName(lines: Books["lines"], id: string): string {
  const found = lines.find(({ line }) => line.id === id);
  return found ? `${found.line.title}, ${found.fund.title}` : "another line";
}

function download(
  name: string,
  body: string | Uint8Array<ArrayBuffer>,
  type = "text/csv; charset=utf-8",
): Response {
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
