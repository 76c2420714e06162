import { describe, expect, it } from "vitest";
import { demandsReason } from "#app/domain/publishing/difference.ts";
import { recruitmentDifferences } from "#app/domain/publishing/differences-recruitment.ts";
import { releaseRound } from "#app/domain/recruitment/figures.ts";
import type { RecruitmentRoundContent } from "#app/domain/recruitment/public.ts";
import { caveatOf } from "#app/domain/recruitment/public-finding.ts";
import { publicFindings } from "#app/domain/recruitment/public-findings.ts";
import { nothingCounted } from "#app/domain/recruitment/round-input.ts";
import { springRound } from "#tests/support/recruitment.ts";

const counts = {
  ...nothingCounted(),
  applied: { white_british: 121, black_african: 58, asian_indian: 31, not_recorded: 21 },
};
const round = { scheme: "ew-2021" as const, counts, other: null, intersections: null };
const first = releaseRound("s", "2026-06-01", round, []);

function content(figures: RecruitmentRoundContent["figures"]): RecruitmentRoundContent {
  return {
    ...springRound,
    figures,
    benchmark: null,
    findings: publicFindings(figures, null),
    caveat: caveatOf(figures),
  };
}
const before = content(first.figures);

describe("a recruitment round", () => {
  it("by each group in place of five is noted, as the figures that were public stand as they stood", () => {
    const each = releaseRound("s", "2026-07-01", round, first.ledger, { detail: "every-group" });
    expect(each.held).toBeNull();
    const found = recruitmentDifferences(before, content(each.figures));
    expect(found).toEqual([{ field: "Groups", direction: "changed", was: "five groups", now: "each group" }]);
    expect(found.some(demandsReason)).toBe(false);
  });

  it("with a stage more has it noted, with what it lets be told", () => {
    const shortlisted = { white_british: 61, black_african: 23, asian_indian: 11, not_recorded: 9 };
    const later = { ...round, counts: { ...counts, shortlisted } };
    const more = releaseRound("s", "2026-07-01", later, first.ledger);
    const found = recruitmentDifferences(before, content(more.figures));
    expect(found.map((one) => [one.field, demandsReason(one)])).toEqual([
      ["Stages counted", false],
      ["Findings", false],
    ]);
    expect(found[1]).toMatchObject({ was: "nothing", now: "From applied to shortlisted" });
  });

  it("says which findings are new where the figures are the same, and nothing where only words differ", () => {
    const [told, ...rest] = before.findings;
    const fewer = { ...before, findings: rest };
    expect(recruitmentDifferences(fewer, before)).toEqual([
      { field: "Told from the same figures", direction: "changed", was: "nothing", now: told!.title },
    ]);
    expect(recruitmentDifferences(before, fewer)).toMatchObject([{ was: told!.title, now: "nothing" }]);
    const inOtherWords = before.findings
      .map((one) => ({ ...one, title: `${one.title}, said anew` }))
      .reverse();
    expect(recruitmentDifferences(before, { ...before, findings: inOtherWords })).toEqual([]);
  });

  it("asks why when a figure that was public changes", () => {
    const cells = { ...first.figures.cells };
    cells["applied|group:black"] = { kind: "rounded", value: 50, rule: "nearest-5" };
    const found = recruitmentDifferences(before, content({ ...first.figures, cells }));
    expect(found).toMatchObject([{ was: "60", now: "50" }]);
    expect(found.every(demandsReason)).toBe(true);
  });
});
