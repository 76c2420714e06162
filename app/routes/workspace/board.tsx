import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { boardFindings } from "#app/domain/commitment/findings.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listStandings } from "#db/board.server.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";
import { BoardFindings } from "#app/ui/workspace/board-findings.tsx";

export const meta = () => [{ title: "Board view – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const day = today();
  const standings = await listStandings(scope, day, new Set());
  return { findings: boardFindings(standings, day), commitments: standings.length };
});

export default function BoardPage() {
  const { findings, commitments } = useLoaderData<typeof loader>();
  const { organisation } = useParams();
  return (
    <>
      <PageHeading
        title="Board view"
        lede="What a board should ask about. A finding is a question, not a verdict."
      />
      {findings.length > 0 ? (
        <BoardFindings findings={findings} base={`/o/${organisation}/commitments`} />
      ) : (
        <EmptyState title={commitments > 0 ? "Nothing to ask about today" : "Nothing has been promised yet"}>
          <p>
            {commitments > 0
              ? "No commitment is overdue, stalled, silent or without evidence, no target was moved in the last twelve months, and no claim of done waits for the people affected."
              : "Once there are commitments, this page shows what is overdue, stalled, silent, without evidence, moved, or claimed without the people affected."}
          </p>
        </EmptyState>
      )}
    </>
  );
}
