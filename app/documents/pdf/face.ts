import type PDFDocument from "pdfkit";
import { encodeGlyph } from "./encode-glyph.ts";
import { readPackage, type Family, type Weight } from "./families.ts";
import { openFont, type Font, type Glyph, type Subset } from "./fontkit.ts";
import { spelling } from "./spelling.ts";

type Doc = InstanceType<typeof PDFDocument>;

type Fonts = { _font: Embedded; _fontFamilies: Record<string, Embedded> };
/** pdfkit's side of a font in one document. */
type Embedded = {
  name: string;
  font: Font;
  subset: Subset;
  scale: number;
  widths: number[];
  unicode: number[][];
  layout(text: string, features: unknown): { glyphs: Glyph[]; positions: unknown[] };
  encode(text: string, features: unknown): [string[], unknown[]];
};

/** A font in one document, at one weight. */
export type Face = {
  /** The name under which the document knows it. */
  id: string;
  /** Above and below the line, in ems. */
  ascent: number;
  descent: number;
  has(point: number): boolean;
};

/**
 * Embeds a font of an installed package in a document. Only the letters that are used go into the file. fontkit cannot cut a
 * subset out of a compressed (WOFF2) font, because its composite glyphs lose their place, so each outline is written anew.
 */
export function openFace(doc: Doc, family: Family, weight: Weight): Face {
  const id = `${family.name} ${weight}`;
  const bytes = readPackage(family.file(weight));
  const font = openFont(bytes, family.variable ? weight : undefined);
  doc.registerFont(id, bytes);
  doc.font(id);
  const { _font: embedded, _fontFamilies: known } = doc as unknown as Fonts;
  // pdfkit takes two weights of a variable font for one, because they share a name.
  if (known[embedded.name] === embedded) delete known[embedded.name];
  embedded.font = font;
  embedded.subset = font.createSubset();
  writeOutlines(embedded.subset);
  spellUses(embedded);
  return {
    id,
    ascent: font.ascent / font.unitsPerEm,
    descent: -font.descent / font.unitsPerEm,
    has: (point) => font.hasGlyphForCodePoint(point),
  };
}

function writeOutlines(subset: Subset): void {
  subset._addGlyph = function (this: Subset, id) {
    const glyph = this.font.getGlyph(id);
    const outline = encodeGlyph(glyph.path.commands);
    this.glyf.push(outline);
    this.loca.offsets.push(this.offset);
    // The side bearing is where the outline begins, or readers of the font would shift it.
    const bearing = outline.length > 0 ? new DataView(outline.buffer).getInt16(2) : 0;
    this.hmtx.metrics.push({ advance: glyph.advanceWidth, bearing });
    this.offset += outline.length;
    return this.glyf.length - 1;
  };
}

/** A glyph that is used for different letters goes in once for each, so that whoever copies or hears the text gets the right ones. */
function spellUses(embedded: Embedded): void {
  const uses = new Map<string, number>();
  embedded.encode = (text, features) => {
    const { glyphs, positions } = embedded.layout(text, features);
    const spelt = spelling(text, glyphs);
    const codes = glyphs.map((glyph, i) => {
      const key = `${glyph.id} ${spelt[i]!.join(" ")}`;
      let use = uses.get(key);
      if (use === undefined) {
        use = embedded.subset.glyphs.push(glyph.id) - 1;
        uses.set(key, use);
        embedded.widths[use] = glyph.advanceWidth * embedded.scale;
        embedded.unicode[use] = spelt[i]!;
      }
      return use.toString(16).padStart(4, "0");
    });
    return [codes, positions];
  };
}
