import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { compareMoments } from "#app/domain/journey/compare-moments.ts";
import { readPeriod, sizeOn } from "#app/domain/journey/moment-in-time.ts";
import { cached, publicHeaders } from "#app/http/caching.server.ts";
import { ChangesPage } from "#app/ui/journey/changes-page.tsx";
import { changesPath, journeyPath } from "#app/ui/journey/journey-links.ts";
import { pageMeta } from "./page-meta.ts";
import { readJourney } from "./read-journey.server.ts";

export const headers = publicHeaders;

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { slug, state, today, fold } = await readJourney(params.slug);
  const { from, to } = readPeriod(new URL(request.url).searchParams, today);
  return cached(request, ["changes", slug, state.size, today, from, to, context.publicUrl], () => {
    const { organisation, commitments } = fold();
    const moments = { fromSize: sizeOn(state, from), toSize: sizeOn(state, to) };
    return {
      base: journeyPath(slug),
      from,
      to,
      url: context.publicUrl + changesPath(journeyPath(slug)),
      organisation: organisation.name,
      demonstration: organisation.demonstration ? organisation.name : undefined,
      comparison: compareMoments(state, organisation.name, moments),
      titles: new Map(commitments.map(({ id, title }) => [id, title])),
    };
  });
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: `What changed, ${data.organisation}`,
        description: `Promises that ${data.organisation} added, weakened, strengthened, met or dropped, with the reasons.`,
        url: data.url,
      })
    : [{ title: "Kept" }];

export default function Changes() {
  return <ChangesPage {...useLoaderData<typeof loader>()} />;
}
