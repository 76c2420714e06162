import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { can } from "#app/domain/organisation/permissions.ts";
import { sharesByBody } from "#app/domain/recruitment/share-over-rounds.ts";
import { bodyNames, stageTitle } from "#app/domain/recruitment/stage-words.ts";
import { STAGES } from "#app/domain/recruitment/round.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { listRounds, requireRound, roundsPerPage } from "#db/recruitment.server.ts";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { Pager } from "#app/ui/data/pager.tsx";
import { formatShortDate } from "#app/ui/format.ts";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { OverRounds } from "#app/ui/recruitment/over-rounds.tsx";

export const meta = () => [{ title: "Recruitment – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const afterId = new URL(request.url).searchParams.get("after");
  const found = await listRounds(scope, afterId ? await requireRound(scope, afterId) : undefined);
  const rounds = found.slice(0, roundsPerPage);
  return {
    rounds: rounds.map(({ id, title, body, openedOn, closedOn, counts, released }) => ({
      id,
      title,
      body,
      openedOn,
      closedOn,
      counted: STAGES.filter((stage) => counts[stage]),
      released: released !== null,
    })),
    over: sharesByBody([...rounds].reverse()),
    older: found.length > roundsPerPage ? rounds.at(-1)?.id : undefined,
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export default function RoundsPage() {
  const { rounds, over, older, mayEdit } = useLoaderData<typeof loader>();
  const { organisation } = useParams();
  const base = `/o/${organisation}/recruitment`;
  const actions = mayEdit ? <ButtonLink href={`${base}/new`}>Add a round</ButtonLink> : null;
  return (
    <>
      <PageHeading
        title="Recruitment"
        lede="Who was reached, who was chosen and who stayed, compared with the people you serve."
        actions={
          <>
            {actions}
            <ButtonLink href={`${base}/benchmarks`} variant="second">
              Who you compare with
            </ButtonLink>
          </>
        }
      />
      {rounds.length === 0 ? (
        <EmptyState title="No round yet" action={actions}>
          <p>
            Add one recruitment round: a team that leads co-production, a co-production group or a board. You
            enter counts of people, never people.
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Rounds, newest first"
          rows={rounds}
          rowKey={({ id }) => id}
          columns={[
            {
              header: "Round",
              rowHeader: true,
              cell: ({ id, title }) => <a href={`${base}/${id}`}>{title}</a>,
            },
            { header: "For", cell: ({ body }) => bodyNames[body] },
            { header: "Opened", cell: ({ openedOn }) => formatShortDate(openedOn) },
            {
              header: "Closed",
              cell: ({ closedOn }) => (closedOn ? formatShortDate(closedOn) : "Still open"),
            },
            { header: "Counted", cell: ({ counted }) => counted.map(stageTitle).join(", ") || "Nothing yet" },
            { header: "Figures", cell: ({ released }) => (released ? "Released" : "Private") },
          ]}
        />
      )}
      <Pager of="rounds" older={older ? `${base}?after=${older}` : undefined} />
      {over.length > 0 ? (
        <SectionRule
          id="over-rounds"
          title="Change over rounds"
          lede="The rounds on this page, oldest first. One body at a time: a board and a group are not one series."
        >
          <div className="stack-wide">
            {over.map((one) => (
              <OverRounds key={one.body} body={bodyNames[one.body]} over={one.over} />
            ))}
          </div>
        </SectionRule>
      ) : null}
    </>
  );
}
