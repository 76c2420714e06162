import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indicators } from "#app/domain/remuneration/indicators.ts";
import type { LedgerOffer, PayLedger } from "#app/domain/remuneration/ledger.ts";
import { PaySummary } from "#app/domain/remuneration/public.ts";
import { roleAcrossCommunities } from "#app/domain/remuneration/same-role.ts";
import { prepareSummary } from "#app/domain/remuneration/summary.ts";
import { paySummaryDifferences } from "#app/domain/publishing/differences-pay.ts";
import { settledDate } from "#app/domain/remuneration/check-offer.ts";

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const period = { from: "2026-04-01", until: "2027-03-31" };

function offer(n: number, changed: Partial<LedgerOffer> = {}): LedgerOffer {
  return {
    id: uuid(n),
    reference: `P-${n}`,
    lineId: uuid(0),
    role: "Group member",
    community: "",
    place: "uk",
    offeredOn: "2026-05-01",
    heldOn: "2026-05-10",
    time: [{ activity: "meeting", minutes: 120, ratePence: 2000 }],
    expensesPence: 0,
    expensesTiming: "before",
    lowIncome: false,
    timing: "after",
    promisedBy: "2026-05-20",
    choice: "bank-transfer",
    agreedFeePence: null,
    adviceOffered: true,
    bidId: null,
    confirmedOn: null,
    notReceivedOn: null,
    ...changed,
  };
}
const paid = (n: number, paidOn: string, amountPence = 4000) => ({
  id: `${n} ${paidOn} ${amountPence}`,
  offerId: uuid(n),
  kind: "fee" as const,
  amountPence,
  paidOn,
});
const many = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const ledger = (changed: Partial<PayLedger> = {}): PayLedger => ({
  offers: [],
  payments: [],
  turnouts: [],
  bids: [],
  staff: [],
  funds: [],
  ...changed,
});

/**
 * By hand: 40 took part on one day, 30 were offered £40 each (2 hours at £20), 10 of them chose nothing. 20 fees of £40 are
 * owed: £800. 15 were paid after 8 days, in time; 5 after 20 days, 10 late. Staff cost £24 an hour with on-costs: £1.20 for £1.
 */
const worked = ledger({
  offers: many(30).map((n) => offer(n, n > 20 ? { choice: "nothing" } : {})),
  payments: many(20).map((n) => paid(n, n <= 15 ? "2026-05-18" : "2026-05-30")),
  turnouts: [{ title: "Workshop", heldOn: "2026-05-10", tookPart: 40 }],
  staff: [
    {
      title: "Officer",
      from: "2026-01-01",
      salaryPence: 3_200_000,
      onCostsPercent: 20,
      hoursPerWeek: 40,
      weeksPerYear: 40,
    },
  ],
  funds: [{ kind: "seed", heldPence: 500_000, startsOn: "2026-04-01", endsOn: "2027-03-31" }],
});

