import type { LoaderFunctionArgs } from "@remix-run/node";
import { Refusal } from "#app/domain/refusal.ts";
import { fileResponse } from "#app/http/file-response.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { openEvidence, requireEvidence } from "#db/evidence.server.ts";

/** A file of the workspace, for members alone. The public's copy is served from the record. */
export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const row = await requireEvidence(scope, params.id ?? "", params.evidenceId ?? "");
  const file = row.fileSha256 ? await openEvidence(row.fileSha256) : undefined;
  if (!file) throw Refusal.notFound("file");
  return fileResponse({
    name: row.fileName ?? "evidence",
    type: row.fileType ?? "application/octet-stream",
    size: file.size,
    stream: file.stream(),
    cache: "private",
  });
});
