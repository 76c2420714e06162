import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publicPay } from "#app/domain/remuneration/public-pay.ts";
import { cached, publicHeaders } from "#app/http/caching.server.ts";
import { PublicPayPage } from "#app/ui/pay/public-pay-page.tsx";
import { journeyPath } from "#app/ui/journey/journey-links.ts";
import { pageMeta } from "./page-meta.ts";
import { readJourney } from "./read-journey.server.ts";

export const headers = publicHeaders;

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { slug, state, today, fold } = await readJourney(params.slug);
  return cached(request, ["pay", slug, state.size, today, context.publicUrl], () => {
    const { name, demonstration } = fold().organisation;
    return {
      slug,
      url: `${context.publicUrl}${journeyPath(slug)}/pay`,
      organisation: name,
      demonstration: demonstration ? name : undefined,
      periods: publicPay(state),
    };
  });
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: `Pay, ${data.organisation}`,
        description: `What ${data.organisation} set aside, offered and paid to people who took part, and how long they waited.`,
        url: data.url,
      })
    : [{ title: "Kept" }];

export default function PublicPay() {
  return <PublicPayPage {...useLoaderData<typeof loader>()} />;
}
