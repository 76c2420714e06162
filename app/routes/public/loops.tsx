import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publicLoops } from "#app/domain/feedback/public-loops.ts";
import { cached, publicHeaders } from "#app/http/caching.server.ts";
import { LoopsPage } from "#app/ui/feedback/loops-page.tsx";
import { loopsPath } from "#app/ui/journey/journey-links.ts";
import { pageMeta } from "./page-meta.ts";
import { readJourney } from "./read-journey.server.ts";

export const headers = publicHeaders;

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { slug, state, today, fold } = await readJourney(params.slug);
  return cached(request, ["loops", slug, state.size, today, context.publicUrl], () => {
    const { name, demonstration } = fold().organisation;
    return {
      slug,
      url: context.publicUrl + loopsPath(slug),
      organisation: name,
      demonstration: demonstration ? name : undefined,
      loops: publicLoops(state, today),
    };
  });
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: `You said, we did: ${data.organisation}`,
        description: `What people told ${data.organisation}, and what came of it: ${data.loops.counts.all} things said, ${data.loops.counts.closed} reported back, ${data.loops.counts.overdue} overdue.`,
        url: data.url,
      })
    : [{ title: "Kept" }];

export default function Loops() {
  return <LoopsPage {...useLoaderData<typeof loader>()} />;
}
