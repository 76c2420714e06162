import type { LoaderFunctionArgs } from "@remix-run/node";
import { librarySchema } from "#app/domain/persona/library-file.ts";
import { publicDocument } from "#app/http/public-document.server.ts";

/** The JSON Schema of the library file. */
export const loader = ({ request, context }: LoaderFunctionArgs) => {
  const text = JSON.stringify(librarySchema(`${context.publicUrl}/personas/schema.json`), null, 2);
  return publicDocument(request, [text], { type: "application/schema+json" }, () => text);
};
