import type { z } from "zod";
import type { CommitmentView } from "#app/domain/journey/commitment-view.ts";
import type { Journey } from "#app/domain/journey/journey.ts";
import type { PublicEntry } from "#app/domain/record/public-entries.ts";
import type { ApiCommitment, ApiCommitmentLine, ApiEntries, ApiJourney } from "./api-schemas.ts";

/** Answers of the read-only API: the journey as data. `site` is the installation's origin. */

/** Entries in one answer. */
export const ENTRIES_PER_ANSWER = 200;

export const apiPath = (slug: string) => `/api/v1/journeys/${slug}`;

export function journeyAnswer(site: string, slug: string, journey: Journey): z.infer<typeof ApiJourney> {
  const { organisation, size, publishedOn, figures, commitments } = journey;
  return {
    slug,
    organisation,
    size,
    publishedOn,
    figures: { ...figures },
    commitments: commitments.map((commitment) => commitmentLine(site, slug, commitment)),
    entries: `${site}${apiPath(slug)}/entries`,
    record: `${site}/journeys/${slug}/record/file`,
    page: `${site}/journeys/${slug}`,
  };
}

function commitmentLine(
  site: string,
  slug: string,
  { id, title, dueOn, firstDueOn, standing }: CommitmentView,
): z.infer<typeof ApiCommitmentLine> {
  const { status, since, reason, agreement, overdueDays } = standing;
  return {
    id,
    title,
    dueOn,
    firstDueOn,
    standing: { status, since, reason: reason ?? null, peopleAffected: agreement, daysOverdue: overdueDays },
    self: `${site}${apiPath(slug)}/commitments/${id}`,
    page: `${site}/journeys/${slug}/commitments/${id}`,
  };
}

export function commitmentAnswer(
  site: string,
  slug: string,
  view: CommitmentView,
): z.infer<typeof ApiCommitment> {
  const { what, why, answerable, answerableName, forWhom, startOn, recommendations } = view;
  return {
    ...commitmentLine(site, slug, view),
    what,
    why,
    answerable,
    ...(answerableName === undefined ? {} : { answerableName }),
    forWhom,
    startOn,
    recommendations,
    measures: view.measures.map(
      ({ id, title, unit, direction, baseline, target, retired, targets, readings }) => ({
        id,
        title,
        unit,
        direction,
        baseline,
        target,
        retired,
        targets: targets.map((step) => ({
          from: step.from,
          target: step.target,
          reason: step.reason ?? null,
        })),
        readings: readings.map(({ on, value, caveat }) => ({ on, value, caveat: caveat ?? null })),
      }),
    ),
    milestones: view.milestones.map(({ id, title, dueOn, metOn, dropped }) => ({
      id,
      title,
      dueOn,
      metOn,
      dropped,
    })),
  };
}

/** The entries after a number, oldest first. */
export function entriesAnswer(
  site: string,
  slug: string,
  all: readonly PublicEntry[],
  after: number,
): z.infer<typeof ApiEntries> {
  const rest = all.filter(({ index }) => index > after);
  const entries = rest.slice(0, ENTRIES_PER_ANSWER);
  const last = entries.at(-1);
  return {
    size: all.length,
    entries,
    next: last && rest.length > entries.length ? `${site}${apiPath(slug)}/entries?after=${last.index}` : null,
  };
}
