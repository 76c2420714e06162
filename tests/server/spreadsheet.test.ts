import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { spreadsheetRows } from "#app/http/spreadsheet/read.server.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const rowsOf = (file: Uint8Array) => [...spreadsheetRows(file)];

/** A small XLSX with one sheet. */
function xlsx(sheet: string, strings = ""): Uint8Array {
  return zipSync({
    "xl/workbook.xml": strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="Data" sheetId="1" r:id="rId7"/></sheets></workbook>',
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      '<Relationships><Relationship Id="rId7" Target="worksheets/data.xml"/></Relationships>',
    ),
    "xl/sharedStrings.xml": strToU8(`<sst>${strings}</sst>`),
    "xl/worksheets/data.xml": strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
  });
}

describe("CSV", () => {
  it.each([
    ["UTF-8 with mark", [0xef, 0xbb, 0xbf, ...bytes("Côte,b\n1,2")]],
    ["Windows-1252", [0x43, 0xf4, 0x74, 0x65, ...bytes(",b\n1,2")]],
    ["semicolons", [...bytes("Côte;b\n1;2")]],
    ["semicolons, two columns and a last line break", [...bytes("Côte;b\n1;2\n")]],
    ["tabs with commas in the cells", [...bytes('Côte\tb\n1\t2\n"x, y"\tz, z\n')]],
    ["a line that says the mark", [...bytes("sep=;\r\nCôte;b\r\n1;2\r\n")]],
    ["UTF-16 with mark and tabs", [0xff, 0xfe, ...Buffer.from("Côte\tb\r\n1\t2\r\n", "utf16le")]],
    ["tabs and CRLF", [...bytes("Côte\tb\r\n1\t2")]],
  ])("%s", (_name, file) => {
    expect(rowsOf(Uint8Array.from(file)).slice(0, 2)).toEqual([
      ["Côte", "b"],
      ["1", "2"],
    ]);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ["nothing", new Uint8Array(), /empty/],
    ["an open quotation mark", bytes('a,b\n"1,2'), /quotation mark/],
    ["a PDF", bytes("%PDF-1.7 …"), /not a spreadsheet/],
    ["a web page named .xls", bytes("<html><table><tr><td>Group</td></tr></table>"), /web page or XML/],
    ["an old Excel file", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /old or a locked Excel/],
    ["bytes with nulls", Uint8Array.from([65, 0, 66]), /not a spreadsheet/],
    ["51 MB", new Uint8Array(51 * 1024 * 1024), /larger than 50 MB/],
  ])("refuses %s with a sentence", (_name, file, message) => {
    expect(() => rowsOf(file)).toThrow(message);
  });
});

