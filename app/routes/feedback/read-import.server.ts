import Papa from "papaparse";
import { missingColumns, readImportRow, type ImportResult } from "#app/domain/feedback/import-row.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { mostRows } from "#db/feedback-import.server.ts";

/** The rows of a CSV text. @throws Refusal (400) when it is no such table */
export function readImport(text: string, today: string): ImportResult[] {
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ""), {
    header: true,
    skipEmptyLines: "greedy",
    transformHeader: (name) => name.trim().toLowerCase().replaceAll(" ", "_"),
  });
  const missing = missingColumns(meta.fields ?? []);
  if (missing.length > 0)
    throw Refusal.invalid({
      file: [`The file has no column ${missing.join(", ")}. Add it to the first line.`],
    });
  if (data.length === 0) throw Refusal.invalid({ file: ["The file has no rows below its headings."] });
  if (data.length > mostRows)
    throw Refusal.invalid({ file: [`The file has ${data.length} rows. Bring in ${mostRows} at a time.`] });
  return data.map((cells, position) => readImportRow(cells, position + 2, today));
}
