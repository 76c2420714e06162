import { describe, expect, test } from "vitest";
import type { Benchmark } from "#app/domain/recruitment/benchmark.ts";
import { releaseRound } from "#app/domain/recruitment/figures.ts";
import { publicInAMinute, roundInAMinute } from "#app/domain/recruitment/in-a-minute.ts";
import { releaseBenchmark } from "#app/domain/recruitment/public-benchmark.ts";
import { publicFindings } from "#app/domain/recruitment/public-findings.ts";
import { roundFindings } from "#app/domain/recruitment/round-findings.ts";
import type { Round } from "#app/domain/recruitment/round.ts";
import { usualPractice } from "#tests/support/recruitment.ts";

/** A service whose young people are 80 % Black and brown, and whose group is 80 % White. */
const served: Benchmark = {
  kind: "served",
  scheme: "ew-2021",
  place: "the young people served",
  source: "Service records",
  on: "2026-01-01",
  counts: { white_british: 100, black_african: 200, asian_pakistani: 200 },
};
const round: Round = {
  title: "Youth group",
  body: "coproduction_group",
  openedOn: "2026-01-05",
  closedOn: "2026-03-01",
  scheme: "ew-2021",
  practice: usualPractice,
  counts: {
    reached: null,
    applied: { white_british: 80, black_african: 40, asian_pakistani: 40 },
    shortlisted: { white_british: 60, black_african: 16, asian_pakistani: 14 },
    appointed: { white_british: 40, black_african: 10 },
    there_after_6_months: null,
    there_after_12_months: null,
  },
  international: null,
  other: null,
  intersections: null,
};
const wordsOf = (facts: readonly { sentence: string }[]) => facts.map(({ sentence }) => sentence).join("\n");

describe("a group that is 80% White, for young people who are 80% Black and brown", () => {
  const facts = roundInAMinute(roundFindings(round, served));

  test("says how many there are, how many there would be, and that chance does not explain it", () => {
    expect(facts).toHaveLength(3);
    expect(facts[0]?.sentence).toMatch(
      /10 of 50 people .*the young people served \(80\.0%\) would be about 40: 30 more than there are\./,
    );
    expect(facts[0]?.sentence).not.toMatch(/too few/i);
  });

  test("names the step where most ground is lost, with both numerators and denominators", () => {
    expect(facts[1]?.id).toBe("step-applied-shortlisted");
    expect(facts[1]?.sentence).toMatch(/White: 60 of 80; All other ethnic groups combined: 30 of 80/);
  });

  test("says the same in public, from protected figures alone", () => {
    const { figures, ledger } = releaseRound("r", "2026-03-02", round, []);
    const { benchmark } = releaseBenchmark("s", served, ledger);
    const shown = publicInAMinute(publicFindings(figures, benchmark));
    expect(shown).toHaveLength(3);
    expect(shown[0]?.sentence).toMatch(
      /^10 of 50 people appointed .*it is 80%; .* about 40 people, 30 more\./,
    );
    const counts = [...wordsOf(shown).matchAll(/\b(\d+) of (\d+)\b/g)].flatMap(([, x, n]) => [+x!, +n!]);
    expect(counts.length).toBeGreaterThan(4);
    expect(counts.filter((count) => count % 5 !== 0)).toEqual([]);
  });

  test("never gives a score and never says that there is no disparity", () => {
    expect(wordsOf(facts)).not.toMatch(/score|no disparity|rating/i);
  });
});

test("few people: too few to tell, never no disparity", () => {
  const level = { white_british: 6, black_african: 5 };
  const few = { ...round, counts: { ...round.counts, applied: level, shortlisted: level, appointed: level } };
  const words = wordsOf(roundInAMinute(roundFindings(few, { ...served, counts: level })));
  expect(words).toMatch(/too few to tell/i);
  expect(words).not.toMatch(/no disparity/i);
});

test("nothing is counted: nothing is said", () => {
  const counts = { ...round.counts, applied: null, shortlisted: null, appointed: null };
  expect(roundInAMinute(roundFindings({ ...round, counts }, served))).toEqual([]);
});