describe("XLSX", () => {
  it("reads a strict workbook: other namespaces, another prefix, the second sheet first, dates as dates", () => {
    const main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    const links = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const cells = (day: string) =>
      strToU8(
        `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="d"><v>${day}</v></c>` +
          `<c r='B1' t='s'><v>0</v></c></row></sheetData></worksheet>`,
      );
    const file = zipSync({
      "xl/workbook.xml": strToU8(
        `<workbook xmlns="${main}" xmlns:rel="${links}" conformance="strict"><sheets>` +
          `<sheet name="Second" sheetId="2" rel:id="rId2"/><sheet name="First" sheetId="1" rel:id="rId1"/></sheets></workbook>`,
      ),
      "xl/_rels/workbook.xml.rels": strToU8(
        `<p:Relationships xmlns:p="x"><p:Relationship Id="rId1" Target="worksheets/sheet1.xml"/>` +
          `<p:Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></p:Relationships>`,
      ),
      "xl/sharedStrings.xml": strToU8(`<sst xmlns="${main}"><si><t>Arab</t></si></sst>`),
      "xl/worksheets/sheet1.xml": cells("1999-01-01"),
      "xl/worksheets/sheet2.xml": cells("2026-05-15T00:00:00"),
    });
    expect(rowsOf(file)).toEqual([["2026-05-15", "Arab"]]);
  });

  it("reads every sheet that is shown, one below another, where that is asked for", () => {
    const sheet = (text: string) =>
      strToU8(
        `<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`,
      );
    const file = zipSync({
      "xl/workbook.xml": strToU8(
        '<workbook xmlns:r="r"><sheets><sheet name="Metadata" r:id="a"/>' +
          '<sheet name="Old" state="hidden" r:id="b"/><sheet name="Data" r:id="c"/></sheets></workbook>',
      ),
      "xl/_rels/workbook.xml.rels": strToU8(
        `<Relationships>${["a", "b", "c"].map((id) => `<Relationship Id="${id}" Target="worksheets/${id}.xml"/>`).join("")}</Relationships>`,
      ),
      "xl/worksheets/a.xml": sheet("remarks"),
      "xl/worksheets/b.xml": sheet("hidden"),
      "xl/worksheets/c.xml": sheet("figures"),
    });
    expect([...spreadsheetRows(file, { everySheet: true })]).toEqual([["remarks"], ["figures"]]);
    expect(rowsOf(file)).toEqual([["remarks"]]);
  });

  it("passes a hidden sheet by, and says of an OpenDocument file what to do", () => {
    const named = (id: string, more = "") => `<sheet name="${id}" r:id="${id}"${more}/>`;
    const at = (id: string) => `<Relationship Id="${id}" Target="worksheets/${id}.xml"/>`;
    const sheet = (text: string) =>
      strToU8(
        `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`,
      );
    const file = zipSync({
      "xl/workbook.xml": strToU8(
        `<workbook xmlns:r="r"><sheets>${named("a", ' state="hidden"')}${named("b")}</sheets></workbook>`,
      ),
      "xl/_rels/workbook.xml.rels": strToU8(`<Relationships>${at("a")}${at("b")}</Relationships>`),
      "xl/worksheets/a.xml": sheet("hidden"),
      "xl/worksheets/b.xml": sheet("seen"),
    });
    expect(rowsOf(file)).toEqual([["seen"]]);
    const ods = zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") });
    expect(() => rowsOf(ods)).toThrow(/OpenDocument/);
  });

  it("reads shared, inline and rich text, numbers, truths, gaps and entities", () => {
    const sheet = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>In &amp; out</t></is></c></row>
      <row r="3"><c r="A3"><v>5</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" t="s"><v>1</v></c></row>`;
    const strings = "<si><t>Group</t></si><si><r><t>Caf</t></r><r><t>&#233;</t></r></si>";
    expect(rowsOf(xlsx(sheet, strings))).toEqual([["Group", "", "In & out"], [], ["5", "Yes", "Café"]]);
  });

  it("hands on a formula as a formula, not its last result", () => {
    expect(rowsOf(xlsx('<row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>45</v></c></row>'))).toEqual([
      ["=SUM(B1:B9)"],
    ]);
  });

  it("knows no entity but XML's own, so a bomb of entities stays words", () => {
    expect(rowsOf(xlsx('<row r="1"><c r="A1" t="inlineStr"><is><t>&lol;</t></is></c></row>'))).toEqual([
      ["&lol;"],
    ]);
  });

  it("reads what a program with prefixes writes", () => {
    const sheet =
      '<x:worksheet><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Group</x:t></x:is></x:c></x:row></x:worksheet>';
    expect(rowsOf(zipSync({ "xl/worksheets/sheet1.xml": strToU8(sheet) }))).toEqual([["Group"]]);
  });

  it.each(["<row>", '<row r="1"><c r="A1">', "<row "])(
    "is not kept busy by millions of %j that never end",
    (piece) => {
      expect(() => rowsOf(xlsx(piece.repeat(1_000_000)))).toThrow(/damaged/);
    },
  );

  it("stops unpacking a file that claims to be huge", () => {
    const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(260 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(() => rowsOf(bomb)).toThrow(/unpacks to far more/);
  });

  it.each<[string, Uint8Array]>([
    ["a ZIP cut short", xlsx("").slice(0, 200)],
    ["a ZIP with nothing in it", zipSync({ "hello.txt": strToU8("hello") })],
    ["only the first letters of a ZIP", bytes("PK what")],
  ])("refuses %s with a sentence", (_name, file) => {
    expect(() => rowsOf(file)).toThrow(/damaged|no worksheet/);
  });

  it("refuses rows out of order or beyond what a sheet holds", () => {
    expect(() => rowsOf(xlsx('<row r="5"/><row r="2"/>'))).toThrow(/out of order/);
    expect(() => rowsOf(xlsx('<row r="99999999"/>'))).toThrow(/out of order/);
  });

  it("reads 100,000 rows", () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, n) => `<row r="${n + 1}"><c r="A${n + 1}" t="s"><v>0</v></c><c r="B${n + 1}"><v>${n}</v></c></row>`,
    );
    expect(rowsOf(xlsx(rows.join(""), "<si><t>Arab</t></si>"))[99_999]).toEqual(["Arab", "99999"]);
  });
});
