import type { LoaderFunctionArgs } from "@remix-run/node";
import { openApiDocument } from "#app/documents/openapi.ts";
import { json } from "#app/http/plain-answer.server.ts";
import { publicDocument } from "#app/http/public-document.server.ts";

/** What the API offers, for people and programs that write against it. */
export function loader({ request, context: { publicUrl } }: LoaderFunctionArgs) {
  return publicDocument(request, ["openapi", publicUrl], { type: json }, () => openApiDocument(publicUrl));
}
