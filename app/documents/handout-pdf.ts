import PDFDocument from "pdfkit";
import type { HandoutContent } from "#app/domain/handout/handout.ts";

const sizes = {
  ordinary: { title: 28, text: 15, gap: 10 },
  large: { title: 36, text: 24, gap: 14 },
} as const;

/** Letters that the standard fonts can draw (Windows-1252). Anything else belongs on the page, which every browser can print. */
const drawable =
  /^[\u0020-\u007e\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]*$/;

/**
 * The handout as a tagged PDF: a heading and a list that screen readers announce, in reading order. Translations in other
 * scripts are on the accessible page, with a pointer to it here: a PDF without their fonts would show nothing.
 * @param page address of the accessible page
 */
export function handoutPdf(
  handout: HandoutContent,
  { organisation, page, print }: { organisation: string; page: string; print: keyof typeof sizes },
): Promise<Buffer> {
  const size = sizes[print];
  const document = new PDFDocument({
    size: "A4",
    margin: 56,
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    pdfVersion: "1.7",
    info: { Title: plain(handout.title), Author: plain(organisation) },
  });
  const done = collect(document);
  const root = document.struct("Document");
  document.addStructure(root);
  const add = (parent: PDFKit.PDFStructureElement, tag: string, draw: () => void) =>
    parent.add(document.struct(tag, {}, draw));
  add(root, "H1", () => {
    document.font("Helvetica-Bold").fontSize(size.title).text(plain(handout.title));
    document.moveDown(0.5);
  });
  const list = document.struct("L");
  root.add(list);
  handout.behaviours.forEach((behaviour, i) => {
    const item = document.struct("LI");
    list.add(item);
    add(item, "Lbl", () => {
      document
        .font("Helvetica-Bold")
        .fontSize(size.text)
        .text(`${i + 1}. `, { continued: true });
    });
    add(item, "LBody", () => {
      document
        .font("Helvetica")
        .fontSize(size.text)
        .text(plain(behaviour), { lineGap: 4, paragraphGap: size.gap });
    });
    item.end();
  });
  list.end();
  add(root, "P", () => {
    const languages = handout.translations.map(({ name }) => name).filter((name) => drawable.test(name));
    const more =
      handout.translations.length > 0
        ? ` In other languages${languages.length > 0 ? ` (${languages.join(", ")})` : ""}:`
        : " As a page:";
    document
      .font("Helvetica")
      .fontSize(print === "large" ? 18 : 11)
      .text(
        plain(
          `${organisation}. Version ${handout.version}, agreed with ${handout.agreedWith}.${more} ${page}`,
        ),
      );
  });
  root.end();
  document.end();
  return done;
}

function plain(text: string): string {
  return [...text].map((letter) => (drawable.test(letter) ? letter : "?")).join("");
}

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    document.on("data", (part: Buffer) => parts.push(part));
    document.on("end", () => resolve(Buffer.concat(parts)));
    document.on("error", reject);
  });
}
