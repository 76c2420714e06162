import { describe, expect, test } from "vitest";
import { countableColumns } from "#app/domain/spreadsheet/columns.ts";
import { neutraliseFormula } from "#app/domain/spreadsheet/cell.ts";
import { decodeText } from "#app/domain/spreadsheet/decode.ts";

describe("neutraliseFormula", () => {
  test.each(["=1+1", "+44 20", "-2", "@SUM(A1)", "\t=1", "\r=1", " =HYPERLINK()"])("disarms %j", (text) => {
    expect(neutraliseFormula(text)).toBe(`'${text}`);
  });
  test.each(["", "Asian - Other", "a=b", "12", "'=1"])("leaves %j", (text) => {
    expect(neutraliseFormula(text)).toBe(text);
  });
});

describe("decodeText", () => {
  test.each<[string, number[], string, string]>([
    ["UTF-8 with mark", [0xef, 0xbb, 0xbf, 0x43, 0xc3, 0xb4], "Cô", "utf-8"],
    ["UTF-8 without mark", [0x43, 0xc3, 0xb4], "Cô", "utf-8"],
    ["Windows-1252 letters and quotes", [0x43, 0xf4, 0x92], "Cô’", "windows-1252"],
    ["UTF-16 from Excel", [0xff, 0xfe, 0x43, 0x00, 0xf4, 0x00], "Cô", "utf-16"],
    ["nothing", [], "", "utf-8"],
  ])("%s", (_name, bytes, text, encoding) => {
    expect(decodeText(Uint8Array.from(bytes))).toEqual({ text, encoding });
  });
});

test("title lines above the column names are refused with a sentence that says what to do", () => {
  const rows = [["Applicants 2026"], [], ["Group", "Stage"], ["Arab", "applied"]];
  expect(() => countableColumns(rows)).toThrow(/Delete the lines above the column names/);
  expect(countableColumns([["Group"], ["Arab"]]).length).toBe(1);
});

test.each<[string, string[][], RegExp]>([
  ["a header and nothing below it", [["Group", "Stage"]], /no row below it/],
  [
    "two columns of one name",
    [
      ["Group", "Stage", " stage"],
      ["Arab", "x", "y"],
    ],
    /Row 1 has two columns headed "stage"/,
  ],
])("refuses %s", (_name, rows, message) => {
  expect(() => countableColumns(rows)).toThrow(message);
});
