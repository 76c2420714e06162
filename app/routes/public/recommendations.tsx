import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { builtInFrameworks } from "#app/domain/framework/built-in.ts";
import { cached, publicHeaders } from "#app/http/caching.server.ts";
import { RecommendationsPage } from "#app/ui/journey/recommendations-page.tsx";
import { pageMeta } from "./page-meta.ts";

export const headers = publicHeaders;

export const loader = ({ request, context }: LoaderFunctionArgs) => {
  const url = `${context.publicUrl}/recommendations`;
  return cached(request, ["recommendations", url], () => ({ frameworks: builtInFrameworks, url }));
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: "Recommendations",
        description:
          "What ought to be done against racism in co-production, from the people who live with it.",
        url: data.url,
      })
    : [];

export default function Recommendations() {
  return <RecommendationsPage {...useLoaderData<typeof loader>()} />;
}
