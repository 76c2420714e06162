import Papa from "papaparse";
import { readTable } from "#app/documents/read-table.server.ts";
import { missingColumns } from "#app/domain/feedback/import-columns.ts";
import { joinRows } from "#app/domain/feedback/import-join.ts";
import { readImportRow, type ImportResult } from "#app/domain/feedback/import-row.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { mostRows } from "#db/feedback-import.server.ts";

// One more than what people said may hold, so that what is too long is refused and not cut off.
const longestCell = 4001;

/**
 * The rows of a CSV or Excel file, numbered as a spreadsheet numbers them, and the same as CSV text to be sent back with the
 * preview. Empty rows are passed over.
 * @throws Refusal (400) when it is no such table
 */
export async function readImport(
  bytes: Uint8Array,
  today: string,
): Promise<{ text: string; results: ImportResult[] }> {
  const [header = [], ...rows] = await readTable(bytes, { longestCell });
  const names = header.map((name) => name.trim().toLowerCase().replaceAll(" ", "_"));
  const missing = missingColumns(names);
  if (missing.length > 0)
    throw Refusal.invalid({
      file: [`The file has no column ${missing.join(", ")}. Add it to the first line.`],
    });
  const results = rows.flatMap((row, position) => {
    if (row.every((cell) => cell.trim() === "")) return [];
    const cells = Object.fromEntries(names.map((name, column) => [name, row[column] ?? ""]));
    return [readImportRow(cells, position + 2, today)];
  });
  if (results.length > mostRows)
    throw Refusal.invalid({
      file: [`The file has ${results.length} rows. Bring in ${mostRows} at a time.`],
    });
  return { text: Papa.unparse([header, ...rows]), results: joinRows(results) };
}
