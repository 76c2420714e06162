import type { PackBlock } from "#app/domain/review/pack.ts";
import { escapeMarkup } from "../markup.ts";
import { chartRelation, plainRelation } from "./parts.ts";

const styleOf = { 1: "Title", 2: "Heading1", 3: "Heading2", 4: "Heading3" } as const;

/** English Metric Units in a pixel at 96 to the inch. */
const emu = 9525;
export const chartSize = { width: 600, height: 200 };

/**
 * A part of a pack as WordprocessingML.
 * @param chart number of the chart, from 0, when the part is one
 */
export function blockXml(block: PackBlock, chart: number): string {
  switch (block.kind) {
    case "heading":
      return paragraph(block.text, styleOf[block.level], block.newPage ? "<w:pageBreakBefore/>" : "");
    case "paragraph":
      return paragraph(block.text);
    case "list":
      return block.items.map((item) => paragraph(item, "ListParagraph", bullet)).join("");
    case "table":
      return paragraph(block.caption, "Caption") + table(block) + paragraph("");
    case "chart":
      return paragraph(block.alt) + `<w:p><w:r>${picture(block, chart)}</w:r></w:p>`;
  }
}

const bullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

function paragraph(text: string, style?: string, more = "", run = ""): string {
  const named = style ? `<w:pStyle w:val="${style}"/>` : "";
  const properties = named || more ? `<w:pPr>${named}${more}</w:pPr>` : "";
  return `<w:p>${properties}${text ? `<w:r>${run}${words(text)}</w:r>` : ""}</w:p>`;
}

/** Line breaks as typed. */
function words(text: string): string {
  return text
    .split("\n")
    .map((line) => `<w:t xml:space="preserve">${escapeMarkup(line)}</w:t>`)
    .join("<w:br/>");
}

/** Inner width of the page, in twentieths of a point. */
const inner = 9638;

function table({ caption, header, rows }: Extract<PackBlock, { kind: "table" }>): string {
  const width = Math.floor(inner / header.length);
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="B9AFA2"/>`;
  const cell = (text: string, bold: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(text, undefined, "", bold ? "<w:rPr><w:b/></w:rPr>" : "")}</w:tc>`;
  const row = (cells: readonly string[], head: boolean) =>
    `<w:tr><w:trPr><w:cantSplit/>${head ? "<w:tblHeader/>" : ""}</w:trPr>${cells.map((text) => cell(text, head)).join("")}</w:tr>`;
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("");
  const grid = header.map(() => `<w:gridCol w:w="${width}"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders><w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${escapeMarkup(caption)}"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(header, true)}${rows.map((cells) => row(cells, false)).join("")}</w:tbl>`;
}

function picture({ title, alt }: Extract<PackBlock, { kind: "chart" }>, chart: number): string {
  const [cx, cy] = [chartSize.width * emu, chartSize.height * emu];
  const described = `id="${chart + 1}" name="${escapeMarkup(title)}" descr="${escapeMarkup(alt)}" title="${escapeMarkup(title)}"`;
  const svg = `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${chartRelation(chart)}"/></a:ext></a:extLst>`;
  return `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${described}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr ${described}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${plainRelation(chart)}">${svg}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
}
