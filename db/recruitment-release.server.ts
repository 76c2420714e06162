import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { loadIntervalSolver } from "#app/domain/disclosure/highs-solver.ts";
import { preferredBenchmark } from "#app/domain/recruitment/preferred-benchmark.ts";
import { detailsOf, type Detail } from "#app/domain/recruitment/publish.ts";
import { releaseBenchmark } from "#app/domain/recruitment/public-benchmark.ts";
import { roundSeries, servedSeries } from "#app/domain/recruitment/series.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { appendToLedger, lockLedger, readLedger } from "./disclosure-ledger.server.ts";
import { benchmarksOf } from "./recruitment-benchmark.server.ts";
import {
  lockRound,
  recordRoundChange,
  requireRound,
  requireRoundVersion,
  thisRound,
  type StoredRound,
} from "./recruitment.server.ts";
import { releaseRemembered } from "./release-memory.server.ts";
import { recruitmentRounds, type Released } from "./schema/recruitment.ts";

export type ReleasePreview = { released: Released; held: string | null };

/**
 * What releasing the round's figures now would show, by five groups or by each. Changes nothing.
 * @throws Refusal (404), (400) when nothing is counted or the scheme has no such list
 */
export async function previewRelease(
  scope: Scope,
  id: string,
  today: string,
  detail?: Detail,
): Promise<ReleasePreview> {
  requireAbility(scope, "workspace.read");
  const round = await requireRound(scope, id);
  return inScope(scope, async (tx) => {
    const { released, held } = await make(tx, scope, round, today, detail);
    return { released, held };
  });
}

/**
 * Makes the round's figures fit to publish and keeps them so: from here they count as known to everybody, and the publishing
 * desk offers them. When the rules hold the new figures back, those released before stay.
 * @throws Refusal (404), (409) when the round changed or the rules hold everything back, (400) when nothing is counted
 */
export async function releaseFigures(
  scope: Scope,
  id: string,
  version: number,
  today: string,
  detail?: Detail,
): Promise<{ held: string | null }> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    await lockLedger(tx, scope);
    const round = await lockRound(tx, scope, id);
    requireRoundVersion(round, version);
    const { released, held, ledger, earlier } = await make(tx, scope, round, today, detail);
    if (held !== null && round.released === null) throw Refusal.conflict(`Nothing can be released. ${held}`);
    // Held figures stay as they were, and so does what they were compared with.
    if (held !== null) return { held };
    await appendToLedger(tx, scope, earlier, ledger);
    await tx
      .update(recruitmentRounds)
      .set({ released, version: version + 1 })
      .where(thisRound(scope, id));
    await recordRoundChange(tx, scope, {
      roundId: id,
      kind: "released",
      before: round.released,
      after: released,
      today,
    });
    return { held };
  });
}

async function make(tx: Transaction, scope: Scope, round: StoredRound, today: string, detail?: Detail) {
  if (!Object.values(round.counts).some(Boolean))
    throw Refusal.invalid({
      form: ["Count the people at one stage at least; then the figures can be released."],
    });
  if (detail && !detailsOf(round.scheme).includes(detail))
    throw Refusal.invalid({ detail: ["The groups of this round's list do not add up to the five groups."] });
  const earlier = await readLedger(tx, scope, [roundSeries(round.id), servedSeries(round.scheme)]);
  const { publicTotals } = round;
  const audited = publicTotals && { publicTotals: publicTotals.stages, solver: await loadIntervalSolver() };
  const made = releaseRemembered(roundSeries(round.id), today, round, earlier, { detail, audited });
  const chosen = preferredBenchmark(await benchmarksOf(tx, scope), round.scheme);
  const compared = chosen && releaseBenchmark(servedSeries(round.scheme), chosen, made.ledger);
  return {
    released: {
      figures: made.figures,
      benchmark: compared?.benchmark ?? null,
      ...(publicTotals ? { exactIn: publicTotals.where } : {}),
    },
    held: made.held,
    ledger: compared?.ledger ?? made.ledger,
    earlier,
  };
}
