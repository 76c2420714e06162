import Papa from "papaparse";
import { answerColumns } from "#app/domain/audit/import-table.ts";
import { type Voice, voices } from "#app/domain/audit/answer.ts";
import type { Instrument } from "#app/domain/audit/instrument.ts";
import { neutraliseFormula } from "#app/domain/spreadsheet/cell.ts";

/**
 * A CSV file with the columns of an answers file and a row for each question, once for each voice. Its levels are empty, so
 * that as it is it says only who was asked.
 */
export function answersSheet(instrument: Instrument): string {
  const header = Object.values(answerColumns).map(([name]) => name);
  const rowsFor = (voice: Voice) =>
    instrument.questions.map(({ id }) => [
      "Name of the round",
      "2026-03-01",
      "2026-03-31",
      voice,
      "1",
      neutraliseFormula(id),
      "",
      "",
      "",
      "",
    ]);
  return `\uFEFF${Papa.unparse([header, ...voices.flatMap(rowsFor)], { newline: "\r\n" })}\r\n`;
}
