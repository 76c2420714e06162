import type { LoaderFunctionArgs } from "@remix-run/node";
import { entriesAnswer } from "#app/documents/api.ts";
import { publicEntries } from "#app/domain/record/public-entries.ts";
import { json, refuse } from "#app/http/plain-answer.server.ts";
import { publicDocument } from "#app/http/public-document.server.ts";
import { readJourney } from "./read-journey.server.ts";

/** A record's entries as data, oldest first, from the one after `?after=` on. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { slug, state } = await readJourney(params.slug);
  const after = new URL(request.url).searchParams.get("after") ?? "";
  if (!/^\d{0,9}$/.test(after))
    return refuse(400, "“after” must be the number of an entry: 0, 1, 2 and so on.");
  const { publicUrl } = context;
  return publicDocument(request, ["entries", slug, state.size, publicUrl, after], { type: json }, () =>
    JSON.stringify(entriesAnswer(publicUrl, slug, publicEntries(state), after === "" ? -1 : Number(after))),
  );
}
