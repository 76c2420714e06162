import { existsSync, readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { protect } from "#app/domain/disclosure/protect.ts";
import { areaBenchmark, type Benchmark } from "#app/domain/recruitment/benchmark.ts";
import { chanceInWords } from "#app/domain/recruitment/chance.ts";
import { funnel, widestStep } from "#app/domain/recruitment/funnel.ts";
import { relativeLikelihood } from "#app/domain/recruitment/likelihood.ts";
import { NATIONAL_BENCHMARKS } from "#app/domain/recruitment/national-benchmarks.ts";
import { changeOverRounds } from "#app/domain/recruitment/over-rounds.ts";
import { roundTable } from "#app/domain/recruitment/publish.ts";
import { representation } from "#app/domain/recruitment/representation.ts";
import { retention } from "#app/domain/recruitment/retention.ts";
import { Round, type CountsByStage } from "#app/domain/recruitment/round.ts";
import { SCHEMES } from "#app/domain/recruitment/schemes.ts";
import { fiveGroup, withoutInternational } from "#app/domain/recruitment/selection.ts";
import { usualPractice } from "#tests/support/recruitment.ts";

const EW = SCHEMES["ew-2021"];
const white = fiveGroup(EW, "white", "White");
const black = fiveGroup(EW, "black", "Black");
const none: CountsByStage = {
  reached: null,
  applied: null,
  shortlisted: null,
  appointed: null,
  there_after_6_months: null,
  there_after_12_months: null,
};
const counts: CountsByStage = {
  ...none,
  applied: { white_british: 120, black_african: 60, not_recorded: 20 },
  shortlisted: { white_british: 60, black_african: 12, not_recorded: 3 },
  appointed: { white_british: 16, black_african: 2 },
  there_after_12_months: { white_british: 14, black_african: 1 },
};
const round: Round = {
  title: "Spring",
  body: "coproduction_group",
  openedOn: "2026-01-05",
  closedOn: "2026-03-01",
  scheme: "ew-2021",
  practice: { ...usualPractice, paidInterview: true, diversePanel: true },
  counts,
  international: null,
  other: null,
  intersections: null,
};
const served: Benchmark = {
  kind: "served",
  scheme: "ew-2021",
  place: "young people served",
  source: "Service records",
  on: "2026-01-01",
  counts: { white_british: 20, black_african: 80 },
};

describe("representation", () => {
  test("two in ten where eight in ten are served: numerator, denominator, expected and chance are all said", () => {
    const found = representation({ white_british: 8, black_african: 2, not_recorded: 4 }, served, black);
    expect(found).toMatchObject({ observed: 2, outOf: 10, benchmarkShare: 0.8, tells: true });
    expect(found.expected).toBeCloseTo(8);
    expect(found.p).toBeCloseTo(7.79264e-5, 9);
    expect(found.sentence).toMatch(
      /2 of 10 people are Black: 20\.0%, and between 6% and 51% .*about 8\.0: 6\.0 more than there are\. .*less than one time in 1,000/,
    );
  });

  test("small numbers are too few to tell, never no disparity", () => {
    const found = representation({ white_british: 1, black_african: 2 }, served, black);
    expect(found.sentence).toMatch(/Too few to tell: a gap this size happens by chance/);
    expect(representation({}, served, black).sentence).toMatch(/Nobody was counted/);
  });

  test.each([
    [0.34, "about one time in three"],
    [0.5, "about one time in two"],
    [1, "nearly every time"],
    [0.05, "about one time in 20"],
    [0.0003, "less than one time in 1,000"],
  ])("p of %d", (p, words) => expect(chanceInWords(p)).toBe(words));
});

describe("relative likelihood", () => {
  test("names both directions and counts on each side", () => {
    const found = relativeLikelihood(counts, "applied", "shortlisted", white, black);
    expect(found?.ratio?.estimate).toBeCloseTo(2.5);
    expect(found?.inverse?.estimate).toBeCloseTo(0.4);
    expect(found?.sentence).toMatch(
      /White: 60 of 120; Black: 12 of 60.*White people were 2\.50 times as likely \(between [\d.]+ and [\d.]+.*as Black people\. Black people were 0\.40 times/,
    );
  });

  test("says when there is nothing to compare", () => {
    expect(relativeLikelihood(counts, "reached", "applied", white, black)).toBeNull();
    const empty = { ...none, applied: { white_british: 3 }, shortlisted: { white_british: 1 } };
    expect(relativeLikelihood(empty, "applied", "shortlisted", white, black)?.sentence).toMatch(
      /nobody at the start/,
    );
  });

  test("with and without people recruited from abroad", () => {
    const international = { ...none, applied: { black_african: 40 }, shortlisted: { black_african: 12 } };
    const home = withoutInternational(counts, international);
    expect(relativeLikelihood(home, "applied", "shortlisted", black, white)?.first).toMatchObject({
      moved: 0,
      of: 20,
    });
  });

  test("the funnel points at the step where ground is lost", () => {
    expect(widestStep(funnel(counts, white, black))).toMatchObject({ from: "applied", to: "shortlisted" });
  });
});

test("retention says when the same one or two people are in every room", () => {
  const found = retention(counts, 12, black);
  expect(found).toMatchObject({ stayed: 1, appointed: 2, sameOneOrTwo: true });
  expect(retention(counts, 6, black)).toBeNull();
});

test("change over rounds waits for eight", () => {
  expect(changeOverRounds([1, 2, 3]).limits).toBeNull();
  expect(changeOverRounds([5, 6, 5, 6, 5, 6, 5, 30]).signals).toEqual([7]);
});

test("a round refuses a funnel that widens", () => {
  expect(Round.safeParse(round).success).toBe(true);
  const wider = Round.safeParse({ ...round, counts: { ...counts, appointed: { white_british: 61 } } });
  expect(wider.error?.issues[0]?.message).toMatch(
    /White: English, .* British: 61 appointed but only 60 shortlisted/,
  );
  expect(Round.safeParse({ ...round, counts: { ...counts, applied: { white_british: -1 } } }).success).toBe(
    false,
  );
});

describe("benchmarks", () => {
  test("national totals are the sums of their areas", () => {
    const totals = NATIONAL_BENCHMARKS.map(({ counts: people }) =>
      Object.values(people).reduce((a, b) => a + b, 0),
    );
    expect(totals.slice(0, 3)).toEqual([59_597_578, 5_440_355, 1_903_179]);
    // Those who answered the question on religion: the totals of the areas less "not answered" or "not stated".
    expect(totals.slice(3)).toEqual([59_597_267 - 3_595_377, 5_439_534 - 334_703, 1_903_178 - 30_529]);
  });

  const header = [
    "date",
    "geography code",
    ...EW.categories.map(({ label }) => `Ethnic group: ${label}; measures: Value`),
  ];
  const about = { source: "ONS TS021", on: "2021-03-21" };
  test("a Nomis download with a title above the header", () => {
    const rows = [
      ["TS021 - Ethnic group"],
      header,
      ["2021", "E06000001", ...EW.categories.map((_, index) => String(index))],
    ];
    expect(areaBenchmark(rows, "E06000001", EW, about).counts).toMatchObject({
      asian_bangladeshi: 0,
      other_any: 18,
    });
    expect(() => areaBenchmark(rows, "Atlantis", EW, about)).toThrow(/no area called "Atlantis"/);
    expect(() => areaBenchmark([["a"]], "x", EW, about)).toThrow(/no header row/);
  });

  test.each([
    ["one area alone", [["Area Name  :", "Hartlepool"], [], ["Ethnic group", "number", "%"]], 1],
    ["areas side by side", [["TS021"], ["Ethnic group", "Darlington", "Hartlepool"]], 2],
  ])("a Nomis download with a row for each group, %s", (_name, above, column) => {
    const rows = [
      ...above,
      ["Total: All usual residents", "1,710", "1,710"],
      ["Asian, Asian British or Asian Welsh", "9", "9"],
      ...EW.categories.map(({ label }, index) =>
        Array.from({ length: 3 }, (_, at) => (at === 0 ? label : at === column ? `1,${100 + index}` : "7")),
      ),
    ];
    const { counts: found } = areaBenchmark(rows, "hartlepool", EW, about);
    expect(found).toMatchObject({ asian_bangladeshi: 1100, other_any: 1118 });
    expect(Object.keys(found)).toHaveLength(19);
    expect(() => areaBenchmark(rows, "Atlantis", EW, about)).toThrow(/no area called/);
  });

  const file = ["../../../../shared", "../../../../../shared"]
    .map((up) => new URL(`${up}/reference/census2021-ew-ethnic-group-19-ltla.csv`, import.meta.url))
    .find((url) => existsSync(url));
  test.skipIf(!file)("a table of authorities", () => {
    const { data } = Papa.parse<string[]>(readFileSync(file ?? "", "utf8"));
    const found = areaBenchmark(data, "Hartlepool", EW, about);
    expect(Object.values(found.counts).reduce((a, b) => a + b, 0)).toBe(92_338);
  });
});

test("a round goes to the public only through protect, with nothing small in sight", () => {
  const table = roundTable("round-1", "2026-03-01", round, "every-group");
  const { table: published } = protect(table, { mode: "rounded" }, []);
  expect(published.cells["appointed|black_african"]).toMatchObject({ kind: "hidden" });
  expect(published.cells["applied|white_british"]).toMatchObject({ kind: "rounded", value: 120 });
  expect(published.held).toBeNull();

  const five = protect(
    roundTable("round-2", "2026-03-01", round, "five-groups"),
    { mode: "rounded" },
    [],
  ).table;
  expect(five.cells["applied|group:white"]).toMatchObject({ kind: "rounded", value: 120 });
  expect(five.cells["applied|white_british"]).toBeUndefined();
  expect(() => roundTable("s", "2026-03-01", { ...round, scheme: "ni-2021" }, "five-groups")).toThrow(
    RangeError,
  );
});
