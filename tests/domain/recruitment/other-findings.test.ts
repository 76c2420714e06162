import { describe, expect, test } from "vitest";
import type { Benchmark } from "#app/domain/recruitment/benchmark.ts";
import type { ListId } from "#app/domain/recruitment/benchmark-list.ts";
import { NATIONAL_BENCHMARKS } from "#app/domain/recruitment/national-benchmarks.ts";
import { otherFindings } from "#app/domain/recruitment/other-findings.ts";
import { preferredForOther } from "#app/domain/recruitment/preferred-benchmark.ts";
import type { Round } from "#app/domain/recruitment/round.ts";
import { nothingCounted } from "#app/domain/recruitment/round-input.ts";

const religion = {
  characteristic: "religion" as const,
  counts: {
    ...nothingCounted(),
    applied: { christian: 60, muslim: 20, no_religion: 40, hindu: 4, not_recorded: 9, prefer_not_to_say: 3 },
    appointed: { christian: 30, muslim: 2, no_religion: 17, hindu: 1, not_recorded: 2 },
  },
};
const round = { other: religion } as unknown as Round;
const served: Benchmark<ListId> = {
  kind: "served",
  scheme: "religion",
  place: "families we serve",
  source: "Records",
  on: "2026-01-01",
  counts: { christian: 40, muslim: 40, no_religion: 20 },
};

describe("a round by religion", () => {
  const [who, step] = otherFindings(round, served);

  test("is set against the people served, with expected number, shortfall, range and chance", () => {
    // 2 of 50; 40 % of 50 is 20; Wilson 95 % of 2/50 is 1.1 % to 13.5 %.
    expect(who?.sentences.find((one) => one.includes("Muslim"))).toMatch(
      /^Appointed: 2 of 50 people are Muslim: 4\.0%, and between 1% and 13% when chance is allowed for\. Matching families we serve \(40\.0%\) would be about 20: 18 more than there are\. .*less than one time in 1,000/,
    );
    expect(who?.bars.find(({ label }) => label === "Muslim")).toMatchObject({ x: 2, n: 50 });
  });

  test("says who is in no share, and why", () => {
    expect(who?.sentences.at(-1)).toMatch(
      /^9 of 136 people applied have no answer recorded, and 3 preferred not to say/,
    );
  });

  test("compares each answer with everyone else through a step", () => {
    // 2 of 20 against 48 of 104: a ratio of 0.10 / 0.4615 = 0.22.
    expect(step?.title).toBe("From applied to appointed, by religion");
    expect(step?.sentences.find((one) => one.startsWith("Muslim"))).toMatch(
      /^Muslim: 2 of 20; Everyone else: 48 of 104\. Muslim people were 0\.22 times as likely/,
    );
  });

  test("without a benchmark it says so, and never that there is no disparity", () => {
    const words = JSON.stringify(otherFindings(round, null));
    expect(words).toMatch(/No benchmark counts people by religion yet/);
    expect(words).not.toMatch(/no disparity/i);
  });

  test("against Northern Ireland, religions that its census counts as one are one here too", () => {
    const north = NATIONAL_BENCHMARKS.find(
      ({ scheme, place }) => scheme === "religion" && place === "Northern Ireland",
    )!;
    const [found] = otherFindings(round, north);
    expect(found?.bars.map(({ label, x }) => [label, x])).toEqual([
      ["Christian", 30],
      ["No religion", 17],
      ["All other religions combined", 3],
    ]);
  });
});

test("two answers are compared once, by words that fit them", () => {
  const counts = {
    ...nothingCounted(),
    applied: { disabled: 30, not_disabled: 60 },
    appointed: { disabled: 3, not_disabled: 20 },
  };
  const [, step] = otherFindings({ other: { characteristic: "disability", counts } } as never, null);
  expect(step?.sentences).toHaveLength(1);
  expect(step?.sentences[0]).toMatch(/Disabled people were 0\.30 times as likely .* as everyone else/);
});

describe("whom the other characteristic is compared with", () => {
  const of = (scheme: Round["scheme"], entered: Benchmark<ListId>[] = []) =>
    preferredForOther(entered, { scheme, other: religion }, null)?.place;
  test("the people served, else the nation whose list of ethnic groups the round uses", () => {
    expect(of("ew-2021", [served])).toBe("families we serve");
    expect(of("ew-2021")).toBe("England and Wales");
    expect(of("scotland-2022")).toBe("Scotland");
    expect(of("ni-2021")).toBe("Northern Ireland");
    expect(preferredForOther([served], { scheme: "ew-2021", other: null }, null)).toBeNull();
    expect(
      preferredForOther([served], { scheme: "ew-2021", other: { characteristic: "gender" } }, null),
    ).toBeNull();
  });

  test("of areas only the one that the ethnic groups are set beside", () => {
    const area = (place: string, on: string): Benchmark<ListId> => ({ ...served, kind: "area", place, on });
    const entered = [area("Manchester", "2021-03-21"), area("City of Edinburgh", "2022-03-20")];
    const beside = (place: string) =>
      preferredForOther(entered, { scheme: "ew-2021", other: religion }, { kind: "area", place })?.place;
    expect(beside("manchester")).toBe("Manchester");
    expect(beside("Leeds")).toBe("England and Wales");
    expect(of("ew-2021", entered)).toBe("City of Edinburgh");
  });
});
