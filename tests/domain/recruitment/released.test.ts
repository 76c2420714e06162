import { describe, expect, test } from "vitest";
import { countsTwice } from "#app/domain/disclosure/table.ts";
import { protect } from "#app/domain/disclosure/protect.ts";
import { releaseRound } from "#app/domain/recruitment/figures.ts";
import { recruitmentIndicators } from "#app/domain/recruitment/indicators.ts";
import { publicFindings } from "#app/domain/recruitment/public-findings.ts";
import {
  otherBenchmarkOf,
  releaseBenchmark,
  type PublicBenchmark,
} from "#app/domain/recruitment/public-benchmark.ts";
import { protectedRatio, protectedShare } from "#app/domain/recruitment/protected-interval.ts";
import { roundTable } from "#app/domain/recruitment/publish.ts";
import { crossProblems } from "#app/domain/recruitment/round-problems.ts";
import { Round } from "#app/domain/recruitment/round.ts";
import { nothingCounted } from "#app/domain/recruitment/round-input.ts";
import { wilson } from "#app/domain/statistics/index.ts";
import { usualPractice } from "#tests/support/recruitment.ts";

const counts = {
  ...nothingCounted(),
  applied: { white_british: 121, black_african: 58, asian_indian: 3, not_recorded: 21 },
  shortlisted: { white_british: 61, black_african: 23, asian_indian: 1, not_recorded: 9 },
  appointed: { white_british: 31, black_african: 11, asian_indian: 1 },
};
const gender = {
  characteristic: "gender" as const,
  counts: {
    ...nothingCounted(),
    applied: { man: 90, woman: 100, not_recorded: 13 },
    shortlisted: { man: 40, woman: 50, not_recorded: 4 },
    appointed: { man: 20, woman: 23 },
  },
};
const plain = { scheme: "ew-2021" as const, counts, other: null, intersections: null };
const served: PublicBenchmark = {
  kind: "served",
  place: "young people served",
  source: "Records",
  on: "2026-01-01",
  allOtherPercent: 80,
};

describe("what is released", () => {
  const { figures, ledger, held } = releaseRound("s", "2026-06-01", plain, []);

  test("is by five groups unless asked otherwise, with no count that is not 0 or a multiple of 5", () => {
    expect(held).toBeNull();
    expect(figures.detail).toBe("five-groups");
    for (const cell of Object.values(figures.cells))
      if (cell.kind !== "hidden") expect(cell.value % 5).toBe(0);
    expect(figures.cells["applied|group:asian"]).toMatchObject({ kind: "hidden" });
    expect(figures.rows.map(({ id }) => id)).toContain("group:all_other");
    expect(JSON.stringify(figures)).not.toMatch(/\b(121|58|61|31)\b/);
  });

  test("holds no exact count in any sentence either", () => {
    const words = JSON.stringify(publicFindings(figures, served));
    const said = [...words.matchAll(/\b(\d+) of (\d+)\b/g)].flatMap(([, part, whole]) => [
      Number(part),
      Number(whole),
    ]);
    expect(said.length).toBeGreaterThan(6);
    expect(said.filter((count) => count % 5 !== 0)).toEqual([]);
    expect(words).toMatch(/between \d+% and \d+%/);
    expect(words).not.toMatch(/no disparity/i);
  });

  test("a correction by one person leaves the figures as they were", () => {
    const corrected = { ...plain, counts: { ...counts, applied: { ...counts.applied, asian_indian: 4 } } };
    const again = releaseRound("s", "2026-07-01", corrected, ledger);
    expect(again.held).toMatch(/Fewer than 8/);
    expect(again.figures.cells).toEqual(figures.cells);
    expect(again.figures.asOf).toBe("2026-06-01");
  });

  test("the same counts again are said to be the same", () => {
    expect(releaseRound("s", "2026-07-01", plain, ledger)).toMatchObject({
      held: expect.stringMatching(/those that were released/) as unknown,
      figures: { asOf: "2026-06-01" },
    });
  });

  test("a later stage is added at once", () => {
    const stayed = { white_british: 25, black_african: 9, asian_indian: 1 };
    const later = { ...plain, counts: { ...counts, there_after_6_months: stayed } };
    const again = releaseRound("s", "2026-12-01", later, ledger);
    expect(again.held).toBeNull();
    expect(again.figures.cells).toMatchObject(figures.cells);
    expect(again.figures.stages).toContain("there_after_6_months");
  });
});

