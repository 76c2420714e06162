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

const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The pack to take away: board-pack.pdf or board-pack.docx. */
export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const format = /^board-pack\.(pdf|docx)$/.exec(params.file ?? "")?.[1];
  if (!format) throw Refusal.notFound("file");
  const day = today();
  const pack = await readPack(scope, day);
  const filename = `board-pack-${params.organisation}-${day}.${format}`;
  const stream = format === "docx" ? packDocx(pack) : packPdf(pack);
  const body = Readable.toWeb(stream) as ReadableStream<Uint8Array>;
  const type = format === "docx" ? word : "application/pdf";
  return answer(body, { type, cache: "no-store", filename });
});
