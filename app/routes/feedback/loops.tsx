import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listLoops, loopsPerPage } from "#db/feedback-read.server.ts";
import { EmptyState } from "#app/ui/data/empty-state.tsx";
import { Pager } from "#app/ui/data/pager.tsx";
import { LoopCrumbs } from "#app/ui/feedback/loop-crumbs.tsx";
import { LoopList } from "#app/ui/feedback/loop-list.tsx";
import { PageHeading } from "#app/ui/page/page-heading.tsx";

export const meta = () => [{ title: "All loops – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const [receivedOn, id] = (new URL(request.url).searchParams.get("after") ?? "").split("_");
  const isCursor = /^\d{4}-\d{2}-\d{2}$/.test(receivedOn ?? "") && /^[0-9a-f-]{36}$/.test(id ?? "");
  const found = await listLoops(scope, today(), isCursor ? { receivedOn: receivedOn!, id: id! } : undefined);
  const loops = found.slice(0, loopsPerPage);
  const last = found.length > loopsPerPage ? loops.at(-1) : undefined;
  return { loops, older: last ? `?after=${last.receivedOn}_${last.id}` : undefined };
});

export default function LoopsPage() {
  const { loops, older } = useLoaderData<typeof loader>();
  const room = `/o/${useParams().organisation}/feedback`;
  return (
    <>
      <LoopCrumbs room={room} />
      <PageHeading title="All loops" lede="Everything people said that is written down here, newest first." />
      {loops.length === 0 ? (
        <EmptyState title="Nothing written down yet">
          Each thing that people told you stands here, until they were told what came of it.{" "}
          <a href={room}>Go to the overview of this room</a> to begin.
        </EmptyState>
      ) : null}
      {loops.length > 0 ? <LoopList loops={loops} base={`${room}/loops`} caption="Loops" /> : null}
      <Pager older={older} of="loops" />
    </>
  );
}
