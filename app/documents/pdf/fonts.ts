import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type PDFDocument from "pdfkit";
import { encodeGlyph, type OutlineCommand } from "./encode-glyph.ts";

type Doc = InstanceType<typeof PDFDocument>;

/** The two parts in which the family is packed: Western European letters, and the rest of the Latin ones (Welsh ŵ, Polish ł, Yorùbá ẹ). */
const parts = ["latin", "latin-ext"] as const;
export type FontPart = (typeof parts)[number];

type Glyph = {
  path: { commands: OutlineCommand[] };
  advanceWidth: number;
  _getMetrics(): { leftBearing: number };
};
type Subset = {
  font: { getGlyph(id: number): Glyph };
  glyf: Uint8Array[];
  loca: { offsets: number[]; version: number };
  hmtx: { metrics: { advance: number; bearing: number }[] };
  offset: number;
  _addGlyph(id: number): number;
};
type Embedded = {
  subset: Subset;
  font: {
    characterSet: number[];
    glyphForCodePoint(point: number): unknown;
    hasGlyphForCodePoint(point: number): boolean;
  };
};

const bytes = new Map<FontPart, Buffer>();

function fileOf(part: FontPart): Buffer {
  const known = bytes.get(part);
  if (known) return known;
  const name = `@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${part}-wght-normal.woff2`;
  // From where the app was started, because the bundle lies elsewhere than this file.
  const read = readFileSync(createRequire(`${process.cwd()}/package.json`).resolve(name));
  bytes.set(part, read);
  return read;
}

/**
 * Registers the text face in both parts and returns what splits a text into runs that each part can draw. fontkit cannot cut
 * a subset out of a compressed (WOFF2) font: its composite glyphs lose their place. So each glyph's outline is written anew.
 */
export function registerFonts(doc: Doc): (text: string) => { part: FontPart; text: string }[] {
  const covers = new Map<FontPart, Embedded["font"]>();
  for (const part of parts) {
    doc.registerFont(part, fileOf(part));
    doc.font(part);
    const embedded = (doc as unknown as { _font: Embedded })._font;
    writeOutlines(embedded.subset);
    // A letter first met as a part of another (the e of é) would have no meaning for whoever copies or hears the text.
    for (const point of embedded.font.characterSet) embedded.font.glyphForCodePoint(point);
    covers.set(part, embedded.font);
  }
  return (text) => runsOf(text, (part, point) => covers.get(part)!.hasGlyphForCodePoint(point));
}

function writeOutlines(subset: Subset): void {
  subset._addGlyph = function (this: Subset, id) {
    const glyph = this.font.getGlyph(id);
    const outline = encodeGlyph(glyph.path.commands);
    this.glyf.push(outline);
    this.loca.offsets.push(this.offset);
    this.hmtx.metrics.push({ advance: glyph.advanceWidth, bearing: glyph._getMetrics().leftBearing });
    this.offset += outline.length;
    return this.glyf.length - 1;
  };
}

/** What no part can draw becomes “?”, as a reader can see; the other forms of the pack have every letter. */
function runsOf(text: string, covers: (part: FontPart, point: number) => boolean) {
  const runs: { part: FontPart; text: string }[] = [];
  for (const letter of text.normalize("NFC").replace(/\s+/g, " ")) {
    const point = letter.codePointAt(0)!;
    const current = runs.at(-1);
    const part =
      current && covers(current.part, point) ? current.part : parts.find((one) => covers(one, point));
    const drawn = part ? letter : "?";
    const use = part ?? current?.part ?? "latin";
    if (current?.part === use) current.text += drawn;
    else runs.push({ part: use, text: drawn });
  }
  return runs;
}
