import { describe, expect, it } from "vitest";
import {
  checkOffer,
  expensesNotPaid,
  paidMore,
  settledDate,
  type Payment,
} from "#app/domain/remuneration/check-offer.ts";
import { payFigures } from "#app/domain/remuneration/figures.ts";
import { boundBy, Offer, offeredFee, owedFee } from "#app/domain/remuneration/offer.ts";
import { wageFloors } from "#app/domain/remuneration/wage-floors.ts";

/** Two hours' meeting and an hour's preparation at £25, £8.40 of fares, held on 10 June 2026, promised by the 20th. */
const offer: Offer = Offer.parse({
  id: "4b0d6a3e-24f0-4f0a-9d52-3a3f6f1b9d10",
  reference: "P-014",
  lineId: "7f5b7c56-9a43-47a1-8c6a-14b7cb9e5f11",
  role: "Group member",
  community: "",
  place: "uk",
  offeredOn: "2026-05-20",
  heldOn: "2026-06-10",
  time: [
    { activity: "meeting", minutes: 120, ratePence: 2500 },
    { activity: "preparation", minutes: 60, ratePence: 2500 },
  ],
  expensesPence: 840,
  expensesTiming: "before",
  lowIncome: true,
  timing: "after",
  promisedBy: "2026-06-20",
  choice: "bank-transfer",
  agreedFeePence: null,
  adviceOffered: true,
});
const paid = (paidOn: string, amountPence: number): Payment => ({
  id: `${paidOn}-${amountPence}`,
  offerId: offer.id,
  kind: "fee",
  amountPence,
  paidOn,
});
const checks = (changed: Partial<Offer>, payments: Payment[] = [], today = "2026-06-15") =>
  checkOffer({ ...offer, ...changed }, payments, wageFloors, today).map((finding) => finding.check);

describe("an offer", () => {
  it("adds up each kind of time", () => expect(offeredFee(offer)).toBe(7500));
  it("binds the fee and the fares", () => expect(boundBy(offer)).toBe(8340));
  it("still owes the fares to somebody who chose nothing", () =>
    expect(boundBy({ ...offer, choice: "nothing" })).toBe(840));
  it("owes what the person asked for when they chose less, and never more than was offered", () => {
    expect(owedFee({ ...offer, choice: "less", agreedFeePence: 2000 })).toBe(2000);
    expect(owedFee({ ...offer, choice: "less", agreedFeePence: 999999 })).toBe(7500);
  });
  it("refuses negative pay and e-mail addresses as references", () => {
    expect(Offer.safeParse({ ...offer, reference: "a@example.org" }).success).toBe(false);
    expect(
      Offer.safeParse({ ...offer, time: [{ activity: "meeting", minutes: 60, ratePence: -1 }] }).success,
    ).toBe(false);
  });
});

describe("the checks", () => {
  it("find nothing in a fair offer before its day", () => expect(checks({})).toEqual([]));
  it("count unpaid preparation against the living wage", () =>
    expect(
      checks({
        time: [
          { activity: "meeting", minutes: 60, ratePence: 2000 },
          { activity: "preparation", minutes: 60, ratePence: 0 },
        ],
      }),
    ).toEqual(["below-living-wage", "unpaid-preparation"]));
  it("accept the floor itself and refuse a penny less", () => {
    expect(checks({ time: [{ activity: "meeting", minutes: 60, ratePence: 1345 }] })).toEqual([]);
    expect(checks({ time: [{ activity: "meeting", minutes: 60, ratePence: 1344 }] })).toEqual([
      "below-living-wage",
    ]);
  });
  it("name the least by law beside the living wage, for all of the UK", () => {
    const said = (changed: Partial<Offer>) =>
      checkOffer({ ...offer, ...changed }, [], wageFloors, "2026-06-15").map(({ sentence }) => sentence);
    const at = (ratePence: number) => [{ activity: "meeting" as const, minutes: 60, ratePence }];
    expect(said({ time: at(1270), place: "london" })[0]).toMatch(/National Living Wage.*£12\.71: by law/);
    expect(said({ time: at(1271) })[0]).not.toMatch(/by law/);
    expect(said({ time: at(1100), heldOn: "2024-06-10" })[0]).toMatch(/No National Living Wage is known/);
  });
  it("see more paid than is owed, as when a payment is there twice", () => {
    expect(paidMore(offer, [paid("2026-06-12", 7500)])).toEqual([]);
    expect(paidMore(offer, [paid("2026-06-12", 7500), paid("2026-06-14", 7500)])[0]?.sentence).toMatch(
      /paid £150 in fees and is owed £75/,
    );
    expect(
      paidMore({ ...offer, choice: "less", agreedFeePence: 2000 }, [paid("2026-06-12", 7500)]),
    ).toHaveLength(1);
  });
  it("use London's floor in London", () =>
    expect(
      checks({ place: "london", time: [{ activity: "meeting", minutes: 60, ratePence: 1400 }] }),
    ).toEqual(["below-living-wage"]));
  it("say so when no rate is known for the year", () =>
    expect(checks({ heldOn: "2031-01-01" })).toEqual(["rate-not-known"]));
  it("count part payment as not yet paid", () => {
    expect(settledDate(offer, [paid("2026-06-12", 7499)])).toBeUndefined();
    expect(checks({}, [paid("2026-06-12", 7499)], "2026-06-21")).toEqual(["late"]);
    expect(checks({}, [paid("2026-06-21", 7500)], "2026-06-21")).toEqual(["paid-late"]);
    expect(settledDate(offer, [paid("2026-06-12", 7499), paid("2026-06-25", 1)])).toBe("2026-06-25");
  });
  it("see fares paid back late to somebody on a low income", () =>
    expect(checks({ expensesTiming: "after" })).toEqual(["expenses-in-arrears"]));
  it("see fares that were promised before the day and came after it", () => {
    const fares = (paidOn: string) => ({ ...paid(paidOn, 840), kind: "expenses" as const });
    expect(checks({}, [fares("2026-06-11")])).toEqual(["expenses-in-arrears"]);
    expect(checks({}, [fares("2026-06-10")])).toEqual([]);
    expect(checks({ lowIncome: false }, [fares("2026-06-11")])).toEqual([]);
  });
  it("see fares that never came, also of somebody who chose no fee", () => {
    const nothing = { ...offer, choice: "nothing" as const };
    expect(expensesNotPaid(nothing, [], "2026-06-20")).toEqual([]);
    expect(expensesNotPaid(nothing, [], "2026-06-22")[0]?.sentence).toMatch(/2 days longer.*£8\.40/);
    expect(
      expensesNotPaid(nothing, [{ ...paid("2026-06-12", 700), kind: "expenses" }], "2026-06-22"),
    ).toEqual([]);
  });
});

describe("the figures", () => {
  it("tell declined from never offered", () => {
    const figures = payFigures(
      [{ heldOn: offer.heldOn, tookPart: 10 }],
      [offer, { ...offer, id: "b", reference: "P-015", choice: "nothing" }],
      [paid("2026-06-16", 7500)],
      "2026-07-01",
    );
    expect(figures).toEqual({
      takingPart: 10,
      offered: 2,
      declined: 1,
      neverOffered: 8,
      offeredPence: 15000,
      owedPence: 7500,
      paidPence: 7500,
      medianDaysToPay: 6,
      settled: 1,
      due: 1,
      paidInTime: 1,
    });
  });
});
