import type { LoaderFunctionArgs } from "@remix-run/node";
import { commitmentAnswer } from "#app/documents/api.ts";
import { json } from "#app/http/plain-answer.server.ts";
import { publicDocument } from "#app/http/public-document.server.ts";
import { findCommitment, readJourney } from "./read-journey.server.ts";

/** One commitment as data. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { slug, state, today, fold } = await readJourney(params.slug);
  const { publicUrl } = context;
  const commitment = findCommitment(fold(), params.id!);
  const parts = ["api", slug, commitment.id, state.size, today, publicUrl];
  return publicDocument(request, parts, { type: json }, () =>
    JSON.stringify(commitmentAnswer(publicUrl, slug, commitment)),
  );
}
