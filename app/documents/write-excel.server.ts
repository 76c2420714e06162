import writeExcelFile from "write-excel-file/node";
import type { ExportTable } from "#app/domain/remuneration/books-export.ts";

/** Tables as an Excel file, a sheet each: money as numbers with two places, all else as text, so that nothing runs. */
export async function excelOf(tables: readonly ExportTable[]): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tables.map(({ name, header, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    data: [
      header.map((title) => ({ value: title, type: String, fontWeight: "bold" as const })),
      ...rows.map((row) =>
        row.map((cell) =>
          typeof cell === "string"
            ? { value: cell, type: String }
            : { value: cell.pence / 100, type: Number, format: "#,##0.00" },
        ),
      ),
    ],
  }));
  return new Uint8Array(await writeExcelFile(sheets).toBuffer());
}
