import { describe, expect, it } from "vitest";
import { FundInput } from "#app/domain/remuneration/fund-input.ts";
import { nameInReference, nameInWords, personalSign } from "#app/domain/remuneration/looks-like-person.ts";
import { PaymentInput, ReversalInput } from "#app/domain/remuneration/payment-input.ts";
import { RateInput, StaffCostInput } from "#app/domain/remuneration/plan-inputs.ts";
import { floorKnownAlready } from "#app/domain/remuneration/rate.ts";
import { wageFloors } from "#app/domain/remuneration/wage-floors.ts";

describe("the days of a fund", () => {
  const fund = { title: "V", kind: "grant", source: "T", endsOn: "2026-03-31", amountPence: "5" };
  it.each(["31/02/2026", "2026-02-31", "tomorrow"])("say once that %s is no date", (startsOn) => {
    expect(FundInput.safeParse({ ...fund, startsOn }).error?.issues.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Give the day the fund begins\. Write a real date as year-month-day/),
    ]);
  });
});

describe("a reference for a person", () => {
  it.each(["P-014", "p14", "S-1", "Participant A", "Group member 3", "2024-017", "AB12", "14"])(
    "may be %s",
    (reference) => expect(personalSign(reference)).toBeUndefined(),
  );
  it.each(["Amina Khan", "Dr Okafor", "Zoë", "O’Brien", "Mary-Jane Watson", "Khan, Amina"])(
    "%s looks like a name",
    (reference) => expect(personalSign(reference)).toMatch(/looks like a name/),
  );
  it.each(["07700 900123", "+44 7700 900123", "(020) 7946 0018"])(
    "%s looks like a number to ring",
    (reference) => expect(personalSign(reference)).toMatch(/telephone number/),
  );
});

describe("a payment and its return", () => {
  const payment = {
    lineId: "0b0f6d4e-6a0f-4a39-9d4b-1f0f6a0f4a39",
    kind: "fee",
    amountPence: "20",
    paidOn: "2026-03-01",
    financeReference: "INV-204",
  };
  const back = { paidOn: "2026-03-02", note: "Paid twice." };
  const faults = (input: typeof PaymentInput | typeof ReversalInput, form: object) =>
    Object.fromEntries(
      input.safeParse(form).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [],
    );

  it.each(["INV-204", "1000234567", "BACS 17", "2026-03-01-P-021", "Run 12 line 4"])(
    "may have the finance reference %s",
    (reference) => expect(nameInReference(reference)).toBeUndefined(),
  );
  it.each(["Amina Khan", "Dr Okafor", "Zoë", "BACS Amina Khan"])("%s looks like a name", (reference) =>
    expect(nameInReference(reference)).toMatch(/looks like a name.*finance system's number/),
  );
  it.each(["Paid twice.", "Sent to a closed account", "Duplicate", "Returned by Barclays on Monday."])(
    "may come back because “%s”",
    (note) => expect(nameInWords(note)).toBeUndefined(),
  );
  it.each(["Sent to Amina Khan’s old account", "paid dr Okafor twice", "Twice (Mary-Jane O’Brien)"])(
    "“%s” seems to name somebody",
    (note) => expect(nameInWords(note)).toMatch(/seems to name a person/),
  );

  it("are taken once somebody has looked, but never with an e-mail address", () => {
    const named = { ...payment, financeReference: "Blue Heron" };
    expect(faults(PaymentInput, payment)).toEqual({});
    expect(faults(PaymentInput, named)).toEqual({ financeReference: expect.stringMatching(/a name/) });
    expect(faults(PaymentInput, { ...named, namesNobody: true })).toEqual({});
    const mail = { ...payment, financeReference: "amina@example.org", namesNobody: true };
    expect(faults(PaymentInput, mail)).toEqual({ financeReference: expect.stringMatching(/e-mail/) });
    expect(faults(ReversalInput, back)).toEqual({});
    const wrong = { ...back, note: "Sent to Amina Khan", financeReference: "Amina Khan" };
    expect(Object.keys(faults(ReversalInput, wrong))).toEqual(["note", "financeReference"]);
    expect(faults(ReversalInput, { ...wrong, namesNobody: true })).toEqual({});
    const written = { ...back, note: "Ask amina@example.org", namesNobody: true };
    expect(faults(ReversalInput, written)).toEqual({ note: expect.stringMatching(/e-mail address out/) });
  });
});

describe("a living wage that an organisation adds", () => {
  const form = {
    kind: "real-living-wage",
    title: "Real Living Wage, UK, 2026-27",
    place: "uk",
    pencePerHour: "14.10",
    from: "2026-10-21",
    source: "The foundation",
  };
  it("needs a last day, so that it is never carried into the next year by itself", () => {
    expect(RateInput.safeParse(form).error?.issues[0]?.message).toMatch(/Give the last day of a living wage/);
    expect(RateInput.safeParse({ ...form, until: "2028-04-30" }).success).toBe(true);
    expect(RateInput.safeParse({ ...form, kind: "comparator" }).success).toBe(true);
  });
  it("fills a missing year, and replaces none that is known", () => {
    const added = { kind: "real-living-wage" as const, place: "uk" as const };
    expect(floorKnownAlready(wageFloors, { ...added, from: "2026-10-21" })).toBeUndefined();
    expect(floorKnownAlready(wageFloors, { ...added, from: "2022-09-22" })).toBeUndefined();
    for (const from of ["2025-01-01", "2025-10-22", "2025-10-23", "2026-04-01"])
      expect(floorKnownAlready(wageFloors, { ...added, from }), from).toMatch(/Kept knows this rate/);
  });
  it("is not more than anybody is paid", () =>
    expect(RateInput.safeParse({ ...form, pencePerHour: "30000000" }).success).toBe(false));
});

describe("the cost of staff", () => {
  const form = {
    title: "Officer",
    salaryPence: "30000",
    onCostsPercent: 24.5,
    hoursPerWeek: 36.25,
    weeksPerYear: 44,
    from: "2026-04-01",
  };
  it("is kept as it is written, to two places", () => {
    expect(StaffCostInput.safeParse(form).success).toBe(true);
    expect(StaffCostInput.safeParse({ ...form, hoursPerWeek: 36.255 }).success).toBe(false);
  });
});
