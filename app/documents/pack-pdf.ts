import type { Readable } from "node:stream";
import PDFDocument from "pdfkit";
import { type Pack, type PackBlock, packBlocks, packTitle } from "#app/domain/review/pack.ts";
import { measureGeometry } from "./measure-geometry.ts";
import { Typesetter } from "./pdf/typesetter.ts";

type Doc = InstanceType<typeof PDFDocument>;
type Box = { x?: number; width?: number; size?: number; color?: string };
type Parent = ReturnType<Doc["struct"]>;

const margin = 56;
const ink = "#211c2b";
const plum = "#4b1d52";
const grey = "#5d5568";
const sizes = { 1: 24, 2: 17, 3: 13 } as const;
const bodySize = 10.5;
/** Bytes that may wait for a slow reader before the next part is drawn. */
const waiting = 256 * 1024;

/**
 * The pack as a tagged PDF 1.7: language and title, headings, lists, tables with header cells and charts with their words,
 * in reading order. Written page by page while it is read: memory does not grow with the number of commitments.
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
  const pen = new Pen(doc, new Typesetter(doc));
  void drawAll(pen, pack).catch((error: Error) => doc.destroy(error));
  return doc as unknown as Readable;
}

async function drawAll(pen: Pen, pack: Pack): Promise<void> {
  const { doc } = pen;
  const root = doc.struct("Document");
  doc.addStructure(root);
  for (const block of packBlocks(pack)) {
    pen.draw(root, block);
    while ((doc as unknown as Readable).readableLength > waiting) {
      if ((doc as unknown as Readable).destroyed) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  root.end();
  doc.end();
}

class Pen {
  constructor(
    readonly doc: Doc,
    private readonly setter: Typesetter,
  ) {}

  draw(root: Parent, block: PackBlock): void {
    if (block.kind === "heading") this.heading(root, block);
    else if (block.kind === "paragraph") {
      this.tagged(root, "P", () => this.write(block.text));
      this.doc.moveDown(0.6);
    } else if (block.kind === "list") this.list(root, block.items);
    else if (block.kind === "table") this.table(root, block);
    else this.chart(root, block);
  }

  private heading(root: Parent, { level, text }: Extract<PackBlock, { kind: "heading" }>): void {
    const { doc } = this;
    if (level > 1) doc.moveDown(level === 2 ? 1.2 : 0.8);
    // A heading never stands alone at the foot of a page.
    this.need(sizes[level] + 60);
    this.tagged(root, `H${level}`, () => this.write(text, { size: sizes[level], color: plum }));
    doc.moveDown(0.4);
  }

  private list(root: Parent, items: readonly string[]): void {
    const { doc } = this;
    const list = doc.struct("L");
    root.add(list);
    for (const item of items) {
      this.need(30);
      const entry = doc.struct("LI");
      list.add(entry);
      const y = doc.y;
      this.tagged(entry, "Lbl", () => this.write("•", { x: margin, width: 12 }));
      doc.y = y;
      this.tagged(entry, "LBody", () => this.write(item, { x: margin + 14, width: this.width - 14 }));
      doc.moveDown(0.25);
      entry.end();
    }
    list.end();
    doc.x = margin;
    doc.moveDown(0.5);
  }

  private table(root: Parent, { caption, header, rows }: Extract<PackBlock, { kind: "table" }>): void {
    const { doc } = this;
    this.need(70);
    const table = doc.struct("Table");
    root.add(table);
    this.tagged(table, "Caption", () => this.write(caption, { size: bodySize, color: grey }));
    doc.moveDown(0.3);
    const widths = columnWidths([header, ...rows], this.width);
    this.row(table, header, widths, "TH");
    for (const row of rows) this.row(table, row, widths, "TD");
    table.end();
    doc.x = margin;
    doc.moveDown(0.8);
  }

  private row(table: Parent, cells: readonly string[], widths: readonly number[], type: "TH" | "TD"): void {
    const { doc } = this;
    const size = 9;
    const tall = Math.max(...cells.map((cell, index) => this.height(cell, widths[index]! - 8, size))) + 7;
    this.need(tall);
    const top = doc.y;
    const row = doc.struct("TR");
    table.add(row);
    let x = margin;
    cells.forEach((cell, index) => {
      const place = { x, width: widths[index]! - 8, size, color: type === "TH" ? plum : ink };
      doc.y = top + 3;
      this.tagged(row, type, () => this.write(cell, place), type === "TH" ? { scope: "Column" } : {});
      x += widths[index]!;
    });
    row.end();
    doc.markContent("Artifact", { type: "Layout" });
    doc
      .moveTo(margin, top + tall)
      .lineTo(margin + this.width, top + tall)
      .lineWidth(type === "TH" ? 1 : 0.4)
      .stroke(type === "TH" ? ink : "#d9cfc0");
    doc.endMarkedContent();
    doc.y = top + tall;
    doc.x = margin;
  }

  private chart(root: Parent, { title, alt, measure }: Extract<PackBlock, { kind: "chart" }>): void {
    const { doc } = this;
    const height = 150;
    this.need(height + 40);
    this.tagged(root, "P", () => this.write(alt, { color: grey }));
    const top = doc.y + 4;
    const drawing = measureGeometry(measure, this.width, height);
    const at = ({ x, y }: { x: number; y: number }) => [margin + x, top + y] as const;
    const bbox = [margin, top, margin + this.width, top + height];
    this.tagged(
      root,
      "Figure",
      () => {
        doc.lineWidth(0.6).moveTo(...at({ x: drawing.axis.x1, y: drawing.axis.y }));
        doc.lineTo(...at({ x: drawing.axis.x2, y: drawing.axis.y })).stroke("#80757e");
        for (const [from, to] of drawing.targets)
          doc
            .moveTo(...at(from))
            .lineTo(...at(to))
            .lineWidth(1.4)
            .dash(5, { space: 3 })
            .stroke("#875503");
        doc.undash();
        drawing.readings.forEach((point, index) =>
          index === 0 ? doc.moveTo(...at(point)) : doc.lineTo(...at(point)),
        );
        if (drawing.readings.length > 1) doc.lineWidth(1.8).stroke(plum);
        for (const point of drawing.readings) doc.circle(...at(point), 2.6).fill(plum);
        for (const { x, y, text, end } of drawing.labels) {
          const wide = this.setter.width(text, { size: 8 });
          doc.y = top + y - 8;
          this.setter.write(text, { x: margin + x - (end ? wide : 0), width: wide, size: 8, color: grey });
        }
      },
      { alt: `${title}. ${alt}`, bbox, placement: "Block" },
    );
    doc.x = margin;
    doc.y = top + height + 8;
  }

  private get width(): number {
    return this.doc.page.width - 2 * margin;
  }

  /** Starts a page when fewer than this many points are left. */
  private need(points: number): void {
    if (this.doc.y + points > this.doc.page.height - margin) this.doc.addPage();
  }

  private tagged(parent: Parent, type: string, draw: () => void, options: object = {}): void {
    parent.add(this.doc.struct(type as never, options, draw));
  }

  private height(text: string, width: number, size: number): number {
    return this.setter.height(text || "–", { width, size });
  }

  private write(text: string, { x, width = this.width, size = bodySize, color = ink }: Box = {}): void {
    this.setter.write(text || "–", { x: x ?? margin, width, size, color });
  }
}

/** In proportion to the longest text of each column, within reason. */
function columnWidths(rows: readonly (readonly string[])[], whole: number): number[] {
  const columns = rows[0]?.length ?? 0;
  const weights = Array.from({ length: columns }, (_, column) =>
    Math.min(48, Math.max(9, ...rows.map((row) => row[column]?.length ?? 0))),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (weight / sum) * whole);
}
