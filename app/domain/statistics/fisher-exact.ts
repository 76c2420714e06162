import { noLikelierThan } from "./discrete.ts";
import { distributionOfA, type TwoByTwo } from "./hypergeometric-table.ts";

/**
 * Fisher's exact test, two-sided: the probability of all tables with these margins that are no likelier than this one
 * (relative slack 1e-7). A table with an empty row or column has only itself, so p = 1.
 * Throws RangeError when a cell is not a whole number, 0 or more. Source: R `fisher.test`.
 */
export function fisherExact(table: TwoByTwo): { readonly p: number } {
  return { p: noLikelierThan(distributionOfA(table), table.a) };
}
