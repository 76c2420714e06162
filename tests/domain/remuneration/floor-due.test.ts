import { describe, expect, it } from "vitest";
import { floorsDue } from "#app/domain/remuneration/floor-due.ts";
import { findAll } from "#app/domain/remuneration/findings.ts";
import type { Rate } from "#app/domain/remuneration/rate.ts";
import { wageFloors } from "#app/domain/remuneration/wage-floors.ts";

const kinds = (rates: readonly Rate[], on: string) => floorsDue(rates, on).map(({ kind }) => kind);
const realOf = (from: string, place: Rate["place"]): Rate => ({
  ...wageFloors.find((rate) => rate.kind === "real-living-wage" && rate.place === place)!,
  id: `${from} ${place}`,
  from,
  until: null,
});

describe("a newer wage floor", () => {
  it("is due from the November after the newest real Living Wage, and from April for the National one", () => {
    expect(kinds(wageFloors, "2026-10-31")).toEqual([]);
    expect(kinds(wageFloors, "2026-11-01")).toEqual(["real-living-wage"]);
    expect(kinds(wageFloors, "2027-03-31")).toEqual(["real-living-wage"]);
    expect(kinds(wageFloors, "2027-04-01")).toEqual(["real-living-wage", "national-living-wage"]);
  });

  it("is asked for with the year and the figures that are known", () => {
    expect(floorsDue(wageFloors, "2026-11-25")[0]!.sentence).toBe(
      "The newest real Living Wage here is that of 2025-26 (£13.45 an hour in the UK, £14.80 an hour in London). " +
        "A new one is announced each October, and one has been due since 1 November 2026: enter the new rate with its source under Rates.",
    );
  });

  it("is still due for the place whose rate is missing", () => {
    const half = [...wageFloors, realOf("2026-10-21", "uk")];
    expect(floorsDue(half, "2026-11-25")[0]!.sentence).toMatch(/2025-26 \(£14\.80 an hour in London\)/);
    expect(kinds([...half, realOf("2026-10-21", "london")], "2026-11-25")).toEqual([]);
  });

  it("follows one that was entered from the day on which it had to be paid", () => {
    const paid = [...wageFloors, realOf("2027-05-01", "uk"), realOf("2027-05-01", "london")];
    expect(kinds(paid, "2027-10-31")).toEqual(["national-living-wage"]);
    expect(kinds(paid, "2027-11-01")).toEqual(["real-living-wage", "national-living-wage"]);
  });

  it("stands among what needs doing", () => {
    const nothing = { offers: [], payments: [], turnouts: [], bids: [], staff: [], funds: [] };
    const found = findAll(nothing, [], wageFloors, "2026-11-25");
    expect(found).toEqual([{ check: "floor-due", sentence: expect.stringMatching(/2025-26/) }]);
  });
});
