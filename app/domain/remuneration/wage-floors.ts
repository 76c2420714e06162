import type { Rate } from "./rate.ts";

const livingWageFoundation = "Living Wage Foundation, livingwage.org.uk/calculation";
const lowPay = "GOV.UK, gov.uk/national-minimum-wage-rates";

/** Where each floor is published: the new year's figure is found there, and nowhere in this file before it is announced. */
export const floorPages = {
  "real-living-wage": "https://www.livingwage.org.uk",
  "national-living-wage": "https://www.gov.uk/national-minimum-wage-rates",
} as const;

/**
 * Published wage floors in pence an hour. A real Living Wage counts here from the day it was announced (each October) and
 * stays until the last day on which employers may still be moving to the next one (30 April, one and a half years on);
 * where two overlap the newer is used. Add a year when it is announced: nothing is carried forward by itself.
 */
export const wageFloors: readonly Rate[] = [
  ...real("2023-24", "2023-10-24", 1200, 1315),
  ...real("2024-25", "2024-10-23", 1260, 1385),
  ...real("2025-26", "2025-10-22", 1345, 1480),
  national("2025-04-01", "2026-03-31", 1221),
  national("2026-04-01", "2027-03-31", 1271),
];

function real(year: string, announcedOn: string, uk: number, london: number): Rate[] {
  const shared = {
    kind: "real-living-wage" as const,
    role: "",
    activity: "",
    from: announcedOn,
    until: `${Number(year.slice(0, 4)) + 2}-04-30`,
    source: livingWageFoundation,
  };
  return [
    {
      ...shared,
      id: `rlw-uk-${year}`,
      title: `Real Living Wage, UK, ${year}`,
      place: "uk",
      pencePerHour: uk,
    },
    {
      ...shared,
      id: `rlw-london-${year}`,
      title: `Real Living Wage, London, ${year}`,
      place: "london",
      pencePerHour: london,
    },
  ];
}

function national(from: string, until: string, pencePerHour: number): Rate {
  const year = Number(from.slice(0, 4));
  return {
    id: `nlw-${from}`,
    kind: "national-living-wage",
    title: `National Living Wage, 21 and over, ${year}-${String(year + 1).slice(2)}`,
    place: "uk",
    role: "",
    activity: "",
    pencePerHour,
    from,
    until,
    source: lowPay,
  };
}
