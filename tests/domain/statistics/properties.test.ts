import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as s from "#app/domain/statistics/index.ts";
import { normalQuantile } from "#app/domain/statistics/normal.ts";

const conf = fc.double({ min: 0.001, max: 0.9999, noNaN: true });
const share = fc.nat(1_000_000).chain((m) => fc.tuple(fc.nat(m + 1), fc.constant(m + 1)));
const numbers = (interval: object) => Object.values(interval).map(Number);

describe("what always holds", () => {
  test("a share lies inside each of its intervals, and the intervals inside 0 to 1", () => {
    fc.assert(
      fc.property(share, conf, ([x, n], level) => {
        for (const method of [s.wilson, s.clopperPearson]) {
          const { estimate, lower, upper } = method({ x, n, conf: level });
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(lower).toBeLessThanOrEqual(estimate + 1e-12);
          expect(upper).toBeGreaterThanOrEqual(estimate - 1e-12);
          expect(upper).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("swapping the two groups turns the Koopman interval upside down", () => {
    fc.assert(
      fc.property(share, share, conf, ([x1, n1], [x2, n2], level) => {
        const there = s.riskRatioKoopman({ x1, n1, x2, n2, conf: level });
        const back = s.riskRatioKoopman({ x1: x2, n1: n2, x2: x1, n2: n1, conf: level });
        const [, lower = 0, upper = 0] = numbers(there);
        const [, backLower = 0, backUpper = 0] = numbers(back);
        if (lower > 0) expect(Math.abs(lower * backUpper - 1)).toBeLessThan(1e-7);
        if (Number.isFinite(upper)) expect(Math.abs(upper * backLower - 1)).toBeLessThan(1e-7);
      }),
    );
  });

  test("Fisher's p does not change when rows or columns are swapped, and stays between 0 and 1", () => {
    const cell = fc.nat(3000);
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const { p } = s.fisherExact({ a, b, c, d });
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        for (const other of [
          s.fisherExact({ a: b, b: a, c: d, d: c }),
          s.fisherExact({ a: c, b: d, c: a, d: b }),
        ]) {
          expect(Math.abs(other.p - p)).toBeLessThanOrEqual(1e-9 * p);
        }
      }),
    );
  });

  test.each([
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.5, 0],
    [1e-10, -6.361340902404056],
    [1e-300, -37.0471],
  ])("normal quantile of %d", (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, p === 1e-300 ? 4 : 14);
  });
});

describe("nonsense is refused by name", () => {
  const two = { x1: 1, n1: 5, x2: 1, n2: 5, conf: 0.95 };
  test.each<[RegExp, () => unknown]>([
    [/^x must/, () => s.wilson({ x: -1, n: 5, conf: 0.95 })],
    [/^x must/, () => s.clopperPearson({ x: 1.5, n: 5, conf: 0.95 })],
    [/^x \(6\)/, () => s.jeffreys({ x: 6, n: 5, conf: 0.95 })],
    [/^n must/, () => s.wilson({ x: 0, n: 0, conf: 0.95 })],
    [/^n must/, () => s.wilson({ x: 0, n: NaN, conf: 0.95 })],
    [/^conf/, () => s.wilson({ x: 0, n: 1, conf: 1 })],
    [/^conf/, () => s.wilson({ x: 0, n: 1, conf: NaN })],
    [/^n2/, () => s.newcombeDifference({ ...two, x2: 0, n2: 0 })],
    [/^x1 is 0/, () => s.riskRatioKatz({ ...two, x1: 0 })],
    [/^x2 is 0/, () => s.riskRatioKatz({ ...two, x2: 0 })],
    [/^conf/, () => s.riskRatioKoopman({ ...two, conf: 0 })],
    [/^c must/, () => s.fisherExact({ a: 1, b: 1, c: Infinity, d: 1 })],
    [/^d must/, () => s.fisherMidP({ a: 1, b: 1, c: 1, d: -1 })],
    [/^p0/, () => s.binomialExact({ x: 1, n: 2, p0: 1.1 })],
    [/^values must/, () => s.xmrLimits({ values: [1] })],
    [/^values\[1\]/, () => s.xmrLimits({ values: [1, NaN] })],

    [/^values\[1\]/, () => s.xmrLimits({ values: [1, , 3] as number[] })],
    [/^values must be a list/, () => s.xmrLimits({ values: "12" as never })],
    [/^The inputs/, () => s.wilson(undefined as never)],
    [/^The inputs/, () => s.fisherExact(null as never)],
    [/^x must/, () => s.wilson({ n: 5, conf: 0.95 } as never)],
    [/^x must/, () => s.wilson({ x: "1", n: 5, conf: 0.95 } as never)],
    [/^conf/, () => s.wilson({ x: 1, n: 5, conf: "0.95" } as never)],
    [/^conf/, () => s.wilson({ x: 1, n: 5 } as never)],
    [/^p0/, () => s.binomialExact({ x: 1, n: 2, p0: "0.5" } as never)],
    [/^p0/, () => s.binomialExact({ x: 1, n: 2, p0: NaN })],
  ])("%s", (message, act) => {
    expect(act).toThrow(RangeError);
    expect(act).toThrow(message);
  });
});
