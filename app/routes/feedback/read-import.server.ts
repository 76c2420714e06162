import Papa from "papaparse";
import { readTable } from "#app/documents/read-table.server.ts";
import { columnNamed, headingProblem, inTheirHeadings } from "#app/domain/feedback/import-headings.ts";
import { joinRows } from "#app/domain/feedback/import-join.ts";
import { readImportRow, type ImportResult } from "#app/domain/feedback/import-row.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { mostRows } from "#db/feedback-import.server.ts";

// One more than what people said may hold, so that what is too long is refused and not cut off.
const longestCell = 4001;

/**
 * The rows of a CSV or Excel file, numbered as a spreadsheet numbers them, and the same as CSV text to be sent back with the
 * preview. Empty rows are passed over, and so are columns that hold nothing we know: they are given back by name.
 * @throws Refusal (400) when it is no such table
 */
export async function readImport(
  bytes: Uint8Array,
  today: string,
): Promise<{ text: string; results: ImportResult[]; passedOver: string[] }> {
  const [header = [], ...rows] = await readTable(bytes, { longestCell });
  const names = header.map((heading) => columnNamed(heading) ?? "");
  const problem = headingProblem(header, names);
  if (problem) throw Refusal.invalid({ file: [problem] });
  const headings = new Map(names.map((name, column) => [name, header[column]!.trim()]));
  const results = rows.flatMap((row, position) => {
    if (row.every((cell) => cell.trim() === "")) return [];
    const cells = Object.fromEntries(names.map((name, column) => [name, row[column] ?? ""]));
    return [readImportRow(cells, position + 2, today)];
  });
  if (results.length > mostRows)
    throw Refusal.invalid({
      file: [`The file has ${results.length} rows. Bring in ${mostRows} at a time.`],
    });
  return {
    // What is not read is not sent back either: it may hold names.
    text: Papa.unparse([header, ...rows].map((row) => row.filter((_, column) => names[column] !== ""))),
    results: joinRows(results).map((result) => ({
      ...result,
      problems: inTheirHeadings(result.problems, headings),
    })),
    passedOver: header.filter((heading, column) => heading.trim() !== "" && names[column] === ""),
  };
}
