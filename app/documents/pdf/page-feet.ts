import type PDFDocument from "pdfkit";
import type { Typesetter } from "./typesetter.ts";

type Doc = InstanceType<typeof PDFDocument>;

/** Of every page, on all sides; in points. */
export const margin = 56;

/**
 * Writes title and number at the foot of every page, from the one that is there on. For the eye alone: whoever listens hears
 * the text without it. How many pages there will be is not known while they are written.
 */
export function numberPages(doc: Doc, setter: Typesetter, title: string): void {
  let page = 1;
  const foot = () => {
    const { y } = doc;
    const { margins, height, width } = doc.page;
    const wide = width - 2 * margin;
    const text = `Page ${page}`;
    const setting = { size: 8.5, color: "#5d5568" };
    // The foot stands in the margin, where nothing else may.
    doc.page.margins = { ...margins, bottom: 0 };
    doc.markContent("Artifact", { type: "Pagination" });
    const number = setter.width(text, setting);
    doc.y = height - margin + 18;
    setter.write(cut(setter, title, wide - number - 20), { ...setting, x: margin, width: wide });
    doc.y = height - margin + 18;
    setter.write(text, { ...setting, x: margin + wide - number, width: number + 1 });
    doc.endMarkedContent();
    doc.page.margins = margins;
    doc.x = margin;
    doc.y = y;
    page += 1;
  };
  foot();
  doc.on("pageAdded", foot);
}

function cut(setter: Typesetter, text: string, width: number): string {
  const fits = (one: string) => setter.width(one, { size: 8.5 }) <= width;
  if (fits(text)) return text;
  let end = text.length;
  while (end > 1 && !fits(`${text.slice(0, end)}…`)) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
