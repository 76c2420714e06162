import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { packDocx } from "#app/documents/pack-docx.ts";
import { packPdf } from "#app/documents/pack-pdf.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { answer } from "#app/http/plain-answer.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { readPack } from "#db/pack.server.ts";
import desk from "#app/ui/styles/desk.css?url";
import kept from "#app/ui/styles/kept.css?url";
import { packHtml } from "./pack-html.server.tsx";

const types = {
  html: "text/html; charset=utf-8",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

/** The whole pack: board-pack.html to read and print, board-pack.pdf and board-pack.docx to take away. */
export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const format = /^board-pack\.(html|pdf|docx)$/.exec(params.file ?? "")?.[1] as
    keyof typeof types | undefined;
  if (!format) throw Refusal.notFound("file");
  const day = today();
  const pack = await readPack(scope, day);
  const stream = {
    html: () => packHtml(pack, { stylesheets: [kept, desk], base: `/o/${params.organisation}/board` }),
    pdf: () => packPdf(pack),
    docx: () => packDocx(pack),
  }[format]();
  const body = Readable.toWeb(stream) as ReadableStream<Uint8Array>;
  return answer(body, {
    type: types[format],
    cache: "no-store",
    ...(format === "html" ? {} : { filename: `board-pack-${params.organisation}-${day}.${format}` }),
  });
});
