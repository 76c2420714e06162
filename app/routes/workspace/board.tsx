import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { countOf } from "#app/domain/counted.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { readBoard } from "#db/agenda.server.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { formatDate } from "#app/ui/format.ts";
import { ButtonLink } from "#app/ui/forms/button-link.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { SectionRule } from "#app/ui/page/section-rule.tsx";
import { AgendaList } from "#app/ui/review/agenda-list.tsx";
import { BoardFindings } from "#app/ui/workspace/board-findings.tsx";

export const meta = () => [{ title: "Board view – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { items, findings, commitments, lastMeetingOn, journey } = await readBoard(scope, today());
  // A pack is made from the public record.
  return { items, findings, commitments, lastMeetingOn, published: journey !== undefined };
});

function agendaLede(items: { isNew: boolean }[], lastMeetingOn: string | null): string {
  const points = `${countOf(items.length, "point")}, the most pressing question first.`;
  if (lastMeetingOn === null) return `${points} Once a meeting is recorded, what came up since is marked.`;
  const added = items.filter(({ isNew }) => isNew).length;
  const meeting = `the meeting on ${formatDate(lastMeetingOn)}`;
  return added > 0
    ? `${points} New since ${meeting}: ${added}.`
    : `${points} Nothing is new since ${meeting}.`;
}

export default function BoardPage() {
  const { items, findings, commitments, lastMeetingOn, published } = useLoaderData<typeof loader>();
  const { organisation } = useParams();
  const base = `/o/${organisation}`;
  return (
    <>
      <PageHeading
        title="Board view"
        lede="What a board should ask about. A finding is a question, not a verdict."
        actions={
          <>
            {published ? <ButtonLink href={`${base}/board/pack`}>Board pack</ButtonLink> : null}
            <a href={`${base}/board/meetings`}>Meetings and rules</a>
            <a href={`${base}/board/clearance`}>Before it is published</a>
          </>
        }
      />
      {items.length > 0 ? (
        <SectionRule id="agenda" title="What needs your eye" lede={agendaLede(items, lastMeetingOn)}>
          <AgendaList items={items} met={lastMeetingOn !== null} />
        </SectionRule>
      ) : null}
      {findings.length > 0 ? <BoardFindings findings={findings} base={`${base}/commitments`} /> : null}
      {items.length === 0 && findings.length === 0 ? (
        <EmptyState title={commitments > 0 ? "Nothing to ask about today" : "Nothing has been promised yet"}>
          <p>
            {commitments > 0
              ? "No commitment is overdue, stalled, silent or without evidence, no promise was weakened in the last twelve months, and no claim of done waits for the people affected."
              : "Once there are commitments, this page shows what is overdue, stalled, silent, without evidence, weakened, or claimed without the people affected."}
          </p>
        </EmptyState>
      ) : null}
    </>
  );
}
