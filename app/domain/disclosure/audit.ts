import { attackSystem } from "./attack-system.ts";
import type { Release } from "./ledger.ts";
import { AUDITED_UPPER } from "./rule.ts";
import type { IntervalSolver, Solution } from "./solver.ts";

/** A hidden cell that could not be 0, or not `AUDITED_UPPER`. */
export interface ExposedCell {
  readonly release: number;
  readonly id: string;
}

/**
 * Asks the exact solver as little as may be. Each table that it finds counts for every cell in which it differs from the
 * true one, and stays proof for as long as those cells are hidden: whatever else is shown or hidden.
 */
export class Audit {
  /** Tables found, by what differs from the truth. */
  private readonly found: Solution[] = [];
  /** Cells that were exposed before, the latest first: they are the likeliest to be so again. */
  private askFirst: number[] = [];
  questions = 0;

  constructor(private readonly solver: IntervalSolver) {}

  /** The first hidden cell, in any of the releases taken together, that is exposed; null when none is. */
  firstExposed(
    releases: readonly Release[],
    askFirst: readonly number[] = this.askFirst,
  ): ExposedCell | null {
    const { system, unknown } = attackSystem(releases);
    const truth = new Map<number, number>();
    const cells = new Map<number, ExposedCell>();
    releases.forEach((one, release) => {
      for (const [id, count] of Object.entries(one.counts)) {
        truth.set(unknown(release, id), count);
        if (one.cells[id]?.kind === "hidden") cells.set(unknown(release, id), { release, id });
      }
    });
    const isZero = new Set([...cells.keys()].filter((cell) => truth.get(cell) === 0));
    const isEnough = new Set([...cells.keys()].filter((cell) => truth.get(cell)! >= AUDITED_UPPER));
    const note = (table: Solution) => {
      for (const [cell, value] of table) {
        if (value === 0) isZero.add(cell);
        if (value >= AUDITED_UPPER) isEnough.add(cell);
      }
    };
    for (const table of this.found) if ([...table.keys()].every((cell) => cells.has(cell))) note(table);
    for (const cell of new Set([...askFirst, ...cells.keys()])) {
      const asked = cells.get(cell);
      if (!asked || (isZero.has(cell) && isEnough.has(cell))) continue;
      this.questions += 1;
      const end = isEnough.has(cell) ? "lower" : isZero.has(cell) ? "upper" : undefined;
      const { lower, upper, solutions = [] } = this.solver(system, cell, end);
      for (const solution of solutions) {
        const table = new Map(
          [...solution].filter(([at, value]) => truth.has(at) && truth.get(at) !== value),
        );
        this.found.push(table);
        note(table);
      }
      if (lower > 0 || upper < AUDITED_UPPER) {
        this.askFirst = [cell, ...this.askFirst.filter((one) => one !== cell)];
        return asked;
      }
    }
    return null;
  }
}
