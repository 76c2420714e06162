/** Linear equations over whole numbers of people. Each row says: the sum of coefficient times unknown equals `equals`. */
export interface LinearSystem {
  /** For each unknown its lowest and highest value; `highest` may be Infinity. */
  readonly bounds: readonly (readonly [lowest: number, highest: number])[];
  readonly rows: readonly {
    readonly terms: readonly (readonly [unknown: number, coefficient: number])[];
    readonly equals: number;
  }[];
}

/** A whole-number solution, by unknown. Those left out hang together with none that are in it, and may have any fitting values. */
export type Solution = ReadonlyMap<number, number>;

/**
 * The lowest and highest value that one unknown takes in any whole-number solution; `upper` is Infinity when nothing
 * limits it. Passed in, so that the rules do not depend on a solver. Throws when the system has no solution. Of an `end` that is
 * not asked for the answer says nothing: 0, or Infinity.
 */
export type IntervalSolver = (
  system: LinearSystem,
  unknown: number,
  end?: "lower" | "upper",
) => {
  readonly lower: number;
  readonly upper: number;
  /** Solutions met on the way, where the solver has them: each tells something of every unknown in it. */
  readonly solutions?: readonly Solution[];
};
