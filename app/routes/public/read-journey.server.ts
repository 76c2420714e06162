import { foldJourney, type Journey } from "#app/domain/journey/journey.ts";
import type { CommitmentView } from "#app/domain/journey/commitment-view.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { RecordState } from "#app/domain/record/state.ts";
import { refusalResponse } from "#app/http/refuse.server.ts";
import { today } from "#app/http/today.server.ts";
import { readState } from "#db/record.server.ts";

export type ReadJourney = { slug: string; state: RecordState; today: string; fold: () => Journey };

// Folding costs more than rendering a page: the latest fold of each record is kept while the record and the day stay.
const folded = new Map<string, { state: RecordState; today: string; journey: Journey }>();
const MOST_FOLDED = 50;

/** @throws Response 404 when nobody has published under this name. */
export async function readJourney(slug: string | undefined): Promise<ReadJourney> {
  const state = slug && /^[a-z0-9-]{1,100}$/.test(slug) ? await readState(slug) : undefined;
  if (!slug || !state || state.size === 0) throw refusalResponse(Refusal.notFound("journey"));
  const day = today();
  return { slug, state, today: day, fold: () => foldOnce(slug, state, day) };
}

function foldOnce(slug: string, state: RecordState, today: string): Journey {
  const known = folded.get(slug);
  if (known?.state === state && known.today === today) return known.journey;
  const journey = foldJourney(state, today);
  if (!journey) throw refusalResponse(Refusal.notFound("journey"));
  folded.delete(slug);
  folded.set(slug, { state, today, journey });
  if (folded.size > MOST_FOLDED) folded.delete(folded.keys().next().value!);
  return journey;
}

/** @throws Response 404 when the journey has no such commitment. */
export function findCommitment({ commitments }: Journey, id: string): CommitmentView {
  const found = commitments.find((commitment) => commitment.id === id);
  if (!found) throw refusalResponse(Refusal.notFound("commitment"));
  return found;
}
