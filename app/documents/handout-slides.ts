import PptxGenJS from "pptxgenjs";
import { directionOf, type HandoutContent } from "#app/domain/handout/handout.ts";
import { escapeMarkup } from "./markup.ts";
import { afterLine, slideParts, titleSize } from "./slide-pages.ts";

// The constructor sits behind a default import in some builds of the package.
const Slides = (PptxGenJS as unknown as { default?: typeof PptxGenJS }).default ?? PptxGenJS;

/**
 * The handout as slides to show at the start of a session: one in English, then one for each language. Long texts go on over
 * several, each with a heading that says which of them it is.
 */
export async function handoutSlides(
  handout: HandoutContent,
  organisation: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const show = new Slides();
  show.layout = "LAYOUT_WIDE";
  show.title = handout.title;
  show.author = organisation;
  // The package writes this one into its file as it is, where it escapes all others.
  show.company = escapeMarkup(organisation);
  const foot = `${organisation}. Version ${handout.version}.`;
  show.defineSlideMaster(master);
  const english = { title: handout.title, lines: handout.behaviours, language: "en-GB" };
  for (const { title, lines, language } of [english, ...handout.translations]) {
    const parts = slideParts(lines, { width: bodyAt.w, height: bodyAt.h });
    parts.forEach((part, i) => {
      const heading = parts.length > 1 ? `${title} (${i + 1}/${parts.length})` : title;
      page(show, { ...part, title: heading, language, foot });
    });
  }
  return new Uint8Array((await show.write({ outputType: "arraybuffer" })) as ArrayBuffer);
}

// Real placeholders: by them screen readers, the outline and the list of slides find the heading of each slide. The order in
// which a slide's parts are added is the order in which they are read out.
// The size of letters is said on each slide alone: what a placeholder says of it would win over the slide.
const titleAt = { x: 0.6, y: 0.35, w: 12.1, h: 0.9, bold: true } as const;
const bodyAt = { x: 0.6, y: 1.35, w: 12.1, h: 5.3, valign: "top" } as const;
// The types leave it out; a placeholder gives its name to the part that fills it.
const named = (objectName: string): object => ({ objectName });
const master: PptxGenJS.SlideMasterProps = {
  title: "HANDOUT",
  objects: [
    { placeholder: { options: { name: "title", type: "title", ...titleAt, ...named("Title") }, text: "" } },
    {
      placeholder: {
        options: { name: "behaviours", type: "body", ...bodyAt, ...named("Behaviours") },
        text: "",
      },
    },
  ],
};

// The viewer's own fonts are used: these are on most machines, and each has the letters of its languages.
const fontsByLanguage: Record<string, string> = {
  ar: "Arial",
  fa: "Arial",
  he: "Arial",
  ur: "Urdu Typesetting",
  bn: "Nirmala UI",
  gu: "Nirmala UI",
  hi: "Nirmala UI",
  pa: "Nirmala UI",
  ta: "Nirmala UI",
  zh: "Microsoft YaHei",
  am: "Nyala",
  ti: "Nyala",
};

/** A font with the letters of a language; for the others one with broad cover. */
function fontFor(language: string): string {
  return fontsByLanguage[language.toLowerCase().split("-")[0]!] ?? "Arial";
}

type Page = { title: string; lines: readonly string[]; size: number; language: string; foot: string };

function page(show: PptxGenJS, { title, lines, size, language, foot }: Page): void {
  const slide = show.addSlide({ masterName: "HANDOUT" });
  const rtlMode = directionOf(language) === "rtl";
  const side = rtlMode ? "right" : "left";
  const words = {
    lang: language,
    rtlMode,
    align: side,
    color: "211C2B",
    fontFace: fontFor(language),
  } as const;
  slide.addText(title, {
    placeholder: "title",
    ...titleAt,
    ...words,
    fontSize: titleSize(title, { width: titleAt.w, height: titleAt.h }),
    objectName: "Title",
  });
  slide.addText(
    lines.map((text) => ({
      text,
      options: { ...words, bullet: true, breakLine: true, paraSpaceAfter: afterLine },
    })),
    { placeholder: "behaviours", ...bodyAt, fontSize: size, ...words, objectName: "Behaviours" },
  );
  slide.addText(foot, { x: 0.6, y: 6.8, w: 12.1, h: 0.4, fontSize: 12, color: "4A4356", lang: "en-GB" });
}
