import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { packSummary } from "#app/domain/review/pack.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { readPack } from "#db/pack.server.ts";
import { PackPage } from "#app/ui/review/pack-page.tsx";
import type { DrawnBlock } from "#app/ui/review/pack-part.tsx";
import { drawn } from "./pack-html.server.tsx";

export const meta = () => [{ title: "Board pack – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  return { summary: packSummary(await readPack(scope, today())).map(drawn) };
});

export default function BoardPackPage() {
  const { summary } = useLoaderData<typeof loader>();
  const { organisation } = useParams();
  return <PackPage summary={summary as DrawnBlock[]} base={`/o/${organisation}/board`} />;
}
