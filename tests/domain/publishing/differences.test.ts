import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { demandsReason } from "#app/domain/publishing/difference.ts";
import { commitmentDifferences } from "#app/domain/publishing/differences-commitment.ts";
import { measureDifferences } from "#app/domain/publishing/differences-measure.ts";
import { milestoneDifferences } from "#app/domain/publishing/differences-milestone.ts";
import { readingDifferences } from "#app/domain/publishing/differences-reading.ts";
import { statusDifferences } from "#app/domain/publishing/differences-status.ts";
import { updateDifferences } from "#app/domain/publishing/differences-update.ts";
import { organisationDifferences } from "#app/domain/publishing/differences-organisation.ts";
import { evidenceDifferences } from "#app/domain/publishing/differences-evidence.ts";
import { statuses, type ReadingContent, type Status } from "#app/domain/commitment/public.ts";
import { commitment, commitmentId, measure, measureId, milestone } from "./contents.ts";

const directions = (differences: { field: string; direction: string }[]) =>
  differences.map(({ field, direction }) => `${field}: ${direction}`);

describe("a commitment", () => {
  it("is weakened by a later due date, in written dates", () => {
    expect(commitmentDifferences(commitment, { ...commitment, dueOn: "2026-06-30" })).toEqual([
      { field: "Due", direction: "weakened", was: "31 December 2025", now: "30 June 2026" },
    ]);
  });

  it("is strengthened by an earlier due date and demands no reason", () => {
    const found = commitmentDifferences(commitment, { ...commitment, dueOn: "2025-11-30" });
    expect(directions(found)).toEqual(["Due: strengthened"]);
    expect(found.some(demandsReason)).toBe(false);
  });

  it.each(["title", "what", "forWhom"] as const)(
    "asks why when %s is edited, without judging the edit",
    (field) => {
      const [found, ...more] = commitmentDifferences(commitment, { ...commitment, [field]: "Other words" });
      expect(more).toEqual([]);
      expect(found).toMatchObject({ direction: "changed", was: commitment[field], now: "Other words" });
      expect(demandsReason(found!)).toBe(true);
    },
  );

  it("is weakened when it no longer answers a recommendation, strengthened when it answers one more", () => {
    const more = {
      ...commitment,
      recommendations: [
        ...commitment.recommendations,
        { framework: "anti-racism-in-co-production", id: "training" },
      ],
    };
    expect(directions(commitmentDifferences(more, commitment))).toEqual([
      "Recommendations it answers: weakened",
    ]);
    expect(directions(commitmentDifferences(commitment, more))).toEqual([
      "Recommendations it answers: strengthened",
    ]);
  });

  it("does not print the name of somebody who no longer wishes to be named", () => {
    const found = commitmentDifferences({ ...commitment, answerableName: "Ada Example" }, commitment);
    expect(directions(found)).toEqual(["Named person: changed"]);
    expect(JSON.stringify(found)).not.toContain("Ada");
  });
});

describe("a measure", () => {
  it.each([
    ["up", 60, "weakened"],
    ["up", 90, "strengthened"],
    ["down", 60, "strengthened"],
    ["down", 90, "weakened"],
  ] as const)("where %s is better, a target of 80 that becomes %i is %s", (direction, value, expected) => {
    const before = { ...measure, direction };
    const found = measureDifferences(before, { ...before, target: { value, by: "2025-12-31" } });
    expect(directions(found)).toEqual([`Target: ${expected}`]);
    expect(found[0]!.was).toBe("80% by 31 December 2025");
  });

  it("shows both the raised value and the later date", () => {
    const found = measureDifferences(measure, { ...measure, target: { value: 90, by: "2026-03-31" } });
    expect(directions(found)).toEqual(["Target: strengthened", "Target date: weakened"]);
  });

  it.each([
    ["target removed", { target: null }, "Target: weakened"],
    ["baseline changed", { baseline: { value: 30, on: "2025-01-06" } }, "Baseline: weakened"],
    ["direction turned", { direction: "down" as const }, "Direction: weakened"],
    ["measuring stopped", { retired: true }, "Measuring: weakened"],
    ["unit changed", { unit: "people" }, "Unit: changed"],
  ])("notices: %s", (_, edit, expected) => {
    expect(directions(measureDifferences(measure, { ...measure, ...edit }))).toContain(expected);
  });

  it("welcomes a first target and a first baseline", () => {
    const bare = { ...measure, target: null, baseline: null };
    expect(directions(measureDifferences(bare, measure))).toEqual([
      "First target: strengthened",
      "Baseline: strengthened",
    ]);
  });
});

