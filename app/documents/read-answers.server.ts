import { longestAnswerWords } from "#app/domain/audit/answer.ts";
import { readAnswersJson } from "#app/domain/audit/import-json.ts";
import type { ReadAnswers } from "#app/domain/audit/import-plan.ts";
import { readAnswersTable } from "#app/domain/audit/import-table.ts";
import type { Instrument } from "#app/domain/audit/instrument.ts";
import { decodeText } from "#app/domain/spreadsheet/decode.ts";
import { readTable } from "./read-table.server.ts";

/** Five thousand answers in words take a third of it. */
export const maximumAnswersBytes = 4 * 1024 * 1024;

/**
 * Past audit rounds from a JSON file, a CSV file or an Excel file. What it is, its first letters say, not its name.
 *
 * @param asked the instrument that a spreadsheet answers; a JSON file names its own
 * @param find instruments by `id@version`
 * @throws Refusal (field `file`) when a spreadsheet cannot be read at all
 */
export async function readAnswersFile(
  bytes: Uint8Array,
  asked: Instrument,
  find: (key: string) => Instrument | undefined,
  today: string,
): Promise<ReadAnswers> {
  if (bytes.length > maximumAnswersBytes)
    return { ok: false, problems: ["The file is larger than 4 MB. Import it in parts."] };
  if (looksLikeJson(bytes)) return readAnswersJson(decodeText(bytes).text, find, today);
  // One more than is taken, so that what is too long is refused and not cut off.
  return readAnswersTable(await readTable(bytes, { longestCell: longestAnswerWords + 1 }), asked, today);
}

function looksLikeJson(bytes: Uint8Array): boolean {
  return /^\s*[{[]/.test(decodeText(bytes.subarray(0, 64)).text.replace(/^\uFEFF/, ""));
}
