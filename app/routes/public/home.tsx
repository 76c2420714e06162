import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listPublicOrganisations } from "#db/record.server.ts";
import { freshness } from "#app/http/plain-answer.server.ts";
import { leadToSetUp } from "#app/http/set-up.server.ts";
import { HomePage } from "#app/ui/journey/home-page.tsx";
import { pageMeta } from "./page-meta.ts";

/** Journeys shown on the first page; the directory has them all. */
const SHOWN = 3;

/** Kept by nobody without asking: the list changes when any organisation publishes. */
export const headers = () => ({ "Cache-Control": freshness.never });

export const loader = async ({ context }: LoaderFunctionArgs) => {
  await leadToSetUp();
  const { organisations, more } = await listPublicOrganisations({ limit: SHOWN });
  return { organisations, more, url: `${context.publicUrl}/` };
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: "Promises kept, and a record kept",
        description:
          "Organisations that co-produce publish what they promised about anti-racism, what they did, what changed on the way and what they still owe.",
        url: data.url,
        facts: { "@type": "WebSite", name: "Kept", url: data.url },
      })
    : [];

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
