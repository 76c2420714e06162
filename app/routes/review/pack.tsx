import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { measureGeometry } from "#app/documents/measure-geometry.ts";
import { packBlocks } from "#app/domain/review/pack.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { readPack } from "#db/pack.server.ts";
import { type DrawnBlock, PackPage } from "#app/ui/review/pack-page.tsx";

export const meta = () => [{ title: "Board pack – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const pack = await readPack(scope, today());
  const blocks = [...packBlocks(pack)].map((block): DrawnBlock =>
    block.kind === "chart"
      ? { ...block, measure: undefined, drawing: measureGeometry(block.measure, 640, 200) }
      : block,
  );
  return { blocks };
});

export default function BoardPackPage() {
  const { blocks } = useLoaderData<typeof loader>();
  const { organisation } = useParams();
  return <PackPage blocks={blocks as DrawnBlock[]} base={`/o/${organisation}/board`} />;
}
