import { MOST_ROWS } from "#app/domain/spreadsheet/columns.ts";
import { dateOfDays, dateStyles } from "./dates.server.ts";
import { attribute, decoded, elements, firstElement, type XmlElement } from "./xml.server.ts";
import { zipEntries, type ZipEntries } from "./zip.server.ts";

/** A sheet of 100,000 rows and 20 columns is about 100 MB of XML. */
const MOST_XML = 250 * 1024 * 1024;
const MOST_COLUMNS = 200;

/**
 * The rows of the first worksheet that is not hidden, as text; of all that are not hidden, one below another, if asked. Written for hostile and large files: it unpacks to a limit, knows no entities but
 * XML's own five, gives dates as ISO dates, and hands on a formula as the formula ("=A1+1"), where libraries hand on its last result and hide it.
 * @throws RangeError in a sentence for the person who chose the file
 */
export function xlsxRows(bytes: Buffer, everySheet = false): Iterable<string[]> {
  const entries = zipEntries(bytes, MOST_XML);
  if (textOfEntry(entries, "mimetype").includes("opendocument"))
    throw new RangeError("This is an OpenDocument spreadsheet (.ods). Save it as .xlsx or CSV.");
  const sheets = visibleSheets(entries).flatMap((name) => entries.get(name) ?? []);
  if (sheets.length === 0)
    throw new RangeError("The file is a ZIP but holds no worksheet. Save it as .xlsx or CSV.");
  const styles = textOfEntry(entries, "xl/styles.xml");
  const dates = dateStyles(styles, prefixOf(styles, "styleSheet"));
  return rowsOfSheets(everySheet ? sheets : sheets.slice(0, 1), { strings: sharedStrings(entries), dates });
}

function* rowsOfSheets(sheets: readonly (() => Buffer)[], workbook: Workbook): Generator<string[]> {
  for (const sheet of sheets) yield* rowsOfSheet(sheet().toString("utf8"), workbook);
}

function textOfEntry(entries: ZipEntries, name: string): string {
  return entries.get(name)?.().toString("utf8") ?? "";
}

/** Some programs write `<x:row>` for `<row>`. */
function prefixOf(xml: string, root: string): string {
  return new RegExp(`<(\\w{1,20}:)?${root}[\\s>]`).exec(xml.slice(0, 2000))?.[1] ?? "";
}

/** Names of entries. What its maker hid is not what they meant to count, unless everything is hidden. */
function visibleSheets(entries: ZipEntries): string[] {
  const workbook = textOfEntry(entries, "xl/workbook.xml");
  const sheets = [...elements(workbook, `${prefixOf(workbook, "workbook")}sheet`)];
  const visible = sheets.filter(({ facts }) => !/hidden/i.test(attribute(facts, "state") ?? ""));
  const links = textOfEntry(entries, "xl/_rels/workbook.xml.rels");
  const targets = new Map(
    [...elements(links, `${prefixOf(links, "Relationships")}Relationship`)].map(({ facts }) => [
      attribute(facts, "Id"),
      attribute(facts, "Target"),
    ]),
  );
  const found = (visible.length > 0 ? visible : sheets.slice(0, 1)).flatMap(({ facts }) => {
    // Mostly `r:id`, but the prefix is the writer's to choose.
    const target = targets.get(/\s\w{1,20}:id=["']([^"']{0,300})["']/.exec(facts)?.[1]);
    return target ? [`xl/${target.replace(/^\/?(xl\/)?/, "")}`] : [];
  });
  return found.length > 0 ? found : ["xl/worksheets/sheet1.xml"];
}

function sharedStrings(entries: ZipEntries): string[] {
  const xml = textOfEntry(entries, "xl/sharedStrings.xml");
  const prefix = prefixOf(xml, "sst");
  return Array.from(elements(xml, `${prefix}si`), ({ inside }) => textIn(inside, prefix));
}

/** What cells refer to: the texts of the workbook, and the styles that show a date. */
type Workbook = { readonly strings: readonly string[]; readonly dates: ReadonlySet<string> };

function* rowsOfSheet(xml: string, workbook: Workbook): Generator<string[]> {
  const prefix = prefixOf(xml, "worksheet");
  let last = 0;
  for (const { facts, inside } of elements(xml, `${prefix}row`)) {
    const number = Number(attribute(facts, "r") ?? last + 1);
    if (!(number > last && number <= MOST_ROWS + 1))
      throw new RangeError(
        "The rows of the spreadsheet are out of order. Save it again and choose the new file.",
      );
    // Empty rows are left out of the file, but they count when a row is named.
    for (; last < number - 1; last += 1) yield [];
    last = number;
    yield cellsOf(inside, prefix, workbook);
  }
}

function cellsOf(row: string, prefix: string, workbook: Workbook): string[] {
  const cells: string[] = [];
  for (const cell of elements(row, `${prefix}c`)) {
    const letters = /^([A-Z]{1,3})\d+$/.exec(attribute(cell.facts, "r") ?? "")?.[1];
    const column = letters ? columnOf(letters) : cells.length;
    if (column >= MOST_COLUMNS) continue;
    while (cells.length < column) cells.push("");
    cells[column] = cellText(cell, prefix, workbook);
  }
  return cells;
}

function cellText({ facts, inside }: XmlElement, prefix: string, { strings, dates }: Workbook): string {
  const formula = inside.includes(`<${prefix}f`) ? firstElement(inside, `${prefix}f`) : undefined;
  if (formula) return `=${decoded(formula.inside)}`;
  const type = attribute(facts, "t");
  if (type === "inlineStr") return textIn(inside, prefix);
  const value = decoded(firstElement(inside, `${prefix}v`)?.inside ?? "");
  if (type === "s") return strings[Number(value)] ?? "";
  // Strict workbooks write dates as dates.
  if (type === "d") return value.replace(/T00:00:00(?:\.0+)?Z?$/, "");
  if (type === "b") return value === "1" ? "Yes" : "No";
  return (type === undefined || type === "n") && dates.has(attribute(facts, "s") ?? "")
    ? dateOfDays(value)
    : value;
}

/** All runs of a text, without the reading aids of Japanese. */
function textIn(xml: string, prefix: string): string {
  const [plain = ""] = xml.split(`<${prefix}rPh`, 1);
  return Array.from(elements(plain, `${prefix}t`), ({ inside }) => decoded(inside)).join("");
}

function columnOf(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