describe("the other characteristic", () => {
  const both = { ...plain, other: gender };

  test("is in the same table as ethnic group, and bound to the same totals", () => {
    const table = roundTable("s", "2026-06-01", both);
    expect(table.counts["applied|other:woman"]).toBe(100);
    expect(table.relations).toContainEqual({
      total: "appointed|all",
      parts: ["man", "woman", "another", "prefer_not_to_say", "not_recorded"].map(
        (id) => `appointed|other:${id}`,
      ),
    });
    expect(releaseRound("s", "2026-06-01", both, []).figures.cells["applied|other:woman"]).toMatchObject({
      value: 100,
    });
  });

  test("tells who was found and who went on, in figures that are published and in no others", () => {
    const { figures } = releaseRound("s", "2026-06-01", both, []);
    const found = publicFindings(figures, null).filter(({ id }) => id.startsWith("other-"));
    expect(found.map(({ title }) => title)).toEqual([
      "Gender, appointed: man",
      "Gender, appointed: woman",
      "From applied to shortlisted, by gender",
      "From shortlisted to appointed, by gender",
    ]);
    const [, women, step] = found;
    // 23 of 43 women were appointed: the public reads 25 of 45, and a range that holds all counts printed so.
    expect(women).toMatchObject({ numerator: 25, denominator: 45, value: 56, unit: "%" });
    expect(women!.interval!.lower).toBeLessThan(100 * wilson({ x: 23, n: 43, conf: 0.95 }).lower);
    expect(women!.caveat).toMatch(/not to say \(0\) and those not recorded \(0\) are among everyone/);
    expect(women!.caveat).toMatch(
      /No benchmark by these answers is public: so it is compared with none here/,
    );
    expect(step!.sentence).toMatch(
      /^Women: 50 of 100; Men: 40 of 90\. Women were 1\.13 times as likely as men to go on\. Men were 0\.89 times as likely as women\. Too few to tell/,
    );
    const said = [...JSON.stringify(found).matchAll(/\b(\d+) of (\d+)\b/g)].flatMap(([, x, n]) =>
      [x, n].map(Number),
    );
    expect(said.length).toBeGreaterThan(6);
    expect(said.filter((count) => count % 5 !== 0)).toEqual([]);
  });

  test("sets answers beside a census only where everybody answered, and says otherwise why not", () => {
    const { figures } = releaseRound("s", "2026-06-01", both, []);
    const census = {
      place: "Leeds",
      source: "Census 2021",
      on: "2021-03-21",
      percents: { woman: 51.3 },
    };
    const told = (cells: typeof figures.cells) => {
      const found = publicFindings({ ...figures, cells }, null, census);
      return (id: string) => found.find((one) => one.id === id)!;
    };
    const all = told(figures.cells);
    // 25 of 45 as published: the range and what chance tells allow for every count that is printed so.
    expect(all("other-woman").sentence).toMatch(
      /Among Leeds it is 51\.3%; to match that takes about 23 people, 2 fewer\. Too few to tell/,
    );
    expect(all("other-woman").caveat).toMatch(/rounded to 5.*Compared with Census 2021, 21 March 2021\.$/);
    expect(all("other-woman").interval).not.toBeNull();
    expect(all("other-man").caveat).toMatch(/counts this answer as one with others/);
    for (const cell of [
      { kind: "hidden", symbol: "!", rule: "small" },
      { kind: "rounded", value: 10, rule: "nearest-5" },
    ] as const) {
      const some = told({ ...figures.cells, "appointed|other:not_recorded": cell });
      expect(some("other-woman").sentence).not.toMatch(/Leeds/);
      expect(some("other-woman").caveat).toMatch(
        /do not give how many answered: so it is compared with none here/,
      );
    }
  });

  test("takes a census for the other characteristic, and never the people served", () => {
    const census = {
      kind: "area",
      scheme: "religion",
      place: "Leeds",
      source: "Census",
      on: "2021-03-21",
      counts: { christian: 60, no_religion: 30, other_religions: 10 },
    } as const;
    // Muslim, Hindu and others are counted as one there.
    expect(otherBenchmarkOf(census)?.percents).toEqual({ christian: 60, no_religion: 30 });
    expect(otherBenchmarkOf({ ...census, kind: "served" })).toBeNull();
    expect(otherBenchmarkOf(null)).toBeNull();
  });

  test("has no finding where the figures do not hold it", () => {
    const { figures } = releaseRound("s", "2026-06-01", plain, []);
    expect(publicFindings(figures, null).some(({ id }) => id.startsWith("other-"))).toBe(false);
    const hidden = { ...figures, characteristic: "gender" as const };
    const few = { kind: "hidden", symbol: "!", rule: "small" } as const;
    const cells = { ...figures.cells, "appointed|other:man": few, "appointed|other:woman": few };
    const [man] = publicFindings({ ...hidden, cells }, null).filter(({ id }) => id === "other-man");
    expect(man).toMatchObject({ value: null, interval: null });
    expect(man!.sentence).toMatch(/^How many people appointed are men is not shown \(! of 45\)\. Too few/);
  });

  test("counts people twice, so such a table is released once", () => {
    const table = roundTable("s", "2026-06-01", both);
    expect(countsTwice(table)).toBe(true);
    expect(countsTwice(roundTable("s", "2026-06-01", plain))).toBe(false);
    const { ledger } = protect(table, { mode: "rounded" }, []);
    const grown = structuredClone(both);
    grown.counts.applied = { ...counts.applied, white_british: 160 };
    grown.other.counts.applied = { ...gender.counts.applied, man: 129 };
    const next = protect(roundTable("s", "2026-07-01", grown), { mode: "rounded" }, ledger);
    expect(next.table.held).toMatch(/two ways/);
  });

  test("intersections are one cross of both, and a small one is never shown", () => {
    const intersections = {
      ...nothingCounted(),
      applied: {
        "white_british|man": 60,
        "white_british|woman": 61,
        "black_african|man": 30,
        "black_african|woman": 28,
        "asian_indian|woman": 3,
        "not_recorded|woman": 8,
        "not_recorded|not_recorded": 13,
      },
    };
    const one = {
      scheme: "ew-2021" as const,
      counts: { ...nothingCounted(), applied: counts.applied },
      other: { ...gender, counts: { ...nothingCounted(), applied: gender.counts.applied } },
      intersections,
    };
    expect(crossProblems({ ...one, international: null })).toEqual([]);
    const { figures, held } = releaseRound("s", "2026-06-01", one, []);
    expect(held).toBeNull();
    const small = figures.cells["applied|group:asian|woman"];
    expect(small === undefined || small.kind === "hidden").toBe(true);
    const broken = { ...intersections, applied: { ...intersections.applied, "asian_indian|woman": 2 } };
    expect(crossProblems({ ...one, intersections: broken, international: null })[0]?.message).toMatch(
      /add up to/,
    );
  });

  test("its funnel must not widen either, and its answers must be of its own list", () => {
    const facts = {
      title: "Spring",
      body: "board",
      openedOn: "2026-01-05",
      closedOn: null,
      practice: usualPractice,
      international: null,
    };
    const whole = { ...facts, ...plain };
    const withOther = (shortlisted: Record<string, number>) =>
      Round.safeParse({ ...whole, other: { ...gender, counts: { ...gender.counts, shortlisted } } });
    expect(withOther(gender.counts.shortlisted).success).toBe(true);
    expect(withOther({ man: 91, woman: 3 }).error?.issues[0]).toMatchObject({
      path: ["other"],
      message: expect.stringMatching(/Man: 91 shortlisted but only 90 applied/) as unknown,
    });
    expect(
      withOther({ man: 40, wizard: 54 })
        .error?.issues.map(({ message }) => message)
        .join(),
    ).toMatch(/wizard/);
  });

  test("its counts must be of the same people", () => {
    const fewer = { ...gender, counts: { ...gender.counts, applied: { man: 90, woman: 100 } } };
    expect(crossProblems({ ...plain, international: null, other: fewer })[0]?.message).toMatch(
      /190 people.*203/,
    );
  });
});

