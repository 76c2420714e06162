import Papa from "papaparse";
import { decodeText } from "#app/domain/spreadsheet/decode.ts";
import { MOST_BYTES } from "./size.server.ts";
import { xlsxRows } from "./xlsx.server.ts";

/**
 * The rows of a CSV or XLSX file, told apart by what is in it and not by its name. Of a workbook, the first sheet that is not
 * hidden, or with `everySheet` all of them, one below another: statistics offices put remarks on the first.
 * @throws RangeError in a sentence for the person who chose the file
 */
export function spreadsheetRows(bytes: Uint8Array, { everySheet = false } = {}): Iterable<readonly string[]> {
  if (bytes.length === 0)
    throw new RangeError("The file is empty. Choose one with a header row and rows below it.");
  if (bytes.length > MOST_BYTES)
    throw new RangeError("The file is larger than 50 MB. Leave out columns that are not counted.");
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b))
    return xlsxRows(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), everySheet);
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    throw new RangeError(
      "This is an old or a locked Excel file. Save it as .xlsx without a password, or as CSV.",
    );
  const text = decodeText(bytes).text.replace(/^\ufeff/, "");
  if (text.includes("\u0000") || starts(0x25, 0x50, 0x44, 0x46))
    throw new RangeError("This is not a spreadsheet. Save the table as .xlsx or CSV and choose that file.");
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(text))
    throw new RangeError(
      "This is a web page or XML with the name of a spreadsheet, as some programs write it. Open it in a spreadsheet program and save it as .xlsx or CSV.",
    );
  // Excel may say its delimiter in a line of its own.
  const said = /^sep=(.)\r?\n/i.exec(text);
  const table = said ? text.slice(said[0].length) : text;
  const { data, errors } = Papa.parse<string[]>(table, { delimiter: said?.[1] ?? delimiterOf(table) });
  const quote = errors.find(({ type }) => type === "Quotes");
  if (quote)
    throw new RangeError(
      `Row ${(quote.row ?? 0) + 1} has a quotation mark that is opened and not closed; mend it there.`,
    );
  // The line break at the end of the last row is not a row.
  if (data.at(-1)?.join("") === "") data.pop();
  return data;
}

/** What parts the columns: of the marks in use, the one that stands most often in the header, outside quotation marks. */
function delimiterOf(text: string): string {
  const header = (text.match(/(?:"[^"]*"|[^"\r\n])+/) ?? [""])[0].replace(/"[^"]*"/g, "");
  const times = (mark: string) => header.split(mark).length - 1;
  return [",", ";", "\t", "|"].reduce((best, mark) => (times(mark) > times(best) ? mark : best));
}
