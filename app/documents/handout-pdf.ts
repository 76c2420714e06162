import PDFDocument from "pdfkit";
import { directionOf, type HandoutContent } from "#app/domain/handout/handout.ts";
import { Typesetter } from "./pdf/typesetter.ts";

const sizes = {
  ordinary: { title: 26, text: 14, foot: 11, gap: 5 },
  large: { title: 34, text: 24, foot: 18, gap: 10 },
} as const;
const ink = "#211c2b";
const margin = 56;

type Options = { organisation: string; page: string; print: keyof typeof sizes };
type Sheet = { title: string; lines: readonly string[]; language: string };

/**
 * The handout as a tagged PDF: a page in English, then one for each language in its own direction, each with a heading and a
 * list that screen readers announce, in reading order and in their language.
 * @param page address of the accessible page
 */
export function handoutPdf(handout: HandoutContent, { organisation, page, print }: Options): Promise<Buffer> {
  const document = new PDFDocument({
    size: "A4",
    margin,
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    pdfVersion: "1.7",
    info: { Title: handout.title, Author: organisation },
  });
  const done = collect(document);
  const setter = new Typesetter(document);
  const root = document.struct("Document");
  document.addStructure(root);
  const foot = `${organisation}. Version ${handout.version}, agreed with ${handout.agreedWith}.`;
  const english = { title: handout.title, lines: handout.behaviours, language: "en-GB" };
  drawSheet(document, setter, root, english, print);
  tagged(document, root, "P", {}, () =>
    setter.write(`${foot} ${page}`, { size: sizes[print].foot, color: ink }),
  );
  const lost = setter.missing([...englishWords(handout), foot].join(" "));
  if (lost.length > 0) {
    const words = `[?] stands for a sign that this file cannot print. Read it on the page: ${page}`;
    tagged(document, root, "P", {}, () => setter.write(words, { size: sizes[print].foot, color: ink }));
  }
  for (const translation of handout.translations) {
    if (unreadable(setter, translation).length > 0) continue;
    document.addPage();
    drawSheet(document, setter, root, translation, print);
  }
  const left = handout.translations.filter((translation) => unreadable(setter, translation).length > 0);
  if (left.length > 0) {
    const names = left.map(({ name, language }) => (setter.missing(name).length === 0 ? name : language));
    const words = `Not on paper here, because this file has no letters for it: ${names.join(", ")}. Print it from the page: ${page}`;
    tagged(document, root, "P", {}, () => setter.write(words, { size: sizes[print].foot, color: ink }));
  }
  root.end();
  document.end();
  return done;
}

/** What the PDF cannot hold, because no font here has the letters. The page prints all of it from any browser. */
export type Undrawable = {
  /** Languages that are left out whole, by their own names. */
  languages: string[];
  /** Signs of the English text for which `[?]` stands. */
  signs: string[];
};

export function undrawable(
  handout: Pick<HandoutContent, "title" | "behaviours" | "agreedWith" | "translations">,
): Undrawable {
  const setter = new Typesetter(new PDFDocument({ autoFirstPage: true }));
  return {
    languages: handout.translations
      .filter((translation) => unreadable(setter, translation).length > 0)
      .map(({ name }) => name),
    signs: setter.missing(englishWords(handout).join(" ")),
  };
}

function englishWords({
  title,
  behaviours,
  agreedWith,
}: Pick<HandoutContent, "title" | "behaviours" | "agreedWith">) {
  return [title, ...behaviours, agreedWith];
}

function unreadable(setter: Typesetter, { title, lines }: Pick<Sheet, "title" | "lines">): string[] {
  return setter.missing([title, ...lines].join(" "));
}

function drawSheet(
  document: PDFKit.PDFDocument,
  setter: Typesetter,
  root: PDFKit.PDFStructureElement,
  { title, lines, language }: Sheet,
  print: keyof typeof sizes,
): void {
  const size = sizes[print];
  const direction = directionOf(language);
  const lang = { lang: language };
  tagged(document, root, "H1", lang, () =>
    setter.write(title, { size: size.title, weight: 700, color: ink, direction, leading: 1.2 }),
  );
  document.y += size.gap * 2;
  const list = document.struct("L", lang);
  root.add(list);
  const label = size.text * 2;
  const width = document.page.width - 2 * margin - label;
  lines.forEach((line, i) => {
    const setting = { size: size.text, color: ink, direction };
    const tall = setter.height(line, { ...setting, width });
    if (document.y + tall > document.page.height - margin) document.addPage();
    const item = document.struct("LI");
    list.add(item);
    const top = document.y;
    const number = { ...setting, weight: 700 as const, width: label };
    const edge = direction === "rtl" ? margin + width : margin;
    tagged(document, item, "Lbl", {}, () => setter.write(`${i + 1}.`, { ...number, x: edge }));
    document.y = top;
    const x = direction === "rtl" ? margin : margin + label;
    tagged(document, item, "LBody", lang, () => setter.write(line, { ...setting, x, width }));
    item.end();
    document.y += size.gap;
  });
  list.end();
}

function tagged(
  document: PDFKit.PDFDocument,
  parent: PDFKit.PDFStructureElement,
  tag: string,
  options: { lang?: string },
  draw: () => void,
): void {
  parent.add(document.struct(tag, options, draw));
}

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    document.on("data", (part: Buffer) => parts.push(part));
    document.on("end", () => resolve(Buffer.concat(parts)));
    document.on("error", reject);
  });
}
