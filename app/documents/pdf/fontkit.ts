import { create } from "fontkit";
import type { OutlineCommand } from "./encode-glyph.ts";

/** What is used of fontkit's fonts, some of it from behind their public face; the package brings no types. */
export type Font = {
  ascent: number;
  descent: number;
  unitsPerEm: number;
  variationCoords: number[] | null;
  _variationProcessor: { transformPoints(id: number, points: Point[]): void } | null;
  _transformedGlyphs?: (Outline | undefined)[];
  _layoutEngine: { engine?: { GPOSProcessor?: Positioner } };
  createSubset(): Subset;
  getGlyph(id: number, letters?: number[]): Glyph;
  hasGlyphForCodePoint(point: number): boolean;
  _getBaseGlyph(id: number, letters?: number[]): Glyph | null;
};
export type Glyph = {
  id: number;
  codePoints: number[];
  path: { commands: OutlineCommand[] };
  cbox: unknown;
  bbox: unknown;
  advanceWidth: number;
};
export type Subset = {
  font: Font;
  glyphs: number[];
  glyf: Uint8Array[];
  loca: { offsets: number[]; version: number };
  hmtx: { metrics: { advance: number; bearing: number }[] };
  offset: number;
  _addGlyph(id: number): number;
};
type Point = { x: number; y: number; endContour: boolean; copy(): Point };
type Outline = { points?: Point[]; components?: { dx: number; dy: number }[] };
type Positioner = { applyAnchor(mark: unknown, base: unknown, index: number): void };

/**
 * A font as pdfkit needs it.
 * @param weight of a variable font
 */
export function openFont(bytes: Uint8Array, weight?: number): Font {
  const font = create(bytes) as Font;
  if (weight !== undefined) setWeight(font, weight);
  nameEachUse(font);
  skipEmptyAnchors(font);
  return font;
}

/** fontkit varies the outlines of plain fonts only; for a compressed (WOFF2) one its own deltas are applied as each glyph is met. */
function setWeight(font: Font, weight: number): void {
  // The outlines are unpacked while there is no variation yet: unpacking and varying at once fails in fontkit.
  Object.defineProperty(font, "_variationProcessor", { value: null, configurable: true });
  font._getBaseGlyph(0);
  Reflect.deleteProperty(font, "_variationProcessor");
  font.variationCoords = [weight];
  const plain = font._getBaseGlyph.bind(font);
  const varied = new Set<number>();
  font._getBaseGlyph = (id, letters) => {
    const outline = font._transformedGlyphs?.[id];
    if (outline && !varied.has(id)) {
      varied.add(id);
      vary(font, id, outline);
    }
    return plain(id, letters);
  };
}

function vary(font: Font, id: number, { points = [], components = [] }: Outline): void {
  // Four phantom points end every glyph's deltas. They move metrics, which come from the font's own table here.
  const phantoms = Array.from({ length: 4 }, () => movable(0, 0));
  const parts = components.map(({ dx, dy }) => movable(dx, dy));
  font._variationProcessor?.transformPoints(id, [...(points.length > 0 ? points : parts), ...phantoms]);
  components.forEach((component, i) => Object.assign(component, { dx: parts[i]!.x, dy: parts[i]!.y }));
}

function movable(x: number, y: number): Point {
  return {
    x,
    y,
    endContour: true,
    copy() {
      return movable(this.x, this.y);
    },
  };
}

/**
 * One glyph can stand for several letters. fontkit remembers the first that it met; here each use keeps its own. What is worked
 * out of the outline is worked out on the glyph that all uses share: on each use it would be done again.
 */
function nameEachUse(font: Font): void {
  const plain = font.getGlyph.bind(font);
  const known = new Set<Glyph>();
  font.getGlyph = (id, letters) => {
    const glyph = plain(id, letters);
    if (!known.has(glyph)) {
      known.add(glyph);
      for (const property of ["path", "cbox", "bbox", "advanceWidth"] as const) void glyph[property];
    }
    return letters ? (Object.create(glyph, { codePoints: { value: letters } }) as Glyph) : glyph;
  };
}

/** A mark may find no anchor on what it follows, which OpenType allows. fontkit would throw; it stays where it is. */
function skipEmptyAnchors(font: Font): void {
  const positioner = font._layoutEngine.engine?.GPOSProcessor;
  if (!positioner) return;
  const attach = positioner.applyAnchor.bind(positioner);
  positioner.applyAnchor = (mark, base, index) => {
    if (base) attach(mark, base, index);
  };
}
