import { requireCount, requireInputs } from "./check.ts";
import { logHypergeometric } from "./densities.ts";
import type { Discrete } from "./discrete.ts";

/** The two-by-two table [[a, b], [c, d]]. */
export interface TwoByTwo {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** Distribution of cell `a` when the margins of the table are fixed and rows and columns are independent. */
export function distributionOfA(table: TwoByTwo): Discrete {
  requireInputs(table);
  const { a, b, c, d } = table;
  for (const [name, count] of Object.entries({ a, b, c, d })) requireCount(name, count);
  const marked = a + c;
  const unmarked = b + d;
  const drawn = a + b;
  return {
    lowest: Math.max(0, drawn - unmarked),
    highest: Math.min(drawn, marked),
    mode: Math.floor(((drawn + 1) * (marked + 1)) / (marked + unmarked + 2)),
    logProbability: (x) => logHypergeometric(x, marked, unmarked, drawn),
  };
}