describe("figures from figures", () => {
  const rounded = (value: number) => ({ kind: "rounded", value, rule: "nearest-5" }) as const;

  test("an interval covers that of every count printed alike", () => {
    const found = protectedShare(rounded(10), rounded(40));
    for (const [x, n] of [
      [8, 38],
      [12, 42],
      [10, 40],
      [12, 38],
    ] as const) {
      const { lower, upper } = wilson({ x, n, conf: 0.95 });
      expect(found!.interval.lower).toBeLessThanOrEqual(100 * lower);
      expect(found!.interval.upper).toBeGreaterThanOrEqual(100 * upper);
    }
    expect(found!.percent).toBe(25);
  });

  test("hidden figures and fewer than 23 people give none", () => {
    const hidden = { kind: "hidden", symbol: "!", rule: "small" } as const;
    expect(protectedShare(hidden, rounded(40))).toBeNull();
    expect(protectedShare(rounded(10), rounded(20))).toBeNull();
    const fine = { moved: rounded(20), of: rounded(40) };
    expect(protectedRatio(fine, { moved: hidden, of: rounded(40) })).toBeNull();
    expect(protectedRatio(fine, fine)?.ratio).toBe(1);
    expect(protectedRatio(fine, fine)?.p).toBeGreaterThan(0.3);
  });
});

