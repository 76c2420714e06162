import type { LoaderFunctionArgs } from "@remix-run/node";
import { badgeImage } from "#app/documents/badge.ts";
import { publicDocument } from "#app/http/public-document.server.ts";
import { readJourney } from "./read-journey.server.ts";

/** The badge that other sites may show. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const { slug, state, today, fold } = await readJourney(params.slug);
  return publicDocument(request, ["badge", slug, state.size, today], { type: "image/svg+xml" }, () => {
    const { organisation, figures } = fold();
    return badgeImage({ organisation: organisation.name, figures });
  });
}
