import type { LoaderFunctionArgs } from "@remix-run/node";
import { Refusal } from "#app/domain/refusal.ts";
import {
  csvOf,
  decisionsTable,
  fundsTable,
  linesTable,
  offersTable,
  paymentsTable,
} from "#app/domain/remuneration/books-export.ts";
import { excelOf } from "#app/documents/write-excel.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { readBooks } from "#db/pay-ledger.server.ts";

const excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const files = ["payments.csv", "lines.csv", "funds.csv", "decisions.csv", "offers.csv", "books.xlsx"];

/** The books as files, for members alone. */
export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const file = params.file ?? "";
  if (!files.includes(file)) throw Refusal.notFound("file");
  const { funds, payments, lines, offers } = await readBooks(scope);
  const tables = {
    "payments.csv": paymentsTable(payments, lines, offers),
    "lines.csv": linesTable(lines),
    "funds.csv": fundsTable(funds),
    "decisions.csv": decisionsTable(funds),
    "offers.csv": offersTable(offers, lines),
  };
  if (file === "books.xlsx") return download(file, await excelOf(Object.values(tables)), excel);
  return download(file, csvOf(tables[file as keyof typeof tables]));
});

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
