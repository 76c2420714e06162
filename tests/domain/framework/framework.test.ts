import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { builtInFrameworks } from "#app/domain/framework/built-in.ts";
import { findRecommendation, frameworkKey, type Framework } from "#app/domain/framework/framework.ts";
import { parseFramework } from "#app/domain/framework/parse-framework.ts";

const file = readFileSync(
  new URL("../../../seeds/frameworks/anti-racism-in-co-production.json", import.meta.url),
  "utf8",
);
const report = builtInFrameworks[0]!;

/** The report's file with one thing changed. */
function changed(change: (framework: Record<string, never> & Framework) => void): string {
  const copy = JSON.parse(file);
  change(copy);
  return JSON.stringify(copy);
}

describe("the report's framework", () => {
  it("carries its version, date, publisher, authors, pages and owners", () => {
    expect(report.version).toBe("1.2");
    expect(report.published).toBe("2025-02");
    expect(report.publisher).toContain("People's Voice Media");
    expect(report.authors).toEqual(["Isaac Samuels", "Samantha Jane Ofoegbu"]);
    expect(report.citation.pages).toBe("52-53");
    expect(report.ownership).toContain("owned by");
  });

  it("has twelve numbered recommendations, and only the school curriculum is for arguing", () => {
    expect(report.recommendations.map((one) => one.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    const advocacy = report.recommendations.filter((one) => one.deliverable === "advocacy");
    expect(advocacy.map((one) => one.id)).toEqual(["school-curriculum"]);
  });

  it("cites the table of recommendations for every one of them", () => {
    for (const one of report.recommendations) expect(one.sources[0]?.pages, one.id).toBe("52-53");
  });

  it("finds a recommendation by its framework's version", () => {
    const reference = { framework: frameworkKey(report), id: "seed-money" };
    expect(reference.framework).toBe("anti-racism-in-co-production@1.2");
    expect(findRecommendation(builtInFrameworks, reference)?.number).toBe(6);
    expect(
      findRecommendation(builtInFrameworks, { ...reference, framework: "anti-racism-in-co-production@2" }),
    ).toBe(undefined);
  });
});

describe("reading a framework file", () => {
  it("accepts the report's own file, with or without a byte order mark", () => {
    expect(parseFramework(file).ok).toBe(true);
    expect(parseFramework(`\uFEFF${file}`).ok).toBe(true);
  });

  it("names every error by its path and refuses the whole", () => {
    const bad = changed((framework) => {
      framework.version = "" as never;
      framework.recommendations[2]!.measures[0]!.unit = " ";
      framework.recommendations[4]!.sources = [] as never;
      framework.recommendations[5]!.module = "magic" as never;
      framework.recommendations[7]!.id = "seed-money";
      Object.assign(framework.recommendations[0]!, { colour: "red" });
    });
    const parsed = parseFramework(bad);
    expect(parsed.ok).toBe(false);
    const paths = parsed.ok ? [] : parsed.errors.map((error) => error.path).sort();
    expect(paths).toEqual(
      [
        "version",
        "recommendations[0].colour",
        "recommendations[2].measures[0].unit",
        "recommendations[4].sources",
        "recommendations[5].module",
        "recommendations[7].id",
      ].sort(),
    );
  });

  it("says in words what is wrong with a file that is no framework", () => {
    for (const text of ["", "{", "[]", "null", '"words"', "12"]) {
      const parsed = parseFramework(text);
      expect(parsed.ok, text).toBe(false);
      if (!parsed.ok) expect(parsed.errors[0]?.path, text).toBe("file");
    }
  });

  it("refuses a file over 1 MB without reading it", () => {
    const parsed = parseFramework(" ".repeat(1_000_001));
    expect(parsed).toEqual({
      ok: false,
      errors: [{ path: "file", message: "A framework file can be 1 MB at most." }],
    });
  });

  it("asks for a version in quotation marks", () => {
    const parsed = parseFramework(changed((framework) => (framework.version = 1.2 as never)));
    expect(parsed.ok ? [] : parsed.errors).toEqual([
      { path: "version", message: "Give the version as text, in quotation marks." },
    ]);
  });
});
