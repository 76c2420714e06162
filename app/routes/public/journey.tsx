import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { builtInFrameworks } from "#app/domain/framework/built-in.ts";
import { filterTimeline, pageOfTimeline, readFilter, yearsOf } from "#app/domain/journey/filter-timeline.ts";
import { recommendationStandings } from "#app/domain/journey/recommendation-standing.ts";
import { cached, publicHeaders } from "#app/http/caching.server.ts";
import { JourneyPage } from "#app/ui/journey/journey-page.tsx";
import { journeyPath } from "#app/ui/journey/journey-links.ts";
import { pageMeta } from "./page-meta.ts";
import { readJourney } from "./read-journey.server.ts";

export const headers = publicHeaders;

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { slug, state, today, fold } = await readJourney(params.slug);
  const { searchParams } = new URL(request.url);
  const filter = readFilter(searchParams);
  const after = searchParams.get("after");
  const query = [filter.group ?? "", filter.commitment ?? "", filter.year ?? "", after ?? ""];
  return cached(request, ["journey", slug, state.size, today, context.publicUrl, ...query], () => {
    const { timeline, ...journey } = fold();
    return {
      slug,
      base: journeyPath(slug),
      today,
      url: context.publicUrl + journeyPath(slug),
      demonstration: journey.organisation.demonstration ? journey.organisation.name : undefined,
      journey,
      standings: recommendationStandings(journey.commitments, builtInFrameworks),
      timeline: {
        page: pageOfTimeline(filterTimeline(timeline, filter), after),
        filter,
        years: yearsOf(timeline),
      },
    };
  });
};

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [{ title: "Kept" }];
  const { organisation, figures } = data.journey;
  return pageMeta({
    title: organisation.name,
    description: `What ${organisation.name} promised about anti-racism in co-production: ${figures.promised} commitments, ${figures.done} done by its own account, ${figures.agreed} agreed by the people affected, ${figures.overdue} overdue.`,
    url: data.url,
    feed: `${data.url}/feed.atom`,
    facts: {
      "@type": "WebPage",
      name: `${organisation.name}: promises and what came of them`,
      url: data.url,
      dateModified: data.journey.publishedOn,
      about: { "@type": "Organization", name: organisation.name, areaServed: organisation.region },
    },
  });
};

export default function Journey() {
  return <JourneyPage {...useLoaderData<typeof loader>()} />;
}
