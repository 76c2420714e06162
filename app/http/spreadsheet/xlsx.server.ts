import { MOST_ROWS } from "#app/domain/spreadsheet/columns.ts";
import { zipEntries, type ZipEntries } from "./zip.server.ts";

/** A sheet of 100,000 rows and 20 columns is about 100 MB of XML. */
const MOST_XML = 250 * 1024 * 1024;
const MOST_COLUMNS = 200;

/**
 * The rows of the first worksheet, as text. Written for hostile and large files: it unpacks to a limit, knows no entities but
 * XML's own five, and hands on a formula as the formula ("=A1+1"), where libraries hand on its last result and hide it.
 * @throws RangeError in a sentence for the person who chose the file
 */
export function xlsxRows(bytes: Buffer): Generator<string[]> {
  const entries = zipEntries(bytes, MOST_XML);
  const sheet = entries.get(firstSheet(entries));
  if (!sheet) throw new RangeError("The file is a ZIP but holds no worksheet. Save it as .xlsx or CSV.");
  return rowsOfSheet(sheet().toString("utf8"), sharedStrings(entries));
}

function firstSheet(entries: ZipEntries): string {
  const workbook = entries.get("xl/workbook.xml")?.().toString("utf8") ?? "";
  const links = entries.get("xl/_rels/workbook.xml.rels")?.().toString("utf8") ?? "";
  const id = /<(?:\w+:)?sheet\b[^>]*?\br:id="([^"]+)"/.exec(workbook)?.[1];
  for (const [tag] of links.matchAll(/<Relationship\b[^>]*>/g)) {
    const target = attribute(tag, "Target");
    if (id && attribute(tag, "Id") === id && target) return `xl/${target.replace(/^\/?(xl\/)?/, "")}`;
  }
  return "xl/worksheets/sheet1.xml";
}

function sharedStrings(entries: ZipEntries): string[] {
  const xml = entries.get("xl/sharedStrings.xml")?.().toString("utf8") ?? "";
  return [...xml.matchAll(/<(?:\w+:)?si\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)].map(([, inside]) =>
    textIn(inside ?? ""),
  );
}

function* rowsOfSheet(xml: string, strings: readonly string[]): Generator<string[]> {
  let last = 0;
  for (const [tag, inside] of xml.matchAll(/<(?:\w+:)?row\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g)) {
    const number = Number(/\br="(\d+)"/.exec(tag.slice(0, 200))?.[1] ?? last + 1);
    if (!(number > last && number <= MOST_ROWS + 1))
      throw new RangeError("The rows of the spreadsheet are out of order.");
    // Empty rows are left out of the file, but they count when a row is named.
    for (; last < number - 1; last += 1) yield [];
    last = number;
    yield cellsOf(inside ?? "", strings);
  }
}

function cellsOf(row: string, strings: readonly string[]): string[] {
  const cells: string[] = [];
  for (const [, facts = "", inside = ""] of row.matchAll(
    /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g,
  )) {
    const letters = /\br="([A-Z]{1,3})\d+"/.exec(facts)?.[1];
    const column = letters ? columnOf(letters) : cells.length;
    if (column >= MOST_COLUMNS) continue;
    while (cells.length < column) cells.push("");
    cells[column] = cellText(facts, inside, strings);
  }
  return cells;
}

function cellText(facts: string, inside: string, strings: readonly string[]): string {
  const formula = /<(?:\w+:)?f\b[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?f>)/.exec(inside);
  if (formula) return `=${decoded(formula[1] ?? "")}`;
  const type = attribute(facts, "t");
  if (type === "inlineStr") return textIn(inside);
  const value = decoded(/<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/.exec(inside)?.[1] ?? "");
  if (type === "s") return strings[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "Yes" : "No";
  return value;
}

function textIn(xml: string): string {
  const pieces = xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, "");
  return [...pieces.matchAll(/<(?:\w+:)?t\b[^>]*>([\s\S]*?)<\/(?:\w+:)?t>/g)]
    .map(([, text]) => decoded(text ?? ""))
    .join("");
}

function columnOf(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(xml: string): string {
  return xml.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, digits?: string, name?: string) => {
      const code = hex ? parseInt(hex, 16) : Number(digits ?? NaN);
      if (code <= 0x10ffff) return String.fromCodePoint(code);
      return (name && entities[name]) ?? whole;
    },
  );
}
