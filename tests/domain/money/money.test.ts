import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate } from "#app/domain/money/allocate.ts";
import { formatPence, penceToDecimal } from "#app/domain/money/format.ts";
import { effectiveHourly, feeFor } from "#app/domain/money/hourly.ts";
import { parsePence } from "#app/domain/money/parse-pence.ts";
import { pounds } from "#app/domain/money/pounds.ts";

describe("reading an amount", () => {
  it.each([
    ["£1,200.50", 120050],
    ["1200.5", 120050],
    [" GBP 1200 ", 120000],
    ["(12.00)", -1200],
    ["-£12", -1200],
    ["\u221212.34", -1234],
    ["0", 0],
    ["(0)", 0],
    ["1,234,567.89", 123456789],
    ["12.00-", -1200],
    ["£(12.00)", -1200],
    ["1\u00a0200.50", 120050],
  ])("reads %s as %i pence", (written, pence) => expect(parsePence(written)).toBe(pence));

  it.each([
    "1.200,50",
    "12.5.0",
    "12,50",
    "1,2000",
    "",
    "abc",
    "£",
    "1.234",
    "€12",
    "=1+1",
    "1e3",
    "9".repeat(20),
    "1,2,3",
    "1,200,50",
    "٣",
    "\u00a0",
    "12 CHF",
    "kr 12",
    "-12-",
    "(12-)",
    "--12",
    "0x10",
    "1_000",
  ])("refuses %s and quotes it", (written) => expect(() => parsePence(written)).toThrow(RangeError));

  it("reads back every amount it writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (pence) => {
        expect(parsePence(penceToDecimal(pence))).toBe(pence);
        expect(parsePence(formatPence(pence))).toBe(pence);
      }),
    );
  });
});

describe("an amount of a form", () => {
  const read = (written: unknown, least?: number, most?: number) =>
    pounds("Give the amount.", least, most).safeParse(written);
  const sentence = (written: unknown, least?: number, most?: number) =>
    read(written, least, most).error?.issues[0]?.message;
  it("reads £1,200.50", () => expect(read("£1,200.50").data).toBe(120050));
  it.each([
    ["-5", /^Give the amount. It cannot be below £0/],
    ["1.200,50", /“1\.200,50” is not an amount we can read: a comma divides thousands/],
    ["12.5.0", /^Give the amount. “12\.5\.0” is not an amount/],
    ["€5", /pounds sterling only/],
    ["1000000000.01", /more than a thousand million pounds/],
    [undefined, /Give the amount/],
  ])("refuses %s with a sentence", (written, words) => expect(sentence(written)).toMatch(words));
  it("has a smallest and a largest amount where it is told", () => {
    expect(sentence("0", 1)).toMatch(/more than £0/);
    expect(sentence("10000.01", 0, 1_000_000)).toMatch(/more than £10,000/);
  });
});

describe("splitting money", () => {
  it("splits £100 three ways without losing a penny", () =>
    expect(allocate(10000, [1, 1, 1])).toEqual([3334, 3333, 3333]));

  it("always adds up, and stays within a penny of the fair share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e13, max: 1e13 }),
        fc
          .array(fc.nat(1_000_000), { minLength: 1, maxLength: 40 })
          .filter((weights) => weights.some((w) => w > 0)),
        (pence, weights) => {
          const parts = allocate(pence, weights);
          const total = weights.reduce((a, b) => a + b, 0);
          expect(parts.reduce((a, b) => a + b, 0)).toBe(pence);
          parts.forEach((part, i) =>
            expect(Math.abs(part - (pence * weights[i]!) / total)).toBeLessThan(1.01),
          );
        },
      ),
    );
  });

  it("refuses fractions and empty weights", () => {
    expect(() => allocate(10.5, [1])).toThrow(RangeError);
    expect(() => allocate(10, [])).toThrow(RangeError);
    expect(() => allocate(10, [0, 0])).toThrow(RangeError);
    expect(() => allocate(10, [-1, 2])).toThrow(RangeError);
  });
});

describe("pay by the hour", () => {
  it("pays 90 minutes at £25 an hour", () => expect(feeFor(2500, 90)).toBe(3750));
  it("gives the half penny to the person", () => expect(feeFor(1345, 90)).toBe(2018));
  it("never rounds a rate up to a floor", () => expect(effectiveHourly(1344 + 1344, 120)).toBe(1344));
  it("has no rate for no time", () => expect(effectiveHourly(1000, 0)).toBeUndefined());
  it("refuses negative pay", () => expect(() => feeFor(-1, 60)).toThrow(RangeError));
});
