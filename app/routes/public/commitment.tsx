import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { builtInFrameworks } from "#app/domain/framework/built-in.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { cached, publicHeaders } from "#app/http/caching.server.ts";
import { refusalResponse } from "#app/http/refuse.server.ts";
import { CommitmentPage } from "#app/ui/journey/commitment-page.tsx";
import { commitmentPath, journeyPath } from "#app/ui/journey/journey-links.ts";
import { pageMeta } from "./page-meta.ts";
import { readJourney } from "./read-journey.server.ts";

export const headers = publicHeaders;

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { slug, state, today, fold } = await readJourney(params.slug);
  const id = params.id ?? "";
  if (!state.subjects.has(`commitment:${id}`)) throw refusalResponse(Refusal.notFound("commitment"));
  return cached(request, ["commitment", slug, id, state.size, today, context.publicUrl], () => {
    const journey = fold();
    const commitment = journey.commitments.find((one) => one.id === id);
    if (!commitment) throw refusalResponse(Refusal.notFound("commitment"));
    const { name, demonstration } = journey.organisation;
    return {
      base: journeyPath(slug),
      url: context.publicUrl + commitmentPath(journeyPath(slug), id),
      organisation: name,
      demonstration: demonstration ? name : undefined,
      commitment,
      history: journey.timeline.filter((moment) => moment.commitment === id),
      frameworks: builtInFrameworks,
    };
  });
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: `${data.commitment.title}, ${data.organisation}`,
        description: data.commitment.what,
        url: data.url,
        feed: `${data.url}/feed.atom`,
        facts: {
          "@type": "WebPage",
          name: data.commitment.title,
          description: data.commitment.what,
          url: data.url,
        },
      })
    : [{ title: "Kept" }];

export default function Commitment() {
  return <CommitmentPage {...useLoaderData<typeof loader>()} />;
}
