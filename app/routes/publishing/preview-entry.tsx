import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Refusal } from "#app/domain/refusal.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { EntryPage } from "#app/ui/journey/entry-page.tsx";
import { readPreview } from "./read-preview.server.ts";

export const meta = () => [{ title: "Preview – Kept" }, { name: "robots", content: "noindex" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const { journey, slug, base, state } = await readPreview(request, params.organisation);
  const moment = journey.timeline.find(({ index }) => String(index) === params.index);
  if (!moment) throw Refusal.notFound("entry");
  return {
    slug,
    base,
    organisation: journey.organisation.name,
    moment,
    size: state.size,
    versions: (state.subjects.get(moment.subject) ?? []).map(({ index }) => index),
    commitmentTitle: journey.commitments.find(({ id }) => id === moment.commitment)?.title,
  };
});

export default function PreviewEntry() {
  return <EntryPage {...useLoaderData<typeof loader>()} />;
}
