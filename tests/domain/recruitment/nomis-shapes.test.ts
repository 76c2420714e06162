import { describe, expect, test } from "vitest";
import { areaCounts, areaOf } from "#app/domain/recruitment/benchmark.ts";
import { SCHEMES } from "#app/domain/recruitment/schemes.ts";

// The forms that Nomis gives table TS021 in, with the sums of broad groups that stand among the groups.
const { categories } = SCHEMES["ew-2021"];
const broad = (label: string) => label.slice(0, label.indexOf(":"));
const HEADINGS = [
  "Total: All usual residents",
  ...[...new Set(categories.map(({ label }) => broad(label)))].flatMap((sum) => [
    sum,
    ...categories.flatMap(({ label }) => (broad(label) === sum ? [label] : [])),
  ]),
];
type Area = { code: string; name: string; base: number };
const HARTLEPOOL = { code: "E06000001", name: "Hartlepool", base: 1000 };
const MANCHESTER = { code: "E08000003", name: "Manchester", base: 5000 };
const areas = [HARTLEPOOL, MANCHESTER];

/** Sums are far from every group, so that one read for a group shows. */
const counts = ({ base }: Area) =>
  HEADINGS.map((heading, index) =>
    String(categories.some(({ label }) => label === heading) ? base + index : 900_000 + index),
  );
const expected = (area: Area) =>
  Object.fromEntries(categories.map(({ id, label }) => [id, Number(counts(area)[HEADINGS.indexOf(label)])]));
const share = "12.3";

const title = [
  ["TS021 - Ethnic group"],
  ["ONS Crown Copyright Reserved [from Nomis on 30 November 2026]"],
  [""],
];
const about = [
  ["Population :", "All usual residents"],
  ["Units      :", "Persons"],
  ["Date       :", "2021"],
];
const notes = [
  [""],
  ["In order to protect against disclosure of personal information, records have been swapped."],
];
const both = (cells: readonly string[], second: string) => cells.flatMap((cell) => [cell, second]);
const downOf = (area: Area, named: string) => [
  ["Area Type  :", "2021 local authority"],
  ["Area Name  :", named],
  [""],
  ["Ethnic group", "number", "%"],
  [""],
  ...HEADINGS.map((heading, index) => [heading, counts(area)[index]!, share]),
];
const preamble = [...title, ...about, [""]];

const shapes: Record<string, string[][]> = {
  "one area alone": [...preamble, ...downOf(HARTLEPOOL, "Hartlepool"), ...notes],
  "one area alone, its share before its number": [
    ...preamble,
    ...downOf(HARTLEPOOL, "Hartlepool").map(([group = "", number, percent]) =>
      percent === undefined ? [group, number ?? ""] : [group, percent, number ?? ""],
    ),
  ],
  "one table after another": [
    ...title,
    ...areas.flatMap((area) => [...about, ...downOf(area, `${area.code} : ${area.name}`), [""]]),
    ...notes,
  ],
  "a row for each area, with shares": [
    ...preamble,
    ["local authority: district / unitary (as of April 2023)", "mnemonic", ...both(HEADINGS, "%")],
    [""],
    ...areas.map((area) => [area.name, area.code, ...both(counts(area), share)]),
    ...notes,
  ],
  "a row for each area, its code and name in one cell": [
    ...preamble,
    ["2021 local authority", ...both(HEADINGS, "%")],
    ...areas.map((area) => [`${area.code} : ${area.name}`, ...both(counts(area), share)]),
  ],
  "a row for each area, with its kind": [
    ...preamble,
    ["Area", ...HEADINGS],
    ...areas.map((area) => [`ualad09:${area.name}`, ...counts(area)]),
  ],
  "a row for each area, under headings of two rows": [
    ...preamble,
    ["local authority", "mnemonic", ...both(HEADINGS, "")],
    ["", "", ...HEADINGS.flatMap(() => ["number", "%"])],
    ...areas.map((area) => [area.name, area.code, ...both(counts(area), share)]),
  ],
  "a column for each area, with shares": [
    ...preamble,
    [
      "Ethnic group",
      ...both(
        areas.map(({ code, name }) => `${code} : ${name}`),
        "",
      ),
    ],
    ["", "number", "%", "number", "%"],
    ...HEADINGS.map((heading, index) => [
      heading,
      ...both(
        areas.map((area) => counts(area)[index]!),
        share,
      ),
    ]),
  ],
  "all areas at once": [
    ["date", "geography", "geography code", ...HEADINGS.map((heading) => `Ethnic group: ${heading}`)],
    ...areas.map((area) => ["2021", area.name, area.code, ...counts(area)]),
  ],
  "all areas at once, headings broken into lines": [
    [
      "date",
      "geography",
      "geography code",
      ...HEADINGS.map((heading) => `Ethnic group: ${heading}`.replace(/: (?=\w+$)/, ": \n")),
    ],
    ...areas.map((area) => ["2021", area.name, area.code, ...counts(area)]),
  ],
  "the API": [
    [
      "DATE_NAME",
      "GEOGRAPHY",
      "GEOGRAPHY_NAME",
      "GEOGRAPHY_CODE",
      "C2021_ETH_20_NAME",
      "MEASURES_NAME",
      "OBS_VALUE",
    ],
    ...areas.flatMap((area, at) =>
      HEADINGS.flatMap((heading, index) => [
        ["2021", `64592284${at}`, area.name, area.code, heading, "Percent", share],
        ["2021", `64592284${at}`, area.name, area.code, heading, "Value", counts(area)[index]!],
      ]),
    ),
  ],
};

