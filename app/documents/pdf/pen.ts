import type PDFDocument from "pdfkit";
import type { PackBlock } from "#app/domain/review/pack.ts";
import { measureGeometry } from "../measure-geometry.ts";
import { Bookmarks } from "./bookmarks.ts";
import type { Weight } from "./families.ts";
import { margin } from "./page-feet.ts";
import type { Typesetter } from "./typesetter.ts";

type Doc = InstanceType<typeof PDFDocument>;
type Box = { x?: number; width?: number; size?: number; color?: string; weight?: Weight };
type Parent = ReturnType<Doc["struct"]>;
type Table = Extract<PackBlock, { kind: "table" }>;
type Columns = { header: readonly string[]; widths: readonly number[] };

const ink = "#211c2b";
const plum = "#4b1d52";
const grey = "#5d5568";
const sizes = { 1: 24, 2: 17, 3: 13, 4: 11 } as const;
const bodySize = 10.5;
const cellSize = 9;

/** Draws the parts of a pack, each tagged with what it is, and starts pages as they fill. */
export class Pen {
  private readonly bookmarks: Bookmarks;

  constructor(
    readonly doc: Doc,
    private readonly setter: Typesetter,
  ) {
    this.bookmarks = new Bookmarks(doc);
  }

  /** Call it once all is drawn, before the document ends. */
  end(): void {
    this.bookmarks.end();
  }

  draw(root: Parent, block: PackBlock): void {
    if (block.kind === "heading") this.heading(root, block);
    else if (block.kind === "paragraph") {
      this.tagged(root, "P", () => this.write(block.text));
      this.doc.moveDown(0.6);
    } else if (block.kind === "list") this.list(root, block.items);
    else if (block.kind === "table") this.table(root, block);
    else this.chart(root, block);
  }

  private heading(root: Parent, { level, text, newPage }: Extract<PackBlock, { kind: "heading" }>): void {
    const { doc } = this;
    if (newPage && doc.y > margin) doc.addPage();
    else if (level > 1) doc.moveDown(level === 2 ? 1.2 : level === 3 ? 0.8 : 0.3);
    // A heading never stands alone at the foot of a page.
    this.need(sizes[level] + 60);
    this.bookmarks.add(level, text, doc.y);
    this.tagged(root, `H${level}`, () =>
      this.write(text, { size: sizes[level], color: level === 4 ? ink : plum, weight: 700 }),
    );
    doc.moveDown(level === 4 ? 0.2 : 0.4);
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

  private table(root: Parent, { caption, header, rows }: Table): void {
    const { doc } = this;
    this.need(70);
    const table = doc.struct("Table");
    root.add(table);
    this.tagged(table, "Caption", () => this.write(caption, { size: bodySize, color: grey }));
    doc.moveDown(0.3);
    const columns = { header, widths: columnWidths([header, ...rows], this.width) };
    this.headerRow(columns, table);
    for (const row of rows) this.row(table, row, columns);
    table.end();
    doc.x = margin;
    doc.moveDown(0.8);
  }

  /** The names of the columns; without a table to belong to, they stand again for the eye on a further page. */
  private headerRow({ header, widths }: Columns, table?: Parent): void {
    const { doc } = this;
    const tall = this.rowHeight(header, widths);
    const cell = (index: number) => this.cell(header[index]!, index, widths, plum);
    if (table) this.need(tall);
    const top = doc.y;
    if (table) {
      const row = doc.struct("TR");
      table.add(row);
      this.eachCell(header, top, (index) => this.tagged(row, "TH", () => cell(index), { scope: "Column" }));
      row.end();
    } else
      // Read aloud once, at the head of the table.
      this.artifact(() => this.eachCell(header, top, cell));
    this.ruleUnder(top + tall, "strong");
  }

  private row(table: Parent, cells: readonly string[], columns: Columns): void {
    const { doc } = this;
    const { widths } = columns;
    const tall = this.rowHeight(cells, widths);
    if (this.need(tall)) this.headerRow(columns);
    const top = doc.y;
    const row = doc.struct("TR");
    table.add(row);
    this.eachCell(cells, top, (index) => {
      const draw = () => this.cell(cells[index]!, index, widths, ink);
      if (index === 0) this.tagged(row, "TH", draw, { scope: "Row" });
      else this.tagged(row, "TD", draw);
    });
    row.end();
    this.ruleUnder(top + tall, "fine");
  }

  private eachCell(cells: readonly string[], top: number, draw: (index: number) => void): void {
    cells.forEach((_, index) => {
      this.doc.y = top + 3;
      draw(index);
    });
  }

  private cell(text: string, index: number, widths: readonly number[], color: string): void {
    const x = margin + widths.slice(0, index).reduce((sum, width) => sum + width, 0);
    this.write(text, { x, width: widths[index]! - 8, size: cellSize, color });
  }

  private rowHeight(cells: readonly string[], widths: readonly number[]): number {
    return Math.max(...cells.map((cell, index) => this.height(cell, widths[index]! - 8, cellSize))) + 7;
  }

  private ruleUnder(y: number, weight: "strong" | "fine"): void {
    const { doc } = this;
    this.artifact(() =>
      doc
        .moveTo(margin, y)
        .lineTo(margin + this.width, y)
        .lineWidth(weight === "strong" ? 1 : 0.4)
        .stroke(weight === "strong" ? ink : "#d9cfc0"),
    );
    doc.y = y;
    doc.x = margin;
  }

  /** What is there for the eye alone. */
  private artifact(draw: () => void): void {
    this.doc.markContent("Artifact", { type: "Layout" });
    draw();
    this.doc.endMarkedContent();
  }

  private chart(root: Parent, { alt, measure }: Extract<PackBlock, { kind: "chart" }>): void {
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
      { alt, bbox, placement: "Block" },
    );
    doc.x = margin;
    doc.y = top + height + 8;
  }

  private get width(): number {
    return this.doc.page.width - 2 * margin;
  }

  /** Starts a page when fewer than this many points are left, and says whether it did. */
  private need(points: number): boolean {
    if (this.doc.y + points <= this.doc.page.height - margin) return false;
    this.doc.addPage();
    return true;
  }

  private tagged(parent: Parent, type: string, draw: () => void, options: object = {}): void {
    parent.add(this.doc.struct(type as never, options, draw));
  }

  private height(text: string, width: number, size: number): number {
    return this.setter.height(text || "–", { width, size });
  }

  private write(
    text: string,
    { x, width = this.width, size = bodySize, color = ink, weight }: Box = {},
  ): void {
    this.setter.write(text || "–", { x: x ?? margin, width, size, color, weight });
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
