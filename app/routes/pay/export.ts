import type { LoaderFunctionArgs } from "@remix-run/node";
import { Refusal } from "#app/domain/refusal.ts";
import { csvOf, linesTable, paymentsTable } from "#app/domain/remuneration/books-export.ts";
import { excelOf } from "#app/documents/write-excel.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { readBooks } from "#db/pay-ledger.server.ts";

const excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The books as files, for members alone. */
export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const file = params.file ?? "";
  if (!["payments.csv", "lines.csv", "books.xlsx"].includes(file)) throw Refusal.notFound("file");
  const { payments, lines, offers } = await readBooks(scope);
  if (file === "payments.csv") return download(file, csvOf(paymentsTable(payments, lines, offers)));
  if (file === "lines.csv") return download(file, csvOf(linesTable(lines)));
  return download(file, await excelOf([paymentsTable(payments, lines, offers), linesTable(lines)]), excel);
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
