import type { LoaderFunctionArgs } from "@remix-run/node";
import { handoutPdf } from "#app/documents/handout-pdf.ts";
import { handoutSlides } from "#app/documents/handout-slides.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { requireHandoutFile } from "#app/http/handout-file.server.ts";
import { answer } from "#app/http/plain-answer.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireWorkspace } from "#app/http/require-scope.server.ts";
import { listHandouts } from "#db/handout.server.ts";

/** The newest handout as a file, also before it is public. */
export const loader = refusing(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { scope, organisation } = await requireWorkspace(request, params.organisation);
  const file = requireHandoutFile(params.file);
  const [handout] = await listHandouts(scope);
  if (!handout) throw Refusal.notFound("handout");
  const page = `${context.publicUrl}/journeys/${organisation.slug}/handout`;
  const bytes = file.print
    ? new Uint8Array(await handoutPdf(handout, { organisation: organisation.name, page, print: file.print }))
    : await handoutSlides(handout, organisation.name);
  return answer(bytes, { type: file.type, cache: "private, no-store", filename: file.name });
});
