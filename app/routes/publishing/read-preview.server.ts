import { foldJourney, type Journey } from "#app/domain/journey/journey.ts";
import { previewState } from "#app/domain/publishing/preview.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { RecordState } from "#app/domain/record/state.ts";
import { requireWorkspace } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { previewPublication } from "#db/publishing.server.ts";

export type Preview = {
  slug: string;
  base: string;
  today: string;
  state: RecordState;
  journey: Journey;
};

/** The journey as it would be after publishing, folded by the rules that fold the public one. */
export async function readPreview(request: Request, slug: string | undefined): Promise<Preview> {
  const { scope, organisation } = await requireWorkspace(request, slug);
  const { proposal, state } = await previewPublication(scope);
  const author = { role: scope.role, now: new Date().toISOString() };
  const after = previewState(state, proposal.changes, {}, author);
  const journey = foldJourney(after, today());
  if (!journey) throw Refusal.notFound("preview");
  return {
    slug: organisation.slug,
    base: `/o/${organisation.slug}/publish/preview`,
    today: today(),
    state: after,
    journey,
  };
}
