import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { recommendationReference } from "#app/domain/commitment/commitment-input.ts";
import { findRecommendation } from "#app/domain/framework/framework.ts";
import { foldJourney } from "#app/domain/journey/journey.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireWorkspace } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listChanges } from "#db/commitment-history.server.ts";
import { listStatuses, requireCommitment } from "#db/commitment.server.ts";
import { evidencePerPage, listEvidence } from "#db/evidence.server.ts";
import { listFrameworks } from "#db/framework.server.ts";
import { listMeasures, listTargetSteps } from "#db/measure.server.ts";
import { listMilestones } from "#db/milestone.server.ts";
import { readState } from "#db/record.server.ts";
import { listUpdates, requireUpdate, updatesPerPage } from "#db/update.server.ts";
import { JourneyStrip } from "#app/ui/charts/journey-strip.tsx";
import { CommitmentCrumbs } from "#app/ui/commitment/commitment-crumbs.tsx";
import { CommitmentHeading } from "#app/ui/commitment/commitment-heading.tsx";
import { CommitmentPromise } from "#app/ui/commitment/commitment-promise.tsx";
import { EvidenceSection } from "#app/ui/commitment/evidence-section.tsx";
import { HistorySection } from "#app/ui/commitment/history-section.tsx";
import { MeasuresSection } from "#app/ui/commitment/measures-section.tsx";
import { MilestonesSection } from "#app/ui/commitment/milestones-section.tsx";
import { UpdatesSection } from "#app/ui/commitment/updates-section.tsx";
import { journeyPath } from "#app/ui/journey/journey-links.ts";
import { laneOf } from "#app/ui/journey/lane-of.ts";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { measureSeries } from "./measure-series.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.commitment.title ?? "Commitment"} – Kept` },
];

const changesShown = 5;

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const { scope, organisation } = await requireWorkspace(request, params.organisation);
  const id = params.id ?? "";
  const commitment = await requireCommitment(scope, id);
  const afterId = new URL(request.url).searchParams.get("after");
  const after = afterId ? await requireUpdate(scope, id, afterId) : undefined;
  const [frameworks, statuses, measures, steps, milestones, updates, evidence, changes, record] =
    await Promise.all([
      listFrameworks(scope),
      listStatuses(scope, id),
      listMeasures(scope, id),
      listTargetSteps(scope, id),
      listMilestones(scope, id),
      listUpdates(scope, id, after),
      listEvidence(scope, id),
      listChanges(scope, id, undefined, changesShown),
      readState(organisation.slug),
    ]);
  const day = today();
  const lane = foldJourney(record, day)?.lanes.find((one) => one.commitment.id === id);
  const page = updates.slice(0, updatesPerPage);
  return {
    commitment,
    statusReason: statuses.at(-1)?.reason ?? "",
    recommendations: commitment.recommendations.map((key) => {
      const found = findRecommendation(frameworks, recommendationReference(key));
      return { key, title: found ? `${found.number}. ${found.title}` : key };
    }),
    measures: measures.map((measure) => ({
      id: measure.id,
      retired: measure.retired,
      series: measureSeries(measure, steps.get(measure.id) ?? []),
    })),
    milestones,
    updates: page,
    olderUpdates: updates.length > updatesPerPage ? page.at(-1)?.id : undefined,
    evidence: evidence.slice(0, evidencePerPage),
    changes,
    mayEdit: can(scope.role, "workspace.edit"),
    lane: lane && laneOf(lane, journeyPath(organisation.slug), organisation.name),
    day,
  };
});

export default function CommitmentPage() {
  const found = useLoaderData<typeof loader>();
  const { commitment, mayEdit, day } = found;
  const { organisation } = useParams();
  const base = `/o/${organisation}/commitments/${commitment.id}`;
  return (
    <>
      <CommitmentCrumbs base={base} />
      <CommitmentHeading
        commitment={commitment}
        base={base}
        askPeople={`/o/${organisation}/feedback/attestations/${commitment.id}`}
        mayEdit={mayEdit}
        today={day}
      />
      <CommitmentPromise
        commitment={commitment}
        statusReason={found.statusReason}
        recommendations={found.recommendations}
      />
      {found.lane ? (
        <SectionRule id="thread" title="What the public sees">
          <JourneyStrip
            title="This promise as published"
            summary="Its name leads to its public page."
            lanes={[found.lane]}
            today={day}
          />
        </SectionRule>
      ) : null}
      <MeasuresSection measures={found.measures} base={base} mayEdit={mayEdit} />
      <MilestonesSection milestones={found.milestones} base={base} mayEdit={mayEdit} today={day} />
      <UpdatesSection updates={found.updates} older={found.olderUpdates} base={base} mayEdit={mayEdit} />
      <EvidenceSection evidence={found.evidence} base={base} mayEdit={mayEdit} />
      <HistorySection
        changes={found.changes}
        more={found.changes.length === changesShown ? `${base}/history` : undefined}
      />
    </>
  );
}
