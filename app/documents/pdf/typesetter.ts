import bidiFactory from "bidi-js";
import type PDFDocument from "pdfkit";
import { breakLines } from "./break-lines.ts";
import { openFace, type Face } from "./face.ts";
import { chineseFamily, families, type Family, type Weight } from "./families.ts";

type Doc = InstanceType<typeof PDFDocument>;
type Direction = "ltr" | "rtl";

export type Setting = {
  /** Left edge and width, in points; the page's margins unless said. */
  x?: number;
  width?: number;
  /** In points. */
  size: number;
  color?: string;
  weight?: Weight;
  /** The paragraph's direction; without it the first strong letter decides. */
  direction?: Direction;
  /** Distance of base lines, in ems; taller faces take what they need. */
  leading?: number;
};

type Run = { start: number; end: number; level: number; face: Face };
type Laid = { text: string; mirrored: Map<number, string>; base: number; runs: Run[]; lines: Line[] };
type Line = { start: number; end: number; ascent: number; height: number };

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const rightToLeftLetters =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Stands for a letter that no face has. Ask `missing` first, and say so. */
const placeholder = "[?]";

/**
 * Sets text of any script that the families have, in a pdfkit document: letters joined and stacked by their font, words from
 * right to left where they run so (Unicode Bidirectional Algorithm), lines broken between words or letters. Fonts are
 * embedded as they are met.
 */
export class Typesetter {
  private readonly faces = new Map<string, Face>();
  private readonly widths = new Map<string, number>();

  constructor(private readonly doc: Doc) {}

  /** The letters of a text that no face can draw, each once. */
  missing(text: string): string[] {
    const found = [...graphemes.segment(clean(text))]
      .map(({ segment }) => segment)
      .filter((letter) => !/^\s+$/.test(letter) && !this.faceFor(letter, 400));
    return [...new Set(found)];
  }

  /** Height in points that a text would take. */
  height(text: string, setting: Setting): number {
    return this.lay(text, setting).lines.reduce((sum, { height }) => sum + height, 0);
  }

  /** Width in points of a text on one line. */
  width(text: string, setting: Setting): number {
    const laid = this.lay(text, { ...setting, width: Number.MAX_SAFE_INTEGER });
    return laid.runs.reduce((sum, run) => sum + this.widthOf(laid, run, setting.size), 0);
  }

  /** Sets a paragraph from `doc.y` down, on as many pages as it takes, and leaves `doc.y` under it. */
  write(text: string, setting: Setting): void {
    const { doc } = this;
    const laid = this.lay(text, setting);
    const x = setting.x ?? doc.page.margins.left;
    const width = setting.width ?? doc.page.width - doc.page.margins.right - x;
    for (const line of laid.lines) {
      // What is tagged goes on being tagged on the next page.
      if (doc.y + line.height > doc.page.height - doc.page.margins.bottom) doc.continueOnNewPage();
      const top = doc.y;
      this.draw(laid, line, { x, width, baseline: top + line.ascent, setting });
      doc.y = top + line.height;
    }
    doc.x = doc.page.margins.left;
  }

  private draw(
    laid: Laid,
    line: Line,
    { x, width, baseline, setting }: { x: number; width: number; baseline: number; setting: Setting },
  ): void {
    const { doc } = this;
    // The space at which a line breaks is set too, unseen: whoever copies or hears the text gets two words, not one.
    const end = laid.text[line.end] === " " ? line.end + 1 : line.end;
    const runs = inVisualOrder(clipped(laid.runs, { start: line.start, end }));
    const widths = runs.map((run) => this.widthOf(laid, run, setting.size));
    let at = laid.base === 1 ? x + width - widths.reduce((sum, each) => sum + each, 0) : x;
    doc.fontSize(setting.size).fillColor(setting.color ?? "#000000");
    runs.forEach((run, i) => {
      doc.font(run.face.id);
      // Features switch off pdfkit's own way, word by word from left to right.
      doc.text(visible(laid, run), at, baseline, { lineBreak: false, baseline: "alphabetic", features: [] });
      at += widths[i]!;
    });
  }

