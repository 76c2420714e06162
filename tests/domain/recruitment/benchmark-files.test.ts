import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import Papa from "papaparse";
import { areaBenchmark } from "#app/domain/recruitment/benchmark.ts";
import { SCHEMES, rollUp } from "#app/domain/recruitment/schemes.ts";

const about = { source: "Census", on: "2021-03-21" };
const total = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((sum, people) => sum + people, 0);
const rowsOf = (text: string) => Papa.parse<string[]>(text, { skipEmptyLines: false }).data;

/** Where published tables lie beside the project: they are not part of it. */
const here = (name: string) =>
  ["../shared/reference", "../../shared/reference"].map((folder) => `${folder}/${name}`).find(existsSync);

describe.each([
  ["ew-2021", 19, "E06000001,Hartlepool"],
  ["scotland-2022", 19, "S12000005,Clackmannanshire"],
  ["ni-2021", 13, "N09000003,Belfast"],
] as const)("a table headed as the census of %s", (id, groups, area) => {
  const { categories } = SCHEMES[id];
  const header = ["code", "name", "total", ...categories.map(({ label }) => label)];
  const people = categories.map((_, index) => 10 * (index + 1));
  const row = [...area.split(","), String(people.reduce((a, b) => a + b)), ...people.map(String)];

  test.each(area.split(","))("has every group under its own label, found by %s", (wanted) => {
    expect(categories).toHaveLength(groups);
    const { counts } = areaBenchmark([header, row], wanted, SCHEMES[id], about);
    expect(Object.keys(counts)).toEqual(categories.map((category) => category.id));
    expect(Object.values(counts)).toEqual(people);
  });
});

// The published tables themselves, where they lie beside the project.
const tables = [
  ["census2021-ew-ethnic-group-19-ltla.csv", "ew-2021"],
  ["census2022-scot-ethnic-group-council.csv", "scotland-2022"],
  ["census2021-ni-ethnic-group-lgd.csv", "ni-2021"],
] as const;

describe.each(tables)("%s", (name, id) => {
  const file = here(name);
  test.skipIf(!file)("gives each of its areas by code, with the total that it prints", () => {
    const rows = rowsOf(readFileSync(file!, "utf8")).filter((row) => row.length > 3);
    expect(rows.length).toBeGreaterThan(10);
    for (const [code = "", , printed] of rows.slice(1)) {
      const { counts } = areaBenchmark(rows, code, SCHEMES[id], about);
      expect(Object.keys(counts)).toHaveLength(SCHEMES[id].categories.length);
      // Cells are changed a little by the census offices to protect people, so that sums differ by a few.
      expect(Math.abs(total(counts) - Number(printed))).toBeLessThan(60);
    }
  });

  test.skipIf(!file)("is headed by the very labels of the list, and no other", () => {
    const [header = []] = rowsOf(readFileSync(file!, "utf8"));
    expect(header.slice(3).sort()).toEqual(SCHEMES[id].categories.map(({ label }) => label).sort());
  });
});

test.each([
  "census2021-ew-religion-ltla.csv",
  "census2022-scot-religion-council.csv",
  "census2021-ni-religion-lgd.csv",
])("%s is about religion and is refused with a sentence that says so", (name) => {
  const file = here(name);
  const rows = file
    ? rowsOf(readFileSync(file, "utf8"))
    : [
        ["code", "name", "total", "No religion", "Christian"],
        ["E06000001", "Hartlepool", "5", "2", "3"],
      ];
  expect(() => areaBenchmark(rows, rows[1]![0]!, SCHEMES["ew-2021"], about)).toThrow(/about religion/);
});

describe("the CSV of the Nomis API", () => {
  const { categories } = SCHEMES["ew-2021"];
  const line = (area: string, group: string, measure: string, value: number | string) =>
    `"2021","${area}","E0600000${area.length}","${group}","${measure}","${value}"`;
  const file = [
    '"DATE","GEOGRAPHY_NAME","GEOGRAPHY_CODE","C2021_ETH_20_NAME","MEASURES_NAME","OBS_VALUE"',
    ...["Hartlepool", "Halton"].flatMap((area, at) => [
      line(area, "Total: All usual residents", "Value", 1900),
      line(area, "Asian, Asian British or Asian Welsh", "Value", 500),
      ...categories.flatMap(({ label }, index) => [
        line(area, label, "Percent", 5.5),
        line(area, label, "Value", 100 * (at + 1) + index),
      ]),
    ]),
  ];
  const rows = rowsOf(file.join("\r\n"));

  test.each(["Halton", "E06000006"])("is read for %s alone: counts, not percentages, not totals", (area) => {
    const { counts } = areaBenchmark(rows, area, SCHEMES["ew-2021"], about);
    expect(Object.values(counts)).toEqual(categories.map((_, index) => 200 + index));
  });

  test("says which area is not there, and when groups are", () => {
    expect(() => areaBenchmark(rows, "Leeds", SCHEMES["ew-2021"], about)).toThrow(/no area called "Leeds"/);
    const short = rows.slice(0, 12);
    expect(() => areaBenchmark(short, "Hartlepool", SCHEMES["ew-2021"], about)).toThrow(/all 19 groups/);
  });
});

test("a Nomis TS021 download is read past its title lines and before its notes", () => {
  const { categories } = SCHEMES["ew-2021"];
  const rows = rowsOf(
    [
      '"TS021 - Ethnic group"',
      '"ONS Crown Copyright Reserved [from Nomis on 1 June 2026]"',
      "",
      '"Population :","All usual residents"',
      '"Units      :","Persons"',
      '"Date       :","2021"',
      "",
      ["2021 super output area", "mnemonic", "Total: All usual residents", ...categories.map((c) => c.label)]
        .map((cell) => `"${cell}"`)
        .join(","),
      ["Hartlepool", "E06000001", "1,900", ...categories.map((_, index) => `1,0${10 + index}`)]
        .map((cell) => `"${cell}"`)
        .join(","),
      "",
      '"In order to protect against disclosure of personal information, records have been swapped."',
    ].join("\r\n"),
  );
  const { counts } = areaBenchmark(rows, "e06000001", SCHEMES["ew-2021"], about);
  expect(Object.values(counts)).toEqual(categories.map((_, index) => 1010 + index));
});

test("five groups: 19 and 18 roll up to them, Scotland and Northern Ireland are refused", () => {
  const each = (id: keyof typeof SCHEMES) =>
    Object.fromEntries(SCHEMES[id].categories.map((category) => [category.id, 1]));
  expect(rollUp(SCHEMES["ew-2021"], each("ew-2021"))).toEqual({
    asian: 5,
    black: 3,
    mixed: 4,
    white: 5,
    other: 2,
  });
  expect(rollUp(SCHEMES["gss-18"], each("gss-18"))).toEqual({
    asian: 5,
    black: 3,
    mixed: 4,
    white: 4,
    other: 2,
  });
  expect(() => rollUp(SCHEMES["scotland-2022"], each("scotland-2022"))).toThrow(/Scotland.*does not roll up/);
  expect(() => rollUp(SCHEMES["ni-2021"], each("ni-2021"))).toThrow(/Northern Ireland.*does not roll up/);
});
