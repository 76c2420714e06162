import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import Papa from "papaparse";
import { areaBenchmark, areaCounts } from "#app/domain/recruitment/benchmark.ts";
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

const religions = {
  "census2021-ew-religion-ltla.csv": {
    header:
      "code,name,total,No religion,Christian,Buddhist,Hindu,Jewish,Muslim,Sikh,Other religion,Not answered",
    area: "E06000001,Hartlepool,92339,36998,48496,182,223,27,1214,165,281,4753",
    counts: {
      no_religion: 36998,
      christian: 48496,
      buddhist: 182,
      hindu: 223,
      jewish: 27,
      muslim: 1214,
      sikh: 165,
      other: 281,
    },
    unanswered: "Not answered",
  },
  "census2022-scot-religion-council.csv": {
    header:
      "code,name,total,Church of Scotland,Roman Catholic,Other Christian,Buddhist,Hindu,Jewish,Muslim,Sikh,Pagan,Other religion,No religion,Religion not stated",
    area: "S12000005,Clackmannanshire,51748,11238,4173,2185,78,46,15,611,42,227,107,30203,2823",
    counts: {
      christian: 17596,
      buddhist: 78,
      hindu: 46,
      jewish: 15,
      muslim: 611,
      sikh: 42,
      other: 334,
      no_religion: 30203,
    },
    unanswered: "Religion not stated",
  },
  "census2021-ni-religion-lgd.csv": {
    header:
      "code,name,total,Catholic,Presbyterian Church in Ireland,Church of Ireland,Methodist Church in Ireland,Other Christian (including Christian related),Other religions,No religion,Religion not stated",
    area: "N09000001,Antrim and Newtownabbey,145661,41317,34615,15275,5484,12004,1993,32944,2029",
    counts: { christian: 108695, other_religions: 1993, no_religion: 32944 },
    unanswered: "Religion not stated",
  },
} as const;

describe.each(Object.entries(religions))(
  "a table on religion as %s",
  (name, { header, area, counts, unanswered }) => {
    const rows = [header.split(","), area.split(",")];
    const [code = "", place = ""] = rows[1]!;

    test.each([code, place])(
      "gives the answers of %s, churches added up, without those who did not answer",
      (wanted) => {
        expect(areaCounts(rows, wanted, "religion")).toEqual(counts);
        const left = Number(rows[1]![rows[0]!.indexOf(unanswered)]);
        expect(total(counts) + left).toBe(Number(rows[1]![2]));
      },
    );

    test("is refused as a table of ethnic groups, with a sentence that says what to choose", () => {
      expect(() => areaBenchmark(rows, code, SCHEMES["ew-2021"], about)).toThrow(
        /about religion; choose religion/,
      );
    });

    const file = here(name);
    test.skipIf(!file)("the table itself gives each of its areas", () => {
      const all = rowsOf(readFileSync(file!, "utf8")).filter((row) => row.length > 3);
      const at = all[0]!.indexOf(unanswered);
      for (const row of all.slice(1)) {
        const found = areaCounts(all, row[0]!, "religion");
        expect(total(found)).toBe(Number(row[2]) - Number(row[at]));
      }
    });
  },
);

describe("religion in other forms", () => {
  const answers = [
    "No religion",
    "Christian",
    "Buddhist",
    "Hindu",
    "Jewish",
    "Muslim",
    "Sikh",
    "Other religion",
  ];

  test("a Nomis TS030 download with a row for each answer and a column of percentages", () => {
    const rows = [
      ["TS030 - Religion"],
      ["Area Name  :", "Hartlepool"],
      [],
      ["Religion", "number", "%"],
      ["Total: All usual residents", "92,338", "100.0"],
      ...answers.map((answer, index) => [answer, `1,00${index}`, "1.0"]),
      ["Not answered", "4,753", "5.1"],
    ];
    expect(areaCounts(rows, "Hartlepool", "religion")).toEqual({
      no_religion: 1000,
      christian: 1001,
      buddhist: 1002,
      hindu: 1003,
      jewish: 1004,
      muslim: 1005,
      sikh: 1006,
      other: 1007,
    });
  });

  test("a row for each area and answer, as the ONS writes a custom table", () => {
    const rows = [
      [
        "Lower tier local authorities Code",
        "Lower tier local authorities",
        "Religion (10 categories) Code",
        "Religion (10 categories)",
        "Observation",
      ],
      ...["Hartlepool", "Halton"].flatMap((area, at) => [
        [`E0600000${at}`, area, "-8", "Does not apply", "0"],
        ...answers.map((answer, index) => [
          `E0600000${at}`,
          area,
          String(index),
          answer,
          String(10 * at + index),
        ]),
        [`E0600000${at}`, area, "9", "Not answered", "99"],
      ]),
    ];
    expect(areaCounts(rows, "E06000001", "religion")).toMatchObject({
      no_religion: 10,
      christian: 11,
      other: 17,
    });
    expect(() => areaCounts(rows, "Leeds", "religion")).toThrow(/no area called/);
  });

  test("a table of ethnic groups is refused, and so is a characteristic that no census table is read for", () => {
    const { categories } = SCHEMES["ew-2021"];
    const rows = [
      ["code", ...categories.map(({ label }) => label)],
      ["E06000001", ...categories.map(() => "1")],
    ];
    expect(() => areaCounts(rows, "E06000001", "religion")).toThrow(/about ethnic group; choose the list/);
    expect(() => areaCounts(rows, "E06000001", "gender")).toThrow(/enter this one by hand/);
  });
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