describe("a period's figures for the public", () => {
  it("agree with the example worked by hand", () => {
    const { content, held } = prepareSummary(worked, period, [], "2026-07-01");
    expect(held).toBeNull();
    expect(PaySummary.parse(content)).toEqual(content);
    expect(content).toMatchObject({
      people: { takingPart: 40, offered: 30, declined: 10, neverOffered: 10 },
      money: { setAsidePence: 500_000, offeredPence: 120_000, takenUpPence: 80_000, paidPence: 80_000 },
      medianDaysToPay: 8,
      parity: { ratio: 1.2, staffHourlyPence: 2400 },
      seed: { heldPence: 500_000, paidBeforePence: 0 },
    });
    // A share needs 23 beneath it.
    expect(content.fees).toEqual({ due: 20, paidInTime: 15, percentInTime: null });
  });

  it("show no money, days or ratio that fewer than 8 people share", () => {
    const few = ledger({
      offers: many(7).map((n) => offer(n)),
      payments: many(7).map((n) => paid(n, "2026-05-18")),
    });
    const { content } = prepareSummary(few, period, [], "2026-07-01");
    expect(content.people.offered).toBeNull();
    expect(content.money).toMatchObject({ offeredPence: null, takenUpPence: null, paidPence: null });
    expect(content.medianDaysToPay).toBeNull();
    expect(content.parity.ratio).toBeNull();
  });

  it("take one person on eight days for one person", () => {
    const days = (person: string, from: number, choice: "nothing" | "bank-transfer") =>
      many(8).map((n) =>
        offer(from + n, { reference: person, heldOn: `2026-05-1${n}`, promisedBy: "2026-06-30", choice }),
      );
    const alone = ledger({
      offers: days("P-1", 0, "bank-transfer"),
      payments: many(8).map((n) => paid(n, "2026-06-20")),
    });
    const one = prepareSummary(alone, period, [], "2026-08-01").content;
    expect(one.money).toMatchObject({ offeredPence: null, takenUpPence: null, paidPence: null });
    expect([one.medianDaysToPay, one.parity.ratio]).toEqual([null, null]);
    const among = {
      ...worked,
      offers: [...many(20).map((n) => offer(n)), ...days("P-99", 100, "nothing")],
    };
    const { people, money } = prepareSummary(among, period, [], "2026-08-01").content;
    expect(people.declined).toBeNull();
    expect(money.roundedToPence).toBeGreaterThanOrEqual(8 * 4000);
  });

  it("do not count the shapers of another year's bids behind this year's sum", () => {
    const bid = (n: number, submittedOn: string) => ({
      id: uuid(n),
      title: "Bid",
      funder: "Trust",
      amountPence: 1,
      stage: "submitted" as const,
      questionFixedOn: submittedOn,
      submittedOn,
      coProductionPence: 1,
      trainingPence: 0,
      whatChanged: "",
    });
    const data = ledger({
      bids: [bid(900, "2025-06-01"), bid(901, "2026-06-01")],
      offers: many(10).map((n) => offer(n, { bidId: uuid(n <= 2 ? 901 : 900) })),
      payments: many(10).map((n) => paid(n, "2025-05-18")),
    });
    expect(prepareSummary(data, period, [], "2026-07-01").content.seed.paidBeforePence).toBeNull();
  });

  it("do not give away by subtraction how many chose nothing", () => {
    const one = { ...worked, offers: many(30).map((n) => offer(n, n === 30 ? { choice: "nothing" } : {})) };
    const { people, money } = prepareSummary(one, period, [], "2026-07-01").content;
    expect(people.declined).toBeNull();
    expect(money.takenUpPence).toBe(money.offeredPence);
  });

  it("are held back until 8 people or more have joined or left", () => {
    const first = prepareSummary(worked, period, [], "2026-07-01");
    const oneMore = { ...worked, offers: [...worked.offers, offer(31)] };
    const second = prepareSummary(oneMore, period, first.releases, "2026-08-01");
    expect(second.held).toMatch(/Fewer than 8 people/);
    expect(second.releases).toHaveLength(1);
  });

  it("need a reason when they change after the period is over, and none while it runs", () => {
    const before = prepareSummary(worked, period, [], "2026-07-01").content;
    const after = { ...before, medianDaysToPay: 9 };
    const [difference] = paySummaryDifferences(before, after);
    expect(difference).toMatchObject({ was: "8", now: "9" });
    expect(difference?.explain).toBeUndefined();
    expect(paySummaryDifferences({ ...before, asOf: "2027-05-01" }, after)[0]?.explain).toBe(true);
  });

  it("never show a count of 1 to 7", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (offered, more, nothing) => {
        const made = ledger({
          offers: many(offered).map((n) => offer(n, n <= nothing ? { choice: "nothing" } : {})),
          turnouts: [{ title: "W", heldOn: "2026-05-10", tookPart: offered + more }],
        });
        const { content } = prepareSummary(made, period, [], "2026-07-01");
        for (const shown of [...Object.values(content.people), content.fees.due, content.fees.paidInTime])
          expect(shown === null || shown === 0 || shown >= 8).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe("the indicators", () => {
  const compute = (id: string, data: PayLedger) =>
    indicators.find((indicator) => indicator.id === id)!.compute(data, "2026-07-01");
  it("have the names that frameworks use", () =>
    expect(indicators.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "remuneration.paid-in-time",
        "remuneration.bids-with-payment",
        "remuneration.seed-money-paid",
        "remuneration.bids-with-seed-money",
      ]),
    ));
  it("count a fee that never came as late", () => {
    const data = ledger({
      offers: many(60).map((n) => offer(n)),
      payments: many(30).map((n) => paid(n, "2026-05-18")),
    });
    expect(compute("remuneration.paid-in-time", data)).toMatchObject({
      value: 50,
      numerator: 30,
      denominator: 60,
    });
  });
  it("say too few rather than a share of few", () =>
    expect(compute("remuneration.paid-in-time", ledger({ offers: [offer(1)] })).value).toBeNull());
  it("count seed money before the question was fixed, and bids that it shaped", () => {
    const bid = {
      id: uuid(900),
      title: "Bid",
      funder: "Trust",
      amountPence: 1,
      stage: "submitted" as const,
      questionFixedOn: "2026-05-20",
      submittedOn: "2026-06-01",
      coProductionPence: 1,
      trainingPence: 0,
      whatChanged: "",
    };
    const data = ledger({
      bids: [bid, { ...bid, id: uuid(901), coProductionPence: 0 }],
      offers: many(8).map((n) => offer(n, { bidId: bid.id })),
      payments: [...many(7).map((n) => paid(n, "2026-05-18")), paid(8, "2026-05-21")],
    });
    // 7 fees of £40 are £280, shown to the nearest £200 (five fees).
    expect(compute("remuneration.seed-money-paid", data).value).toBe(200);
    expect(compute("remuneration.bids-with-seed-money", data)).toMatchObject({ value: 50, denominator: 2 });
    expect(compute("remuneration.bids-with-payment", data)).toMatchObject({ value: 50, numerator: 1 });
  });
});

describe("the same role in different communities", () => {
  const of = (community: string, from: number, count: number, ratePence: number) =>
    many(count).map((n) =>
      offer(from + n, { community, time: [{ activity: "meeting", minutes: 60, ratePence }] }),
    );
  it("differs where averages over 8 people differ", () => {
    const [role] = roleAcrossCommunities([...of("A", 0, 8, 2000), ...of("B", 100, 9, 1500)]);
    expect(role).toMatchObject({ outcome: "differs" });
    expect(role!.sentence).toMatch(/£15 to £20 an hour/);
  });
  it("does not differ by a penny because two lengths of one rate are rounded", () => {
    const [role] = roleAcrossCommunities(
      [...of("A", 0, 8, 1345), ...of("B", 100, 8, 1345)].map((each, index) => ({
        ...each,
        time: [{ activity: "meeting" as const, minutes: index < 8 ? 20 : 90, ratePence: 1345 }],
      })),
    );
    expect(role).toMatchObject({ outcome: "same" });
  });
  it("shows nothing over fewer, and does not call it equal", () => {
    const [role] = roleAcrossCommunities([...of("A", 0, 8, 2000), ...of("B", 100, 7, 1500)]);
    expect(role).toMatchObject({ outcome: "too-few", communities: [{}, { pencePerHour: null }] });
  });
});

describe("a payment that was reversed", () => {
  it("leaves the fee unsettled, until it is paid again", () => {
    const its = offer(1);
    const gone = [paid(1, "2026-05-12"), paid(1, "2026-05-13", -4000)];
    expect(settledDate(its, gone)).toBeUndefined();
    expect(settledDate(its, [...gone, paid(1, "2026-05-15")])).toBe("2026-05-15");
  });
});
