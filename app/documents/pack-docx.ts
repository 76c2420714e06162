import {
  Document,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { type Pack, type PackBlock, packBlocks, packTitle } from "#app/domain/review/pack.ts";
import { measureGeometry } from "./measure-geometry.ts";
import { measureSvg } from "./measure-svg.ts";

const levels = { 1: HeadingLevel.TITLE, 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 } as const;

/** One transparent pixel, for readers that cannot draw SVG: the words stand beside the picture in any case. */
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** The pack as a Word document: real headings, lists, tables whose first row is a header, and pictures with their words. */
export async function packDocx(pack: Pack): Promise<Buffer> {
  const children = [...packBlocks(pack)].flatMap(partsOf);
  const file = new Document({
    title: packTitle(pack),
    creator: pack.journey.organisation.name,
    description: "Made by Kept from a public record.",
    styles: {
      default: { document: { run: { font: "Verdana", size: 21, language: { value: "en-GB" } } } },
    },
    sections: [{ children }],
  });
  return Packer.toBuffer(file);
}

function partsOf(block: PackBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ text: block.text, heading: levels[block.level], keepNext: true })];
    case "paragraph":
      return [new Paragraph({ text: block.text, spacing: { after: 120 } })];
    case "list":
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    case "table":
      return [
        new Paragraph({ keepNext: true, children: [new TextRun({ text: block.caption, italics: true })] }),
        tableOf(block),
        new Paragraph({ text: "" }),
      ];
    case "chart":
      return [new Paragraph({ text: block.alt }), new Paragraph({ children: [pictureOf(block)] })];
  }
}

function tableOf({ caption, header, rows }: Extract<PackBlock, { kind: "table" }>): Table {
  const row = (cells: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map(
        (text) =>
          new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: head })] })] }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    caption,
    rows: [row(header, true), ...rows.map((cells) => row(cells, false))],
  } as ConstructorParameters<typeof Table>[0]);
}

function pictureOf({ title, alt, measure }: Extract<PackBlock, { kind: "chart" }>): ImageRun {
  const [width, height] = [600, 200];
  return new ImageRun({
    type: "svg",
    data: Buffer.from(measureSvg(measureGeometry(measure, width, height))),
    transformation: { width, height },
    fallback: { type: "png", data: pixel },
    altText: { name: title, title, description: alt },
  });
}
