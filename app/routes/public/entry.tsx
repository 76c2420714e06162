import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Refusal } from "#app/domain/refusal.ts";
import { cached, publicHeaders } from "#app/http/caching.server.ts";
import { refusalResponse } from "#app/http/refuse.server.ts";
import { entryPath, journeyPath } from "#app/ui/journey/journey-links.ts";
import { EntryPage } from "#app/ui/journey/entry-page.tsx";
import { pageMeta } from "./page-meta.ts";
import { readJourney } from "./read-journey.server.ts";

export const headers = publicHeaders;

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { slug, state, today, fold } = await readJourney(params.slug);
  const index = /^(0|[1-9]\d{0,8})$/.test(params.index ?? "") ? Number(params.index) : -1;
  if (index < 0 || index >= state.size) throw refusalResponse(Refusal.notFound("entry"));
  return cached(request, ["entry", slug, index, state.size, today, context.publicUrl], () => {
    const { organisation, timeline, commitments } = fold();
    const moment = timeline.find((one) => one.index === index);
    if (!moment) throw refusalResponse(Refusal.notFound("entry"));
    return {
      slug,
      base: journeyPath(slug),
      size: state.size,
      url: context.publicUrl + entryPath(journeyPath(slug), index),
      organisation: organisation.name,
      demonstration: organisation.demonstration ? organisation.name : undefined,
      moment,
      versions: (state.subjects.get(moment.subject) ?? []).map((version) => version.index),
      commitmentTitle: commitments.find(({ id }) => id === moment.commitment)?.title,
    };
  });
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: `Entry ${data.moment.index}, ${data.organisation}`,
        description: `${data.moment.word}: ${data.moment.title}`,
        url: data.url,
      })
    : [{ title: "Kept" }];

export default function Entry() {
  return <EntryPage {...useLoaderData<typeof loader>()} />;
}
