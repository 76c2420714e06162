import type { Readable } from "node:stream";
import PDFDocument from "pdfkit";
import { type Pack, type PackBlock, packBlocks, packTitle } from "#app/domain/review/pack.ts";
import { margin, numberPages } from "./pdf/page-feet.ts";
import { Pen } from "./pdf/pen.ts";
import { Typesetter } from "./pdf/typesetter.ts";

/** Bytes that may wait for a slow reader before the next part is drawn. */
const waiting = 256 * 1024;

/**
 * The pack as a tagged PDF 1.7: language and title, bookmarks, headings, lists, tables with header cells and charts with their
 * words, in reading order. Written page by page while it is read: memory does not grow with the number of commitments.
 */
export function packPdf(pack: Pack): Readable {
  const doc = new PDFDocument({
    size: "A4",
    margin,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    info: { Title: packTitle(pack), Author: pack.journey.organisation.name, Creator: "Kept" },
  });
  const setter = new Typesetter(doc);
  numberPages(doc, setter, packTitle(pack));
  void drawAll(doc, setter, pack).catch((error: Error) => doc.destroy(error));
  return doc as unknown as Readable;
}

async function drawAll(doc: InstanceType<typeof PDFDocument>, setter: Typesetter, pack: Pack): Promise<void> {
  const pen = new Pen(doc, setter);
  const root = doc.struct("Document");
  doc.addStructure(root);
  const note = undrawable(setter, pack);
  for (const block of packBlocks(pack)) {
    // Where the pack says where it comes from it also says what it lacks: before the summary.
    if (note && block.kind === "heading" && block.level === 2 && block.text === "Summary")
      pen.draw(root, { kind: "paragraph", text: note });
    pen.draw(root, block);
    // Other people's requests have their turn between two parts.
    await new Promise((resolve) => setImmediate(resolve));
    while ((doc as unknown as Readable).readableLength > waiting) {
      if ((doc as unknown as Readable).destroyed) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  root.end();
  pen.end();
  doc.end();
}

const plainLetters = /^[\n\x20-\x7e\u00a0-\u00ff\u2010-\u201f\u2026]*$/;
const named = 5;

/** A sentence for the letters that no font of ours has; undefined when all can be drawn. */
function undrawable(setter: Typesetter, pack: Pack): string | undefined {
  const missing = new Set<string>();
  for (const block of packBlocks(pack))
    for (const text of textsOf(block))
      if (!plainLetters.test(text)) for (const letter of setter.missing(text)) missing.add(letter);
  if (missing.size === 0) return undefined;
  const codes = [...missing]
    .slice(0, named)
    .map((letter) => `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`);
  const which = `${codes.join(", ")}${missing.size > named ? ` and ${missing.size - named} more` : ""}`;
  return `Not every letter could be drawn here: where [?] stands, the original has one that none of our fonts holds (${which}). Read those words on the page in Kept or in the Word document.`;
}

function textsOf(block: PackBlock): string[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return [block.text];
    case "list":
      return block.items;
    case "table":
      return [block.caption, ...block.header, ...block.rows.flat()];
    case "chart":
      return [block.title, block.alt];
  }
}
