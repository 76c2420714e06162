import { wilson } from "#app/domain/statistics/index.ts";

/** A share as a bar: `x` of `n` people, in percent, with its 95 % Wilson interval. */
export interface FindingBar {
  readonly label: string;
  readonly x: number;
  readonly n: number;
  readonly percent: number | null;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
}

export function bar(label: string, x: number, n: number): FindingBar {
  if (n === 0) return { label, x, n, percent: null, interval: null };
  const { lower, upper } = wilson({ x, n, conf: 0.95 });
  return { label, x, n, percent: (100 * x) / n, interval: { lower: 100 * lower, upper: 100 * upper } };
}
