import { Readable } from "node:stream";
import { renderToStaticMarkup } from "react-dom/server";
import { measureGeometry } from "#app/documents/measure-geometry.ts";
import { escapeMarkup } from "#app/documents/markup.ts";
import { type Pack, type PackBlock, packBlocks, packTitle } from "#app/domain/review/pack.ts";
import { type DrawnBlock, PackPart } from "#app/ui/review/pack-part.tsx";

/** Letters gathered before they are handed over. */
const piece = 32 * 1024;

type Frame = { stylesheets: readonly string[]; /** Address of the board view. */ base: string };

/**
 * The pack as one page to read and print, written part by part while it is read: memory does not grow with the number of
 * commitments, and nothing but the pack is on the page.
 */
export function packHtml(pack: Pack, frame: Frame): Readable {
  return Readable.from(pieces(pack, frame), { objectMode: false });
}

function* pieces(pack: Pack, frame: Frame): Generator<Buffer> {
  let waiting = start(pack, frame);
  for (const block of packBlocks(pack)) {
    waiting += renderToStaticMarkup(<PackPart block={drawn(block)} />);
    if (waiting.length < piece) continue;
    yield Buffer.from(waiting);
    waiting = "";
  }
  yield Buffer.from(`${waiting}</main></body></html>\n`);
}

/** A chart is worked out here, so that the page needs nothing of the measure. */
export function drawn(block: PackBlock): DrawnBlock {
  if (block.kind !== "chart") return block;
  return { ...block, measure: undefined, drawing: measureGeometry(block.measure, 640, 200) };
}

function start(pack: Pack, { stylesheets, base }: Frame): string {
  const links = stylesheets.map((href) => `<link rel="stylesheet" href="${escapeMarkup(href)}">`).join("");
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escapeMarkup(packTitle(pack))} – Kept</title>${links}<link rel="icon" href="/favicon.svg" type="image/svg+xml"></head><body class="pack-document"><nav class="no-print" aria-label="Pack"><a href="${escapeMarkup(base)}">Board view</a> <a href="${escapeMarkup(base)}/pack/board-pack.pdf">PDF</a> <a href="${escapeMarkup(base)}/pack/board-pack.docx">Word document</a></nav><main class="stack pack">`;
}
