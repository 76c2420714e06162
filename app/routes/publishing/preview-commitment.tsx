import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { builtInFrameworks } from "#app/domain/framework/built-in.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { CommitmentPage } from "#app/ui/journey/commitment-page.tsx";
import { readPreview } from "./read-preview.server.ts";

export const meta = () => [{ title: "Preview – Kept" }, { name: "robots", content: "noindex" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const { journey, base } = await readPreview(request, params.organisation);
  const commitment = journey.commitments.find(({ id }) => id === params.id);
  if (!commitment) throw Refusal.notFound("commitment");
  return {
    base,
    organisation: journey.organisation.name,
    commitment,
    history: journey.timeline.filter((moment) => moment.commitment === params.id),
    frameworks: builtInFrameworks,
  };
});

export default function PreviewCommitment() {
  return <CommitmentPage {...useLoaderData<typeof loader>()} />;
}
