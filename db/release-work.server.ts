import { loadIntervalSolver } from "#app/domain/disclosure/highs-solver.ts";
import type { Ledger } from "#app/domain/disclosure/ledger.ts";
import { releaseRound, type Release } from "#app/domain/recruitment/figures.ts";
import type { Detail } from "#app/domain/recruitment/publish.ts";
import type { Round, Stage } from "#app/domain/recruitment/round.ts";

/** `releaseRound` with exact figures, as plain data that can be handed to another thread. */
export interface ReleaseWork {
  readonly series: string;
  readonly asOf: string;
  readonly round: Pick<Round, "scheme" | "counts" | "other" | "intersections">;
  readonly ledger: Ledger;
  readonly detail?: Detail;
  readonly publicTotals: readonly Stage[];
}

/** Takes seconds, and all of the thread that runs it. */
export async function workOutRelease({
  series,
  asOf,
  round,
  ledger,
  detail,
  publicTotals,
}: ReleaseWork): Promise<Release> {
  const solver = await loadIntervalSolver();
  return releaseRound(series, asOf, round, ledger, { detail, audited: { publicTotals, solver } });
}
