import type { LoaderFunctionArgs } from "@remix-run/node";
import { handoutPdf } from "#app/documents/handout-pdf.ts";
import { handoutSlides } from "#app/documents/handout-slides.ts";
import { requireHandoutFile } from "#app/http/handout-file.server.ts";
import { answer, freshness } from "#app/http/plain-answer.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { readHandout } from "./read-handout.server.ts";

/** The published handout as a file. */
export const loader = refusing(async ({ params, context }: LoaderFunctionArgs) => {
  const file = requireHandoutFile(params.file);
  const { slug, organisation, handout } = await readHandout(params.slug);
  const page = `${context.publicUrl}/journeys/${slug}/handout`;
  const bytes = file.print
    ? new Uint8Array(await handoutPdf(handout, { organisation, page, print: file.print }))
    : await handoutSlides(handout, organisation);
  return answer(bytes, { type: file.type, cache: freshness.page, filename: file.name });
});
