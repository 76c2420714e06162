import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fund, Line, Move, requireLinesWithinFund } from "#app/domain/remuneration/fund.ts";
import { bidsWithLine, seedSpending } from "#app/domain/remuneration/bid.ts";
import { parityRatio, staffHourlyPence } from "#app/domain/remuneration/parity.ts";
import {
  fundPosition,
  linePosition,
  requireRoom,
  requireWithinPeriod,
} from "#app/domain/remuneration/position.ts";
import { rateOn } from "#app/domain/remuneration/rate.ts";
import { wageFloors } from "#app/domain/remuneration/wage-floors.ts";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const fund = Fund.parse({
  id: id(1),
  title: "Voices 2026",
  kind: "ring-fenced",
  source: "The trust",
  restrictions: "",
  startsOn: "2026-04-01",
  endsOn: "2027-03-31",
  amountPence: 1_000_000,
  carriedOverPence: 50_000,
});
const line = (n: number, amountPence: number): Line =>
  Line.parse({ id: id(n), fundId: fund.id, purpose: "participant-time", title: "Time", amountPence });
const move = (from: number | null, to: number | null, amountPence: number): Move =>
  Move.parse({
    id: id(900),
    fromLine: from && id(from),
    toLine: to && id(to),
    amountPence,
    reason: "Fewer people needed taxis.",
    decidedOn: "2026-06-01",
  });

describe("where a line stands", () => {
  it("works by hand: £1,000, £200 moved in, £300 promised, £120 of it paid, £50 paid outside any offer", () => {
    const position = linePosition(
      line(2, 100_000),
      [move(3, 2, 20_000)],
      [{ offerId: "a", lineId: id(2), amountPence: 30_000 }],
      [
        { lineId: id(2), offerId: "a", amountPence: 12_000 },
        { lineId: id(2), offerId: null, amountPence: 5_000 },
      ],
    );
    expect(position).toMatchObject({
      budget: 120_000,
      spent: 17_000,
      committed: 18_000,
      forecast: 35_000,
      left: 85_000,
    });
  });

  it("agrees to the penny with its fund over random ledgers", () => {
    const amount = fc.integer({ min: 0, max: 300_000 });
    const which = fc.integer({ min: 2, max: 4 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(which, which, amount), { maxLength: 8 }),
        fc.array(fc.tuple(which, amount), { maxLength: 12 }),
        fc.array(fc.tuple(which, fc.option(fc.nat(11)), fc.integer({ min: -5000, max: 200_000 })), {
          maxLength: 12,
        }),
        (moves, offers, spendings) => {
          const lines = [line(2, 400_000), line(3, 350_000), line(4, 300_000)];
          const moved = moves.filter(([a, b, p]) => a !== b && p > 0).map(([a, b, p]) => move(a, b, p));
          const bound = offers.map(([l, amountPence], i) => ({
            offerId: String(i),
            lineId: id(l),
            amountPence,
          }));
          const spent = spendings.map(([l, offer, amountPence]) => ({
            lineId: id(l),
            offerId: offer === null ? null : String(offer),
            amountPence,
          }));
          const positions = lines.map((each) => linePosition(each, moved, bound, spent));
          const whole = fundPosition(fund, lines, moved, positions);
          expect(whole.unallocated).toBe(0);
          expect(whole.spent).toBe(spendings.reduce((sum, [, , pence]) => sum + pence, 0));
          expect(whole.left).toBe(positions.reduce((sum, position) => sum + position.left, 0));
          expect(whole.held).toBe(whole.spent + whole.committed + whole.left);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("refuses the last £100 twice, and says how much is left", () => {
    const before = linePosition(line(2, 10_000), [], [], []);
    requireRoom(before, 10_000, 0, []);
    const after = linePosition(
      line(2, 10_000),
      [],
      [],
      [{ lineId: id(2), offerId: null, amountPence: 10_000 }],
    );
    expect(() => requireRoom(after, 10_000, 0, [])).toThrow(/£0 left, and this needs £100/);
    requireRoom(after, 10_000, 0, [
      { lineId: id(2), overByPence: 10_000, reason: "Agreed.", decidedOn: "2026-06-01" },
    ]);
  });

  it("refuses dates outside the fund's period", () => {
    expect(() => requireWithinPeriod(fund, "2026-03-31")).toThrow(/before the fund “Voices 2026” began/);
    expect(() => requireWithinPeriod(fund, "2027-04-01")).toThrow(/after the fund/);
  });

  it("refuses lines that promise more than the fund holds", () =>
    expect(() => requireLinesWithinFund(1_050_000, 1_050_001)).toThrow(/fund holds £10,500/));
});

describe("rates", () => {
  it.each([
    ["2024-02-01", "uk", 1200],
    ["2025-02-01", "uk", 1260],
    ["2025-02-01", "london", 1385],
    ["2026-11-20", "uk", 1345],
    ["2026-11-20", "london", 1480],
  ] as const)("on %s in %s the real Living Wage is %i pence", (on, place, pence) =>
    expect(rateOn(wageFloors, "real-living-wage", place, on).pencePerHour).toBe(pence),
  );
  it("knows the National Living Wage of two years", () => {
    expect(rateOn(wageFloors, "national-living-wage", "uk", "2026-03-31").pencePerHour).toBe(1221);
    expect(rateOn(wageFloors, "national-living-wage", "uk", "2026-04-01").pencePerHour).toBe(1271);
  });
  it("carries no old rate into an unknown year", () =>
    expect(() => rateOn(wageFloors, "national-living-wage", "uk", "2027-04-01")).toThrow(/on 1 April 2027/));
});

describe("parity", () => {
  it("costs an hour of staff: £36,000, 25 % on top, 37.5 hours, 44 weeks", () =>
    expect(
      staffHourlyPence({ salaryPence: 3_600_000, onCostsPercent: 25, hoursPerWeek: 37.5, weeksPerYear: 44 }),
    ).toBe(2727));
  it("is 1 when both are paid alike, and not known without paid time", () => {
    expect(parityRatio(2500, 5000, 120)).toBe(1);
    expect(parityRatio(2500, 0, 120)).toBeNull();
  });
});

describe("bids", () => {
  const bid = (n: number, stage: "idea" | "submitted", coProductionPence: number) => ({
    id: id(n),
    title: "Bid",
    funder: "Funder",
    amountPence: 1,
    stage,
    questionFixedOn: "2026-03-01",
    submittedOn: null,
    coProductionPence,
    trainingPence: 0,
    whatChanged: "",
  });
  it("leave ideas out of the share", () =>
    expect(bidsWithLine([bid(1, "idea", 5), bid(2, "submitted", 5), bid(3, "submitted", 0)])).toEqual({
      withLine: 1,
      withTraining: 0,
      of: 2,
    }));
  it("count money as early only up to the day the question was fixed", () =>
    expect(
      seedSpending(
        [bid(1, "submitted", 0)],
        [
          { bidId: id(1), amountPence: 100, paidOn: "2026-03-01" },
          { bidId: id(1), amountPence: 30, paidOn: "2026-03-02" },
          { bidId: id(9), amountPence: 7, paidOn: "2026-01-01" },
        ],
      ),
    ).toEqual({ before: 100, after: 30 }));
});
