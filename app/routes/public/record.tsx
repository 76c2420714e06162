import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { parseNote } from "#app/domain/record/signed-note.ts";
import { organisationOf } from "#app/domain/journey/journey.ts";
import { cached, publicHeaders } from "#app/http/caching.server.ts";
import { orNotFound } from "#app/http/plain-answer.server.ts";
import { journeyPath, recordPath } from "#app/ui/journey/journey-links.ts";
import { RecordPage } from "#app/ui/record/record-page.tsx";
import { readCheckpoint, readVerifierKey } from "#db/record.server.ts";
import { pageMeta } from "./page-meta.ts";
import { readJourney } from "./read-journey.server.ts";

export const headers = publicHeaders;

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { slug, state } = await readJourney(params.slug);
  return cached(request, ["record", slug, state.size, context.publicUrl], async () => {
    const note = orNotFound(await readCheckpoint(slug), "record");
    const { name, demonstration } = orNotFound(organisationOf(state), "journey");
    return {
      slug,
      url: context.publicUrl + journeyPath(slug),
      organisation: name,
      demonstration: demonstration ? name : undefined,
      size: state.size,
      origin: parseNote(note)?.text.split("\n")[0] ?? "",
      verifierKey: orNotFound(await readVerifierKey(slug), "record"),
      page: context.publicUrl + recordPath(slug),
    };
  });
};

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: `Check the record of ${data.organisation}`,
        description: `How to check that nothing ${data.organisation} published has been changed or removed.`,
        url: data.page,
      })
    : [{ title: "Kept" }];

export default function Record() {
  return <RecordPage {...useLoaderData<typeof loader>()} />;
}
