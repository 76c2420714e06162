import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { releaseRound } from "#app/domain/recruitment/figures.ts";
import { preferredBenchmark, preferredForOther } from "#app/domain/recruitment/preferred-benchmark.ts";
import { detailsOf, type Detail } from "#app/domain/recruitment/publish.ts";
import { otherBenchmarkOf, releaseBenchmark } from "#app/domain/recruitment/public-benchmark.ts";
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
  // Read first, then worked out: that may take a minute, in which nobody should wait for this connection.
  const sources = await inScope(scope, (tx) => sourcesOf(tx, scope, round));
  const { released, held } = await make(round, sources, today, detail);
  return { released, held };
}

/** In place of figures: they are still being worked out, or cannot be had now. A sentence for the page. */
export type NoFigures = { waiting: string; isWorking: boolean };

/**
 * `previewRelease` for a page: exact figures that take longer than a moment are worked out in the background, and the answer
 * is a sentence until they are there, or when they cannot be had. @throws as previewRelease
 */
export async function lookAtRelease(
  ...asked: Parameters<typeof previewRelease>
): Promise<ReleasePreview | NoFigures> {
  let patience: NodeJS.Timeout | undefined;
  const later = new Promise<NoFigures>((resolve) => {
    patience = setTimeout(() => resolve({ waiting: STILL_WORKING, isWorking: true }), MOMENT_MS);
  });
  try {
    return await Promise.race([previewRelease(...asked), later]);
  } catch (error) {
    if (error instanceof Refusal && error.detail.kind === "conflict")
      return { waiting: error.message, isWorking: false };
    throw error;
  } finally {
    clearTimeout(patience);
  }
}

const MOMENT_MS = 2_000;
const STILL_WORKING =
  "The exact figures are being worked out: every one that could give a small count away is looked for. It can take up to a minute.";

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
  // Worked out, and remembered, before anybody is made to wait for the ledger.
  if ((await requireRound(scope, id)).publicTotals) await previewRelease(scope, id, today, detail);
  return inScope(scope, async (tx) => {
    await lockLedger(tx, scope);
    const round = await lockRound(tx, scope, id);
    requireRoundVersion(round, version);
    const sources = await sourcesOf(tx, scope, round);
    const { earlier } = sources;
    const { released, held, ledger } = await make(round, sources, today, detail);
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

type Sources = Awaited<ReturnType<typeof sourcesOf>>;

/** What a release is made of beside the round: all that was released before, and whom it is compared with. */
async function sourcesOf(tx: Transaction, scope: Scope, round: StoredRound) {
  const { id, scheme } = round;
  const earlier = await readLedger(tx, scope, [roundSeries(id), servedSeries(scheme)]);
  const entered = await benchmarksOf(tx, scope);
  // The people served are not public by the other characteristic: a census area or the nation is.
  const areas = entered.filter(({ kind }) => kind === "area");
  const chosen = preferredBenchmark(entered, scheme);
  return { earlier, chosen, chosenOther: otherBenchmarkOf(preferredForOther(areas, round, chosen)) };
}

async function make(
  round: StoredRound,
  { earlier, chosen, chosenOther }: Sources,
  today: string,
  detail?: Detail,
) {
  if (!Object.values(round.counts).some(Boolean))
    throw Refusal.invalid({
      form: ["Count the people at one stage at least; then the figures can be released."],
    });
  if (detail && !detailsOf(round.scheme).includes(detail))
    throw Refusal.invalid({ detail: ["The groups of this round's list do not add up to the five groups."] });
  const { publicTotals } = round;
  const asked = { series: roundSeries(round.id), asOf: today, round, ledger: earlier, detail };
  const made = publicTotals
    ? await releaseRemembered({ ...asked, publicTotals: publicTotals.stages })
    : releaseRound(asked.series, today, round, earlier, { detail });
  const compared = chosen && releaseBenchmark(servedSeries(round.scheme), chosen, made.ledger);
  return {
    released: {
      figures: made.figures,
      benchmark: compared?.benchmark ?? null,
      otherBenchmark: chosenOther,
      ...(publicTotals ? { exactIn: publicTotals.where } : {}),
    },
    held: made.held,
    ledger: compared?.ledger ?? made.ledger,
  };
}
