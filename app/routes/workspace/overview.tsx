import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boardFindings } from "#app/domain/commitment/findings.ts";
import { nextSteps } from "#app/domain/commitment/next-steps.ts";
import { isOpen } from "#app/domain/commitment/transitions.ts";
import { foldJourney } from "#app/domain/journey/journey.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireWorkspace } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listStandings } from "#db/board.server.ts";
import { countProgress } from "#db/progress.server.ts";
import { readState } from "#db/record.server.ts";
import { JourneyStrip } from "#app/ui/charts/journey-strip.tsx";
import { journeyPath } from "#app/ui/journey/journey-links.ts";
import { laneOf } from "#app/ui/journey/lane-of.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { SummaryFigures } from "#app/ui/page/summary-figures.tsx";
import { NextSteps } from "#app/ui/workspace/next-steps.tsx";
import { NeedsYou } from "#app/ui/workspace/needs-you.tsx";

export const meta = () => [{ title: "Overview – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const { scope, organisation } = await requireWorkspace(request, params.organisation);
  const day = today();
  const [progress, standings, record] = await Promise.all([
    countProgress(scope),
    listStandings(scope, day, new Set()),
    readState(organisation.slug),
  ]);
  return {
    organisation,
    steps: nextSteps({ ...progress, publishedEntries: record.size }),
    findings: boardFindings(standings, day).slice(0, 6),
    figures: {
      promised: standings.length,
      underWay: standings.filter((one) => one.status === "under-way").length,
      done: standings.filter((one) => one.status === "done").length,
      overdue: standings.filter((one) => isOpen(one.status) && one.dueOn < day).length,
    },
    lanes: (foldJourney(record, day)?.lanes ?? []).map((lane) =>
      laneOf(lane, `/o/${organisation.slug}`, organisation.name),
    ),
    day,
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export default function OverviewPage() {
  const { organisation, steps, findings, figures, lanes, day, mayEdit } = useLoaderData<typeof loader>();
  const base = `/o/${organisation.slug}`;
  const begun = figures.promised > 0;
  return (
    <>
      <PageHeading
        title={organisation.name}
        lede={
          begun
            ? "Where your promises stand, and what needs you next."
            : "Five steps from a recommendation to a journey that the public can read."
        }
      />
      {begun ? (
        <SummaryFigures
          figures={[
            { label: "Promised", value: figures.promised, text: "commitments", href: `${base}/commitments` },
            {
              label: "Under way",
              value: figures.underWay,
              text: "being worked on",
              href: `${base}/commitments?status=under-way`,
            },
            {
              label: "Done, we say",
              value: figures.done,
              text: "claimed as kept",
              href: `${base}/commitments?status=done`,
            },
            {
              label: "Overdue",
              value: figures.overdue,
              text: "past their day",
              href: `${base}/commitments?status=overdue`,
            },
          ]}
        />
      ) : null}
      {mayEdit ? <NextSteps steps={steps} base={base} /> : null}
      {findings.length > 0 ? (
        <SectionRule id="needs-you" title="What needs you">
          <NeedsYou findings={findings} base={base} />
        </SectionRule>
      ) : null}
      {lanes.length > 0 ? (
        <SectionRule id="public" title="What the public sees">
          <JourneyStrip
            title="The promises at a glance"
            summary="As published so far. Each name leads to your own page of that promise."
            lanes={lanes}
            today={day}
          />
          <p className="after-list">
            <a href={journeyPath(organisation.slug)}>Read your public journey</a>
          </p>
        </SectionRule>
      ) : null}
    </>
  );
}
