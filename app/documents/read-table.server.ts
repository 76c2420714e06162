import Papa from "papaparse";
import readXlsxFile from "read-excel-file/node";
import { Refusal } from "#app/domain/refusal.ts";
import { decodeText } from "#app/domain/spreadsheet/decode.ts";

// More than any project pays out in a year; enough to be read and checked while somebody waits.
const MOST_ROWS = 5000;
const MOST_COLUMNS = 60;
const LONGEST_CELL = 500;

/**
 * A CSV or Excel file (the first sheet with anything in it) as rows of text, as they stand in the file, so that a row's number
 * is the one that a spreadsheet shows; whatever a finance system writes above the header comes too. Dates of Excel become ISO
 * dates and numbers are written with a point. What the file is, its bytes say, not its name.
 * @param longestCell characters of a cell that are read; what follows is cut off
 * @throws Refusal (field `file`) when it cannot be read, is empty or too long
 */
export async function readTable(
  bytes: Uint8Array,
  { longestCell = LONGEST_CELL }: { longestCell?: number } = {},
): Promise<string[][]> {
  const rows = isZip(bytes) ? await readExcel(bytes) : readCsv(bytes);
  while (rows.length > 0 && rows.at(-1)!.every((cell) => cell.trim() === "")) rows.pop();
  if (rows.filter((row) => row.some((cell) => cell.trim() !== "")).length < 2)
    throw wrong("The file has no rows under its header. The first row names the columns.");
  if (rows.length > MOST_ROWS + 1)
    throw wrong(`The file has more than ${MOST_ROWS} rows. Import it in parts.`);
  if (rows.some((row) => row.length > MOST_COLUMNS))
    throw wrong(`The file has more than ${MOST_COLUMNS} columns. Leave out those that are not needed.`);
  return rows.map((row) => row.map((cell) => cell.slice(0, longestCell)));
}

function readCsv(bytes: Uint8Array): string[][] {
  const decoded = decodeText(bytes).text.replace(/^\ufeff/, "");
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw wrong("This is an old Excel file (.xls). Open it and save it as .xlsx or CSV.");
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(decoded))
    throw wrong("This is a web page with the name of a spreadsheet. Open it in Excel and save it as .xlsx.");
  if (decoded.includes("\0")) throw wrong("This is neither a CSV nor an Excel (.xlsx) file.");
  // Excel's own note of the separator is no row of the table, and spreadsheets do not count it.
  const noted = /^"?sep=(.)"?\r?\n/i.exec(decoded);
  const text = noted ? decoded.slice(noted[0].length) : decoded;
  const delimiter = noted?.[1] ?? separatorOf(text);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const broken = errors.find(({ type }) => type === "Quotes");
  if (broken)
    throw wrong(
      `Row ${(broken.row ?? 0) + 1} has a quotation mark that is never closed. Save the file again as CSV.`,
    );
  return data;
}

const SEPARATORS = [",", ";", "\t", "|"];

/** The separator that makes most rows into tables: lines above the header, of one cell or two, have no say. */
function separatorOf(text: string): string {
  const wide = (delimiter: string, least: number) =>
    Papa.parse<string[]>(text, { delimiter, preview: 200 }).data.filter((row) => row.length >= least).length;
  for (const least of [3, 2]) {
    const counts = SEPARATORS.map((delimiter) => wide(delimiter, least));
    const most = Math.max(...counts);
    if (most > 0) return SEPARATORS[counts.indexOf(most)]!;
  }
  return ",";
}

async function readExcel(bytes: Uint8Array): Promise<string[][]> {
  if (isOpenDocument(bytes))
    throw wrong("This is an OpenDocument spreadsheet (.ods). Open it and save it as .xlsx or CSV.");
  try {
    const sheets = await readXlsxFile(Buffer.from(bytes));
    const sheet = sheets.find(({ data }) => data.length > 0);
    return (sheet?.data ?? []).map((row) => row.map(inWords));
  } catch {
    throw wrong("This Excel file could not be read. Save it again as .xlsx or CSV.");
  }
}

function inWords(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell !== "number") return String(cell as string | boolean);
  // 0.1 + 0.2 in a spreadsheet is 0.30; anything finer than a penny stays visible, to be refused.
  const pennies = Math.round(cell * 100) / 100;
  const exact = Math.abs(pennies - cell) < 1e-9 ? pennies : cell;
  return Number.isInteger(exact) ? String(exact) : exact === pennies ? exact.toFixed(2) : String(exact);
}

/** Every .xlsx is a ZIP archive, and no CSV begins like one. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Its archive begins with a file that names its kind, uncompressed. */
function isOpenDocument(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.slice(30, 80)).startsWith("mimetypeapplication/vnd.oasis.");
}

function wrong(sentence: string): Refusal {
  return Refusal.invalid({ file: [sentence] });
}
