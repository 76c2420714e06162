import type { LoaderFunctionArgs } from "@remix-run/node";
import Papa from "papaparse";
import { importColumns } from "#app/domain/feedback/import-columns.ts";
import { neutraliseFormula } from "#app/domain/spreadsheet/cell.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { exportLoops } from "#db/feedback-export.server.ts";

/** Everything people said and what came of it, as a spreadsheet. */
export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const rows = await exportLoops(await requireScope(request, params.organisation));
  const safe = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === "string" ? neutraliseFormula(value) : value,
      ]),
    ),
  );
  // The mark tells Excel that this is UTF-8.
  return new Response(`\ufeff${Papa.unparse({ fields: [...importColumns], data: safe })}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="feedback.csv"',
      "Cache-Control": "no-store",
    },
  });
});
