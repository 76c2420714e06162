import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { publicRounds } from "#app/domain/recruitment/public-rounds.ts";
import { cached, publicHeaders } from "#app/http/caching.server.ts";
import { recruitmentPath } from "#app/ui/journey/journey-links.ts";
import { RecruitmentPage } from "#app/ui/recruitment/recruitment-page.tsx";
import { pageMeta } from "./page-meta.ts";
import { readJourney } from "./read-journey.server.ts";

export const headers = publicHeaders;

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { slug, state, today, fold } = await readJourney(params.slug);
  return cached(request, ["recruitment", slug, state.size, today, context.publicUrl], () => {
    const { name, demonstration } = fold().organisation;
    return {
      slug,
      organisation: name,
      demonstration: demonstration ? name : undefined,
      url: context.publicUrl + recruitmentPath(slug),
      rounds: publicRounds(state),
    };
  });
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: `Recruitment, ${data.organisation}`,
        description: `Who ${data.organisation} reached, appointed and kept, by ethnic group, with small counts protected.`,
        url: data.url,
      })
    : [{ title: "Kept" }];

export default function Recruitment() {
  return <RecruitmentPage {...useLoaderData<typeof loader>()} />;
}
