import { findTimes, observancesBetween } from "#app/domain/calendar/index.ts";
import type { Report } from "./report.ts";

const CANDIDATES = 10_000;

/** The budgets of the faith calendar: a year at two places, cold and warm, and ten thousand times weighed. */
export async function bench(report: Report): Promise<void> {
  const year = () => {
    for (const place of ["London", "Glasgow"]) observancesBetween("2027-01-01", "2027-12-31", { place });
  };
  report({
    name: "a year at two places, cold",
    measured: seconds(year),
    budget: 0.2,
    unit: "s",
    better: "lower",
  });
  const warm = Math.min(...Array.from({ length: 5 }, () => seconds(year)));
  report({ name: "a year at two places, warm", measured: warm, budget: 0.005, unit: "s", better: "lower" });
  // 9 to 17 in steps of 15 minutes holds 29 one-hour starts a day.
  const weigh = () => {
    for (let weighed = 0; weighed < CANDIDATES; weighed += 29 * 365)
      findTimes(
        { from: "2027-01-01", to: "2027-12-31", length: 60, step: 15, weekdays: [0, 1, 2, 3, 4, 5, 6] },
        10,
      );
  };
  report({ name: "10,000 times weighed", measured: seconds(weigh), budget: 1, unit: "s", better: "lower" });
}

function seconds(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}
