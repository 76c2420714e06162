import type { LoaderFunctionArgs } from "@remix-run/node";
import { dueDates } from "#app/documents/due-dates.ts";
import { publicDocument } from "#app/http/public-document.server.ts";
import { commitmentPath, journeyPath } from "#app/ui/journey/journey-links.ts";
import { readJourney } from "./read-journey.server.ts";

/** The calendar of what is still owed. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { slug, state, today, fold } = await readJourney(params.slug);
  const { publicUrl } = context;
  const type = "text/calendar; charset=utf-8";
  return publicDocument(
    request,
    [slug, state.size, today, publicUrl],
    { type, filename: `${slug}.ics` },
    () => {
      const { organisation, publishedOn, commitments } = fold();
      return dueDates({
        organisation: organisation.name,
        host: new URL(publicUrl).host,
        publishedOn,
        commitments,
        address: (id) => publicUrl + commitmentPath(journeyPath(slug), id),
      });
    },
  );
}
