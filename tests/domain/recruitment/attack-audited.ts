import { expect } from "vitest";
import type { loadIntervalSolver } from "#app/domain/disclosure/highs-solver.ts";
import { fewestMoves, standing, type Ledger } from "#app/domain/disclosure/ledger.ts";
import { AUDITED_UPPER } from "#app/domain/disclosure/rule.ts";
import { attack } from "../disclosure/attacker.ts";

type Found = { releases: number; cells: number; shown: number; asked: number };

/**
 * Asks of every hidden figure of a series of exact releases what somebody can tell of it who holds them all, and knows how many
 * people joined and left in between: it has to reach from 0 to `AUDITED_UPPER` at least. Counts what was asked in `found`.
 * @returns how many releases the series has
 */
export function attackExactSeries(
  ledger: Ledger,
  solver: Awaited<ReturnType<typeof loadIntervalSolver>>,
  found: Found,
  seed: number,
): number {
  const out = standing(ledger);
  const seen = out.map((one, index) => {
    const before = out[index - 1];
    if (!before) return { ...one, joined: 0, left: 0 };
    const moves = fewestMoves(before, { counts: one.counts, relations: [...one.relations] });
    const change = one.counts["applied|all"]! - before.counts["applied|all"]!;
    const joined = (moves + change) / 2;
    return { ...one, joined, left: moves - joined };
  });
  if (out.length === 0) return 0;
  found.releases += out.length;
  const { system, unknown } = attack(seen, "audited");
  for (const [index, { cells }] of out.entries())
    for (const [id, { kind }] of Object.entries(cells)) {
      found.cells += 1;
      if (kind !== "hidden") {
        found.shown += 1;
        continue;
      }
      found.asked += 1;
      const { lower, upper } = solver(system, unknown(index, id));
      expect([seed, index, id, lower]).toEqual([seed, index, id, 0]);
      expect(upper, `seed ${seed}, release ${index}, ${id}`).toBeGreaterThanOrEqual(AUDITED_UPPER);
    }
  return out.length;
}
