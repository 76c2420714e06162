import type { LoaderFunctionArgs } from "@remix-run/node";
import { Refusal } from "#app/domain/refusal.ts";
import { fileResponse } from "#app/http/file-response.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { openPublishedEvidence } from "#db/record.server.ts";

/** A published file, as a download. It is looked up each time, so that withdrawn evidence is gone at once. */
export const loader = refusing(async ({ params }: LoaderFunctionArgs) => {
  const file = await openPublishedEvidence(params.sha256 ?? "");
  if (!file) throw Refusal.notFound("file");
  return fileResponse({ ...file, stream: file.stream(), cache: "public" });
});
