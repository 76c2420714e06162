import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { builtInFrameworks } from "#app/domain/framework/built-in.ts";
import { filterTimeline, pageOfTimeline, readFilter, yearsOf } from "#app/domain/journey/filter-timeline.ts";
import { recommendationStandings } from "#app/domain/journey/recommendation-standing.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { JourneyPage } from "#app/ui/journey/journey-page.tsx";
import { readPreview } from "./read-preview.server.ts";

export const meta = () => [{ title: "Preview – Kept" }, { name: "robots", content: "noindex" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const { journey, slug, base, today } = await readPreview(request, params.organisation);
  const query = new URL(request.url).searchParams;
  const filter = readFilter(query);
  const page = pageOfTimeline(filterTimeline(journey.timeline, filter), query.get("after"));
  return {
    slug,
    base,
    today,
    journey,
    standings: recommendationStandings(journey.commitments, builtInFrameworks),
    timeline: { page, filter, years: yearsOf(journey.timeline) },
  };
});

export default function PreviewJourney() {
  return <JourneyPage {...useLoaderData<typeof loader>()} />;
}
