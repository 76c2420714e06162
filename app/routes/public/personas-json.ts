import type { LoaderFunctionArgs } from "@remix-run/node";
import { type LibraryFile, mostPersonas } from "#app/domain/persona/library-file.ts";
import { json } from "#app/http/plain-answer.server.ts";
import { publicDocument } from "#app/http/public-document.server.ts";
import { listPublishedPersonas } from "#db/record.server.ts";

/** The open library for other installations; what was taken back is a tombstone, and the examples of demonstrations stand apart, for no import. Further pages by `?after=<id>`. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const after = (new URL(request.url).searchParams.get("after") ?? "").slice(0, 40);
  const found = await listPublishedPersonas(after, mostPersonas);
  const entries = found.flatMap(({ id, organisation, content }) =>
    content ? [{ id, publishedBy: organisation, persona: content }] : [],
  );
  const library: LibraryFile = {
    format: "kept-persona-library",
    version: 1,
    source: `${context.publicUrl}/personas`,
    personas: entries.filter(({ persona }) => !persona.example),
    takenBack: found.flatMap(({ id, content }) => (content ? [] : [{ id }])),
    examples: entries.filter(({ persona }) => persona.example),
  };
  const last = found.length === mostPersonas ? found.at(-1) : undefined;
  const links = [
    `<${context.publicUrl}/personas/schema.json>; rel="describedby"`,
    ...(last ? [`<${context.publicUrl}/personas.json?after=${last.id}>; rel="next"`] : []),
  ];
  const text = JSON.stringify(library, null, 2);
  return publicDocument(request, [text], { type: json, headers: { Link: links.join(", ") } }, () => text);
};
