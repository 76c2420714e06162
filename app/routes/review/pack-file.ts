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
  if (format === "docx")
    return answer(new Uint8Array(await packDocx(pack)), { type: word, cache: "no-store", filename });
  const body = Readable.toWeb(packPdf(pack)) as ReadableStream<Uint8Array>;
  return answer(body, { type: "application/pdf", cache: "no-store", filename });
});
