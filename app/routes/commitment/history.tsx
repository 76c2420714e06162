import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { listChanges } from "#db/commitment-history.server.ts";
import { requireCommitment } from "#db/commitment.server.ts";
import { CommitmentCrumbs } from "#app/ui/commitment/commitment-crumbs.tsx";
import { HistoryList } from "#app/ui/commitment/history-list.tsx";
import { Pager } from "#app/ui/data/pager.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

const perPage = 30;

export const meta = () => [{ title: "History – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const { id, title } = await requireCommitment(scope, params.id ?? "");
  const before = Number(new URL(request.url).searchParams.get("before"));
  const found = await listChanges(
    scope,
    id,
    Number.isSafeInteger(before) && before > 0 ? before : undefined,
    perPage + 1,
  );
  const changes = found.slice(0, perPage);
  return { title, changes, older: found.length > perPage ? changes.at(-1)?.id : undefined };
});

export default function HistoryPage() {
  const { title, changes, older } = useLoaderData<typeof loader>();
  const { organisation, id } = useParams();
  const base = `/o/${organisation}/commitments/${id}`;
  return (
    <>
      <CommitmentCrumbs base={base} title={title} />
      <PageHeading
        title="What changed"
        lede="Every change to this commitment, newest first. None can be taken back."
      />
      <HistoryList changes={changes} />
      <Pager of="changes" older={older ? `${base}/history?before=${older}` : undefined} />
    </>
  );
}