describe.each(Object.entries(shapes))("TS021 from Nomis, %s", (_shape, rows) => {
  test("counts each group once, and no sum of groups as a group", () => {
    expect(areaCounts(rows, "hartlepool", "ew-2021")).toEqual(expected(HARTLEPOOL));
    const has = (text: string) => rows.some((row) => row.some((cell) => cell.includes(text)));
    if (has("Manchester")) expect(areaCounts(rows, "Manchester", "ew-2021")).toEqual(expected(MANCHESTER));
    if (has("E06000001")) expect(areaOf(rows, "E06000001", "ew-2021").name).toBe("Hartlepool");
    if (has("E08000003"))
      expect(areaOf(rows, "e08000003", "ew-2021")).toEqual({
        name: "Manchester",
        counts: expected(MANCHESTER),
      });
  });

  test("names its areas to who asks for another", () => {
    expect(() => areaCounts(rows, "Atlantis", "ew-2021")).toThrow(
      /no area called "Atlantis".* It has [^,.]*Hartlepool/,
    );
  });
});

describe("a table that cannot be used says which part and what to do", () => {
  const rows = shapes["a row for each area, with shares"]!;
  const without = (wanted: RegExp) =>
    rows.map((row) => row.filter((_, at) => !wanted.test(rows[7]![at] ?? "")));
  const refused = (
    table: string[][],
    area = "Hartlepool",
    list: Parameters<typeof areaCounts>[2] = "ew-2021",
  ) => expect(() => areaCounts(table, area, list));

  test.each([
    [/White: Roma/, /lacks “White: Roma”\. Download it with every group/],
    // The sum "Other ethnic group" stands in for no group.
    [/Any other ethnic group/, /lacks “Other ethnic group: Any other ethnic group”/],
    [/:/, /counts broad groups only: download/],
  ])("groups are missing: %s", (gone, sentence) => refused(without(gone)).toThrow(sentence));

  test("two areas of one name", () => {
    const twice = [...rows, ["Hartlepool", "E05000009", ...both(counts(MANCHESTER), share)]];
    refused(twice).toThrow(
      /2 areas called "Hartlepool": Hartlepool \(E06000001\), Hartlepool \(E05000009\)\. Give the nine-character code/,
    );
    expect(areaCounts(twice, "E06000001", "ew-2021")).toEqual(expected(HARTLEPOOL));
    const rival = [...rows, [...rows[9]!.slice(0, -2), "7", share]];
    refused(rival).toThrow(/"Hartlepool" 2 times, with different figures/);
    expect(areaCounts([...rows, rows[9]!], "Hartlepool", "ew-2021")).toEqual(expected(HARTLEPOOL));
  });

  test("one area that is not named anywhere", () => {
    const nameless = [...preamble, ["Ethnic group", "2021"], ...HEADINGS.map((heading) => [heading, "5"])];
    refused(nameless).toThrow(/names none: write the name/);
  });

  test.each([
    ["12.5", /"12.5" under "White: Roma" is not a count of people\. It looks like a percentage/],
    ["!", /"!" under "White: Roma" is not a count of people\. Mend it/],
    ["", /The cell under "White: Roma" is not a count of people/],
  ])("a cell that holds %j", (cell, sentence) => {
    const at = rows[7]!.indexOf("White: Roma");
    refused(rows.map((row, index) => (index === 9 ? row.with(at, cell) : row))).toThrow(sentence);
  });

  test("a table of another country is told by its list", () => {
    refused(rows, "Hartlepool", "scotland-2022").toThrow(
      /has the groups of “Ethnic group: England and Wales, 19 groups”: choose that/,
    );
  });
});
