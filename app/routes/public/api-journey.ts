import type { LoaderFunctionArgs } from "@remix-run/node";
import { journeyAnswer } from "#app/documents/api.ts";
import { json } from "#app/http/plain-answer.server.ts";
import { publicDocument } from "#app/http/public-document.server.ts";
import { readJourney } from "./read-journey.server.ts";

/** One journey as data. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { slug, state, today, fold } = await readJourney(params.slug);
  const { publicUrl } = context;
  return publicDocument(request, ["api", slug, state.size, today, publicUrl], { type: json }, () =>
    JSON.stringify(journeyAnswer(publicUrl, slug, fold())),
  );
}