test("a census share is exact, that of the people served comes from protected counts", () => {
  const census = { kind: "area", scheme: "ew-2021", place: "X", source: "ONS", on: "2021-03-21" } as const;
  const people = { white_british: 400, black_african: 3 };
  expect(releaseBenchmark("b", { ...census, counts: people }, []).benchmark.allOtherPercent).toBe(0.7);
  const own = releaseBenchmark("b", { ...census, kind: "served", counts: people }, []);
  expect(own.benchmark.allOtherPercent).toBeNull();
  expect(own.ledger).toHaveLength(1);
});

describe("indicators", () => {
  const { figures } = releaseRound("s", "2026-06-01", plain, []);
  const round = {
    body: "coproduction_group" as const,
    closedOn: "2026-03-01",
    stages: figures.stages,
    released: { figures, benchmark: served },
  };
  const ids = (seed: string) => recruitmentIndicators.find(({ id }) => id === `recruitment.${seed}`)!;

  test("carry numerator, denominator, interval and caveat of published figures", () => {
    for (const id of ["group-share", "representation-gap", "likelihood-shortlisting", "not-recorded"]) {
      const figure = ids(id).compute({ rounds: [round] }, "2026-06-01");
      expect(figure.value, id).not.toBeNull();
      expect(figure.numerator! % 5, id).toBe(0);
      expect(figure.denominator! % 5, id).toBe(0);
      expect(figure.interval!.lower, id).toBeLessThanOrEqual(figure.value!);
      expect(figure.interval!.upper, id).toBeGreaterThanOrEqual(figure.value!);
      expect(figure.caveat, id).toMatch(/rounded to 5/);
    }
  });

  test("say what is missing before a round is closed, released or large enough", () => {
    for (const { compute } of recruitmentIndicators)
      expect(compute({ rounds: [round] }, "2026-01-31").value).toBeNull();
    expect(
      ids("group-share").compute({ rounds: [{ ...round, released: null }] }, "2026-06-01"),
    ).toMatchObject({
      value: null,
      caveat: expect.stringMatching(/released/) as unknown,
    });
    expect(ids("leading-team-share").compute({ rounds: [round] }, "2026-06-01").value).toBeNull();
  });

  test("rounds checked counts rounds, not people", () => {
    const unchecked = { ...round, stages: ["applied" as const], released: null };
    expect(ids("rounds-checked").compute({ rounds: [round, unchecked] }, "2026-06-01")).toMatchObject({
      value: 50,
      numerator: 1,
      denominator: 2,
    });
  });
});
