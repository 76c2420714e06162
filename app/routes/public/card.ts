import type { LoaderFunctionArgs } from "@remix-run/node";
import { cardPage } from "#app/documents/card.ts";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import { publicDocument } from "#app/http/public-document.server.ts";
import { journeyPath } from "#app/ui/journey/journey-links.ts";
import { readJourney } from "./read-journey.server.ts";

/** The card that other sites may frame. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { slug, state, today, fold } = await readJourney(params.slug);
  const { publicUrl } = context;
  const type = "text/html; charset=utf-8";
  return publicDocument(request, ["card", slug, state.size, today, publicUrl], { type }, () => {
    const { organisation, figures, publishedOn } = fold();
    return cardPage({
      organisation: organisation.name,
      demonstration: organisation.demonstration,
      page: publicUrl + journeyPath(slug),
      figures,
      published: writtenDay(publishedOn),
    });
  });
}