  private widthOf(laid: Laid, run: Run, size: number): number {
    const text = visible(laid, run);
    const key = `${run.face.id} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      width = this.doc.font(run.face.id).fontSize(1000).widthOfString(text, { features: [] });
      this.widths.set(key, width);
    }
    return (width * size) / 1000;
  }

  private lay(raw: string, setting: Setting): Laid {
    const { size, weight = 400, leading = 1.35 } = setting;
    const { doc } = this;
    const x = setting.x ?? doc.page.margins.left;
    const width = setting.width ?? doc.page.width - doc.page.margins.right - x;
    const text = this.drawable(clean(raw), weight);
    const embedding = bidi.getEmbeddingLevels(text, setting.direction);
    const base = embedding.paragraphs[0]?.level ?? 0;
    const mirrored = bidi.getMirroredCharactersMap(text, embedding.levels);
    const runs = this.runsOf(text, embedding.levels, weight);
    const laid: Laid = { text, mirrored, base, runs, lines: [] };
    const measure = (start: number, end: number) =>
      clipped(runs, { start, end }).reduce((sum, run) => sum + this.widthOf(laid, run, size), 0);
    for (const { start, end } of breakLines(text, width, measure)) {
      const faces = clipped(runs, { start, end }).map(({ face }) => face);
      const ascent = Math.max(0, ...faces.map((face) => face.ascent));
      const descent = Math.max(0, ...faces.map((face) => face.descent));
      const height = Math.max(leading, ascent + descent);
      // What is left over of the leading goes half above and half below.
      const above = ascent + (height - ascent - descent) / 2;
      laid.lines.push({ start, end, ascent: above * size, height: height * size });
    }
    return laid;
  }

  private drawable(text: string, weight: Weight): string {
    return [...graphemes.segment(text)]
      .map(({ segment }) => (this.faceFor(segment, weight) ? segment : placeholder))
      .join("");
  }

  private runsOf(text: string, levels: Uint8Array, weight: Weight): Run[] {
    const runs: Run[] = [];
    for (const { segment, index } of graphemes.segment(text)) {
      const last = runs.at(-1);
      const end = index + segment.length;
      const level = levels[index]!;
      const points = pointsOf(segment);
      const neutral = /^[\p{P}\p{Z}\p{S}\p{N}]+$/u.test(segment);
      // Spaces and points stay in the face of the word before them, so that it keeps its look.
      const face =
        neutral && last && points.every((point) => last.face.has(point))
          ? last.face
          : this.faceFor(segment, weight)!;
      if (last && last.level === level && last.face === face) last.end = end;
      else runs.push({ start: index, end, level, face });
    }
    return runs;
  }

  private faceFor(letter: string, weight: Weight): Face | undefined {
    const points = pointsOf(letter);
    const has = (family: Family | undefined) => {
      const face = family && this.open(family, weight);
      return face && points.every((point) => face.has(point)) ? face : undefined;
    };
    for (const family of families) {
      const face = family.holds.test(letter) ? has(family) : undefined;
      if (face) return face;
    }
    return has(chineseFamily(points[0]!));
  }

  private open(family: Family, weight: Weight): Face {
    const key = `${family.name} ${weight}`;
    let face = this.faces.get(key);
    if (!face) {
      face = openFace(this.doc, family, weight);
      this.faces.set(key, face);
    }
    return face;
  }
}

function clean(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").replace(unseen, "").trim();
}

/** Joiners and variation selectors shape their neighbours and have no picture of their own. */
function pointsOf(letter: string): number[] {
  const points = [...letter].map((each) => each.codePointAt(0)!);
  const seen = points.filter(
    (point) =>
      !(
        point === 0x200c ||
        point === 0x200d ||
        point === 0x200e ||
        point === 0x200f ||
        (point >= 0xfe00 && point <= 0xfe0f)
      ),
  );
  return seen.length > 0 ? seen : [0x20];
}

function clipped(runs: readonly Run[], { start, end }: { start: number; end: number }): Run[] {
  return runs
    .filter((run) => run.start < end && run.end > start)
    .map((run) => ({ ...run, start: Math.max(run.start, start), end: Math.min(run.end, end) }));
}

/** Rule L2 of the Unicode Bidirectional Algorithm, on runs: from the highest level down, what is at least that high is turned round. */
function inVisualOrder(runs: readonly Run[]): Run[] {
  const order = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1)
    for (let from = 0; from < order.length; from += 1) {
      let to = from;
      while (to < order.length && order[to]!.level >= level) to += 1;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = Math.max(from, to);
    }
  return order;
}

/**
 * A run as its font gets it. Fonts turn Arabic and Hebrew letters round themselves; points and brackets between them are turned
 * here. They turn Arabic numerals round as well, which run from left to right: those go in backwards.
 */
function visible({ text, mirrored }: Laid, { start, end, level }: Run): string {
  const words = text.slice(start, end);
  if (level % 2 === 0)
    return rightToLeftLetters.test(words)
      ? [...graphemes.segment(words)]
          .map(({ segment }) => segment)
          .reverse()
          .join("")
      : words;
  const letters = [...graphemes.segment(words)].map(
    ({ segment, index }) => mirrored.get(start + index) ?? segment,
  );
  return letters.some((letter) => rightToLeftLetters.test(letter))
    ? letters.join("")
    : letters.reverse().join("");
}
