import { rangeOf, SMALLEST_DENOMINATOR, type ProtectedCount } from "#app/domain/disclosure/rule.ts";
import { shareOf } from "#app/domain/disclosure/share.ts";
import { binomialExact, fisherExact, riskRatioKoopman, wilson } from "#app/domain/statistics/index.ts";

/** 95 %, and wide enough for every pair of counts that is printed as these figures are. */
export type ProtectedInterval = { lower: number; upper: number };

/** `moved` of `of` people, as published. */
export type ProtectedPassage = { moved: ProtectedCount; of: ProtectedCount };

/**
 * A share in whole percent from published figures, with a 95 % Wilson interval over all counts they may stand for. Null where
 * the figures must not give a share: a part is hidden, or fewer than 23 people.
 */
export function protectedShare(
  part: ProtectedCount,
  whole: ProtectedCount,
): { percent: number; interval: ProtectedInterval } | null {
  const { percent } = shareOf(part, whole);
  if (percent === null) return null;
  const ends = corners(part, whole).map(({ x, n }) => wilson({ x, n, conf: 0.95 }));
  return { percent, interval: hull(ends.map(({ lower, upper }) => [100 * lower, 100 * upper])) };
}

/**
 * The largest p of the exact binomial test against `share` (0 to 1) among all counts that the figures may stand for. Null
 * where a figure is hidden.
 */
export function protectedChance(part: ProtectedCount, whole: ProtectedCount, share: number): number | null {
  if (part.kind === "hidden" || whole.kind === "hidden") return null;
  const between = ([lowest, highest]: readonly [number, number]) =>
    Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index);
  // All of them, not the ends alone: p is largest where the share is nearest, which may be in the middle.
  const tests = between(rangeOf(whole)).flatMap((n) =>
    between(rangeOf(part)).map((x) => binomialExact({ x: Math.min(x, n), n, p0: share }).p),
  );
  return Math.max(...tests);
}

/**
 * How likely one group is to move on, over another: from published figures, with a 95 % Koopman interval over all counts they
 * may stand for, and the largest p of Fisher's test among them. Null where a figure is hidden or fewer than 23 people are
 * behind it, or nobody of the second group moved on.
 */
export function protectedRatio(
  first: ProtectedPassage,
  second: ProtectedPassage,
): { ratio: number; interval: ProtectedInterval; p: number } | null {
  const [a, b] = [figures(first), figures(second)];
  if (!a || !b || b.moved === 0) return null;
  const ratio = a.moved / a.of / (b.moved / b.of);
  const pairs = corners(first.moved, first.of).flatMap((one) =>
    corners(second.moved, second.of).map((other) => ({ one, other })),
  );
  const intervals = pairs.map(({ one, other }) =>
    riskRatioKoopman({ x1: one.x, n1: one.n, x2: other.x, n2: other.n, conf: 0.95 }),
  );
  const bounds = intervals.map(({ lower, upper }): [number, number] => [
    typeof lower === "number" ? lower : 0,
    typeof upper === "number" ? upper : Infinity,
  ]);
  const tests = pairs.map(
    ({ one, other }) => fisherExact({ a: one.x, b: one.n - one.x, c: other.x, d: other.n - other.x }).p,
  );
  return { ratio, interval: hull(bounds), p: Math.max(...tests) };
}

function figures({ moved, of }: ProtectedPassage): { moved: number; of: number } | null {
  if (moved.kind === "hidden" || of.kind === "hidden" || of.value < SMALLEST_DENOMINATOR) return null;
  return { moved: Math.min(moved.value, of.value), of: of.value };
}

/** The extreme counts that the two figures may stand for; the part is never more than the whole. */
function corners(part: ProtectedCount, whole: ProtectedCount): { x: number; n: number }[] {
  return rangeOf(whole).flatMap((n) => rangeOf(part).map((x) => ({ x: Math.min(x, n), n })));
}

function hull(intervals: readonly (readonly [number, number])[]): ProtectedInterval {
  return {
    lower: Math.min(...intervals.map(([lower]) => lower)),
    upper: Math.max(...intervals.map(([, upper]) => upper)),
  };
}
