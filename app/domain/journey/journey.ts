import { OrganisationContent, subjectOf } from "../commitment/public.ts";
import { addMonths, londonDay } from "../dates/days.ts";
import type { RecordState } from "../record/state.ts";
import { commitmentViews, type CommitmentView } from "./commitment-view.ts";
import { sortChanges, type Comparison } from "./compare-moments.ts";
import { AuditRoundContent } from "../audit/public.ts";
import { contentOf, currentOf } from "./content.ts";
import { figuresOf, type Figures } from "./figures.ts";
import { lanesOf, type Lane } from "./lanes.ts";
import type { Moment } from "./moment.ts";
import { movesOf } from "./moves.ts";
import { timelineOf } from "./timeline.ts";

/** The public view of an organisation: everything that its pages, feeds and packs say. */
export type Journey = {
  organisation: OrganisationContent;
  /** Entries folded. */
  size: number;
  /** ISO date (London) of the last publication. */
  publishedOn: string;
  commitments: CommitmentView[];
  figures: Figures;
  /** Newest first. */
  timeline: Moment[];
  lanes: Lane[];
  /** Open promises past their date (longest first), then the stalled. */
  owed: CommitmentView[];
  /** Whether parts of a self-audit were published. */
  audited: boolean;
  /** What became of promises in the last 12 months. */
  lately: Comparison;
};

/**
 * Folds a record into a journey.
 * @param today ISO date: what is overdue, and what counts as lately, depends on it
 * @returns undefined when the record does not say whose it is yet
 */
export function foldJourney(state: RecordState, today: string): Journey | undefined {
  const organisation = organisationOf(state);
  if (!organisation) return undefined;
  const commitments = commitmentViews(state, today);
  const timeline = timelineOf(state, organisation.name);
  const yearAgo = addMonths(today, -12);
  return {
    organisation,
    size: state.size,
    publishedOn: lastRecorded(state),
    commitments,
    figures: figuresOf(commitments, movesOf(state)),
    timeline,
    lanes: lanesOf(state, commitments, timeline, today),
    owed: owed(commitments),
    audited: currentOf(state, "audit-round", AuditRoundContent).length > 0,
    lately: sortChanges(timeline.filter((moment) => moment.recordedOn > yearAgo)),
  };
}

/** Who the record says it belongs to, from its latest readable word. */
export function organisationOf(state: RecordState): OrganisationContent | undefined {
  const versions = state.subjects.get(subjectOf.organisation) ?? [];
  const latest = versions.at(-1);
  return latest && contentOf(latest, OrganisationContent);
}

function owed(commitments: readonly CommitmentView[]): CommitmentView[] {
  return commitments
    .filter(({ standing }) => standing.overdueDays > 0 || standing.stalledSince !== null)
    .sort((a, b) => b.standing.overdueDays - a.standing.overdueDays);
}

function lastRecorded(state: RecordState): string {
  let last = "";
  for (const versions of state.subjects.values())
    for (const { recordedAt, withdrawn } of versions) {
      if (recordedAt > last) last = recordedAt;
      if (withdrawn && withdrawn.recordedAt > last) last = withdrawn.recordedAt;
    }
  return londonDay(last);
}