describe("a status", () => {
  const at = (status: Status) => ({ commitment: commitmentId, status, reason: "Because." });

  it.each([
    ["under-way", "stalled", "weakened"],
    ["done", "under-way", "weakened"],
    ["under-way", "dropped", "weakened"],
    ["under-way", "did-not-work", "weakened"],
    ["stalled", "under-way", "strengthened"],
    ["planned", "done", "strengthened"],
  ] as const)("from %s to %s is %s", (from, to, expected) => {
    expect(directions(statusDifferences(at(from), at(to)))).toEqual([`Status: ${expected}`]);
  });

  it("never calls both a step and its return an improvement", () => {
    fc.assert(
      fc.property(fc.constantFrom(...statuses), fc.constantFrom(...statuses), (a, b) => {
        if (a === b) return;
        const there = statusDifferences(at(a), at(b))[0]!.direction;
        const back = statusDifferences(at(b), at(a))[0]!.direction;
        expect([there, back].sort()).toEqual(["strengthened", "weakened"]);
      }),
    );
  });
});

describe("the others", () => {
  it("weakens a milestone that is moved, given up or no longer met", () => {
    expect(directions(milestoneDifferences(milestone, { ...milestone, dueOn: "2025-09-30" }))).toEqual([
      "Due: weakened",
    ]);
    expect(directions(milestoneDifferences(milestone, { ...milestone, dropped: true }))).toEqual([
      "Standing: weakened",
    ]);
    expect(directions(milestoneDifferences({ ...milestone, metOn: "2025-06-01" }, milestone))).toEqual([
      "Met: weakened",
    ]);
    expect(directions(milestoneDifferences(milestone, { ...milestone, metOn: "2025-06-01" }))).toEqual([
      "Met: strengthened",
    ]);
  });

  it("asks why whenever a published figure is corrected, also for the better", () => {
    const reading: ReadingContent = {
      commitment: commitmentId,
      measure: measureId,
      on: "2025-06-30",
      value: 31,
      numerator: 9,
      denominator: 29,
      computed: false,
    };
    const found = readingDifferences(reading, { ...reading, value: 34, numerator: 10 });
    expect(found).toEqual([
      { field: "Figure", direction: "changed", was: "31 (9 of 29)", now: "34 (10 of 29)", explain: true },
    ]);
  });

  it("weakens a setback that is called progress", () => {
    const setback = { commitment: commitmentId, kind: "setback" as const, title: "Few came", text: "" };
    expect(directions(updateDifferences(setback, { ...setback, kind: "progress" }))).toEqual([
      "Kind: weakened",
    ]);
    expect(updateDifferences(setback, { ...setback, text: "Four of eleven" }).some(demandsReason)).toBe(true);
  });

  it("asks why for an edited statement, not for a new region", () => {
    const organisation = {
      name: "Northgate",
      kind: "nhs" as const,
      region: "North East",
      demonstration: true,
      statement: "We promise.",
    };
    expect(
      organisationDifferences(organisation, { ...organisation, statement: "We hope." }).some(demandsReason),
    ).toBe(true);
    expect(
      organisationDifferences(organisation, { ...organisation, region: "London" }).some(demandsReason),
    ).toBe(false);
  });

  it("tells two files of one name apart", () => {
    const file = { name: "minutes.pdf", type: "application/pdf", size: 10, sha256: "a".repeat(64) };
    const evidence = { commitment: commitmentId, title: "Minutes", url: null, file };
    const found = evidenceDifferences(evidence, { ...evidence, file: { ...file, sha256: "b".repeat(64) } });
    expect(found).toHaveLength(1);
    expect(found[0]!.was).not.toBe(found[0]!.now);
  });

  it("finds nothing between a content and itself", () => {
    expect(commitmentDifferences(commitment, { ...commitment })).toEqual([]);
    expect(measureDifferences(measure, { ...measure })).toEqual([]);
    expect(milestoneDifferences(milestone, { ...milestone })).toEqual([]);
  });
});
