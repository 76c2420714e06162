import type { LoaderFunctionArgs } from "@remix-run/node";
import { atomFeed } from "#app/documents/feed.ts";
import { publicEntries } from "#app/domain/record/public-entries.ts";
import { publicDocument } from "#app/http/public-document.server.ts";
import { commitmentPath, entryPath, journeyPath } from "#app/ui/journey/journey-links.ts";
import { findCommitment, readJourney } from "./read-journey.server.ts";

/** The Atom feed of a journey, or of one commitment. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { slug, state, today, fold } = await readJourney(params.slug);
  const { publicUrl } = context;
  const about = params.id === undefined ? undefined : findCommitment(fold(), params.id);
  const type = "application/atom+xml; charset=utf-8";
  return publicDocument(request, [slug, state.size, today, publicUrl, about?.id ?? ""], { type }, () => {
    const { organisation, timeline } = fold();
    const page = publicUrl + (about ? commitmentPath(journeyPath(slug), about.id) : journeyPath(slug));
    return atomFeed({
      title: about
        ? `${about.title} – ${organisation.name}`
        : `${organisation.name}: promises and what came of them`,
      page,
      self: `${page}/feed.atom`,
      organisation: organisation.name,
      moments: about ? timeline.filter(({ commitment }) => commitment === about.id) : timeline,
      entries: publicEntries(state),
      permalink: (index) => publicUrl + entryPath(journeyPath(slug), index),
    });
  });
}
