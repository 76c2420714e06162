import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { compareMoments } from "#app/domain/journey/compare-moments.ts";
import { readPeriod, sizeOn } from "#app/domain/journey/moment-in-time.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { ChangesPage } from "#app/ui/journey/changes-page.tsx";
import { readPreview } from "./read-preview.server.ts";

export const meta = () => [{ title: "Preview – Kept" }, { name: "robots", content: "noindex" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const { journey, base, state, today } = await readPreview(request, params.organisation);
  const { from, to } = readPeriod(new URL(request.url).searchParams, today);
  const { name } = journey.organisation;
  return {
    base,
    organisation: name,
    from,
    to,
    comparison: compareMoments(state, name, { fromSize: sizeOn(state, from), toSize: sizeOn(state, to) }),
    titles: new Map(journey.commitments.map(({ id, title }) => [id, title])),
  };
});

export default function PreviewChanges() {
  return <ChangesPage {...useLoaderData<typeof loader>()} />;
}
