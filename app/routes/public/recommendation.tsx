import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { builtInFrameworks } from "#app/domain/framework/built-in.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { cached, publicHeaders } from "#app/http/caching.server.ts";
import { refusalResponse } from "#app/http/refuse.server.ts";
import { RecommendationPage } from "#app/ui/journey/recommendation-page.tsx";
import { recommendationPath } from "#app/ui/journey/journey-links.ts";
import { pageMeta } from "./page-meta.ts";

export const headers = publicHeaders;

export const loader = ({ request, params, context }: LoaderFunctionArgs) => {
  const framework = builtInFrameworks.find(({ recommendations }) =>
    recommendations.some(({ id }) => id === params.id),
  );
  const recommendation = framework?.recommendations.find(({ id }) => id === params.id);
  if (!framework || !recommendation) throw refusalResponse(Refusal.notFound("recommendation"));
  const url = context.publicUrl + recommendationPath(recommendation.id);
  return cached(request, ["recommendation", url], () => ({ framework, recommendation, url }));
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({ title: data.recommendation.title, description: data.recommendation.text, url: data.url })
    : [];

export default function Recommendation() {
  return <RecommendationPage {...useLoaderData<typeof loader>()} />;
}
