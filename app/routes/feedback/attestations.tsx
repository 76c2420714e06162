import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { listRoundsByCommitment } from "#db/attestation.server.ts";
import { DataTable } from "#app/ui/data/data-table.tsx";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { LoopCrumbs } from "#app/ui/feedback/loop-crumbs.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

export const meta = () => [{ title: "Were promises kept? – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) =>
  listRoundsByCommitment(await requireScope(request, params.organisation)),
);

export default function AttestationsPage() {
  const promises = useLoaderData<typeof loader>();
  const { organisation } = useParams();
  const room = `/o/${organisation}/feedback`;
  return (
    <>
      <LoopCrumbs room={room} />
      <PageHeading
        title="Were promises kept?"
        lede="“Done” is your claim. Ask the people affected, and their answer stands beside it."
      />
      {promises.length === 0 ? (
        <EmptyState title="No commitment to ask about yet">
          People can be asked about a promise once there is one.{" "}
          <a href={`/o/${organisation}/commitments`}>Go to your commitments</a>.
        </EmptyState>
      ) : (
        <DataTable
          caption="Commitments"
          captionHidden
          rows={promises}
          rowKey={({ id }) => id}
          columns={[
            {
              header: "Commitment",
              rowHeader: true,
              cell: ({ id, title }) => <a href={`${room}/attestations/${id}`}>{title}</a>,
            },
            { header: "We say", cell: ({ status }) => (status === "done" ? "Done" : "Not done") },
            {
              header: "People were asked",
              cell: ({ lastAskedOn }) => (lastAskedOn ? formatDate(lastAskedOn) : "never"),
            },
          ]}
        />
      )}
    </>
  );
}
