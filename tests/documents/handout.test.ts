import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handoutPdf, undrawable } from "#app/documents/handout-pdf.ts";
import { handoutSlides } from "#app/documents/handout-slides.ts";
import type { HandoutContent } from "#app/domain/handout/handout.ts";
import { starterBehaviours, starterTitle } from "#app/domain/handout/starter.ts";

const handout: HandoutContent = {
  title: starterTitle,
  behaviours: [...starterBehaviours],
  translations: [
    { language: "ur", name: "اردو", title: "ہم ایک دوسرے کے ساتھ", lines: ["آخر تک سنیں", "پھر پوچھیں"] },
    { language: "pl", name: "Polski", title: "Jak jesteśmy ze sobą", lines: ["Słuchaj do końca"] },
  ],
  agreedWith: "Riverside Carers",
  version: 3,
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kept-handout-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: "utf8" });

const officeIsHere = (() => {
  try {
    run("soffice", "--version");
    return true;
  } catch {
    return false;
  }
})();

describe("the handout as a PDF", () => {
  it.each(["ordinary", "large"] as const)("reads in order, and is tagged (%s)", async (print) => {
    const file = join(folder, `${print}.pdf`);
    const address = "https://kept.example/journeys/x/handout";
    const bytes = await handoutPdf(handout, { organisation: "Northgate", page: address, print });
    writeFileSync(file, bytes);
    const text = run("pdftotext", file, "-")
      .replace(/[\u202a-\u202e]/g, "")
      .replace(/\s+/g, " ");
    const places = [starterTitle, ...starterBehaviours, "Version 3, agreed with Riverside Carers"].map(
      (words) => text.indexOf(words),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text.replaceAll(" ", "")).toContain(address);
    const source = bytes.toString("latin1");
    expect(source).toMatch(/\/Marked true/);
    expect(source).toMatch(/\/StructTreeRoot/);
    expect(source).toMatch(/\/S \/H1/);
    const lines = handout.translations.flatMap((translation) => translation.lines);
    expect(source.match(/\/S \/LI\b/g)).toHaveLength(starterBehaviours.length + lines.length);
    expect(source).toMatch(/\/Lang \(ur\)/);
    for (const words of lines) expect(text.normalize("NFC")).toContain(words);
    expect(source).toMatch(/\/Lang \(en-GB\)/);
  });
});

const translated: [string, string][] = [
  ["ur", "آخر تک سنیں۔ پھر پوچھیں"],
  ["ar", "استمع حتى النهاية ثم اسأل"],
  ["he", "הקשיבו עד הסוף"],
  ["bn", "শেষ পর্যন্ত শুনুন"],
  ["pa", "ਅੰਤ ਤੱਕ ਸੁਣੋ। ਫਿਰ ਪੁੱਛੋ"],
  ["hi", "अंत तक सुनें। फिर पूछें"],
  ["zh-Hans", "请听到最后。然后再提问"],
  ["pl", "Słuchaj do końca. Zażółć gęślą jaźń"],
  ["ro", "Ascultă până la capăt. Țară, știință"],
  ["so", "Dhegeyso ilaa dhammaadka"],
  ["yo", "Gbọ́ títí dé òpin. Ẹ̀kọ́, ọ̀rẹ́"],
  ["cy", "Gwrandewch hyd y diwedd. Tŷ, dŵr"],
  ["uk", "Слухайте до кінця"],
  ["am", "እስከ መጨረሻው ያዳምጡ"],
  ["ta", "இறுதிவரை கேளுங்கள்"],
  ["gu", "અંત સુધી સાંભળો"],
];

describe("the handout in other scripts", () => {
  const options = { organisation: "Northgate", page: "https://kept.example/h", print: "ordinary" as const };
  const textOf = async (translations: HandoutContent["translations"]) => {
    const file = join(folder, "scripts.pdf");
    writeFileSync(file, await handoutPdf({ ...handout, translations }, options));
    return run("pdftotext", file, "-")
      .replace(/[\u202a-\u202e]/g, "")
      .replace(/\s+/g, " ")
      .normalize("NFC");
  };

  it.each(translated)("holds %s with letters that can be copied in their order", async (language, line) => {
    const text = await textOf([{ language, name: language, title: line, lines: [line] }]);
    expect(text).toContain(line.normalize("NFC"));
    expect(text).not.toMatch(/\?|\ufffd/);
    const one = { language, name: language, title: line, lines: [line] };
    expect(undrawable({ ...handout, translations: [one] })).toEqual({ languages: [], signs: [] });
  });

  it.each([
    ["ar", "نبدأ في الساعة ١٢ يوم ٢٣ مايو"],
    ["fa", "ساعت ۱۲ تا ۱۴ با هم هستیم"],
  ])("writes the numerals of %s from left to right", async (language, line) => {
    const text = await textOf([{ language, name: language, title: line, lines: [line] }]);
    // The reader that we ask drops the space after a numeral; it is there, and as wide as the others.
    expect(text.replaceAll(" ", "")).toContain(line.replaceAll(" ", ""));
  });

  it("says which language it cannot hold, and where to print it", async () => {
    const burmese = { language: "my", name: "မြန်မာ", title: "မြန်မာ", lines: ["မြန်မာ"] };
    expect(undrawable({ ...handout, translations: [burmese] }).languages).toEqual(["မြန်မာ"]);
    const text = await textOf([burmese]);
    expect(text).toContain("no letters for it: my.");
  });
});

describe("a sign that no font has", () => {
  it("is named on the page and in the file, and never lost in silence", async () => {
    const behaviours = ["Listen 🜏 to the end", ...handout.behaviours.slice(1)];
    const words = { ...handout, behaviours, translations: [] };
    expect(undrawable(words).signs).toEqual(["🜏"]);
    const file = join(folder, "signs.pdf");
    const page = "https://kept.example/h";
    writeFileSync(file, await handoutPdf(words, { organisation: "Northgate", page, print: "ordinary" }));
    const text = run("pdftotext", file, "-").replace(/\s+/g, " ");
    expect(text).toContain("Listen [?] to the end");
    expect(text).toMatch(/\[\?\] stands for a sign that this file cannot print/);
  });
});

describe("the handout as slides", () => {
  it("has a slide for each language, in its direction", async () => {
    const file = join(folder, "handout.pptx");
    writeFileSync(file, await handoutSlides(handout, "Northgate"));
    const slide = (n: number) => run("unzip", "-p", file, `ppt/slides/slide${n}.xml`);
    const words = (xml: string) => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((found) => found[1]);
    expect(words(slide(1)).slice(0, 3)).toEqual([starterTitle, starterBehaviours[0], starterBehaviours[1]]);
    expect(words(slide(2))).toContain("آخر تک سنیں");
    expect(slide(2)).toMatch(/rtl="1"/);
    expect(slide(2)).toMatch(/lang="ur"/);
    expect(slide(3)).not.toMatch(/rtl="1"/);
  });

  it("is sound whatever signs stand in its words and in the organisation's name", async () => {
    const file = join(folder, "signs.pptx");
    const signs = `Fish & chips <b> "here" </a:t>`;
    const words = { ...handout, title: signs, behaviours: [signs], translations: [] };
    writeFileSync(file, await handoutSlides(words, signs));
    const parts = run("unzip", "-Z1", file, "*.xml", "*.rels").trim().split("\n");
    expect(parts.length).toBeGreaterThan(10);
    for (const part of parts) {
      const xml = run("unzip", "-p", file, part.replace("[", "\\["));
      expect(xml.match(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/gi), part).toBeNull();
      expect(xml, part).not.toContain("<b>");
    }
  });

  it("names the heading of each slide as its title, read before all else", async () => {
    const file = join(folder, "titles.pptx");
    writeFileSync(file, await handoutSlides(handout, "Northgate"));
    const titles = [handout.title, ...handout.translations.map(({ title }) => title)];
    for (const [i, title] of titles.entries()) {
      const xml = run("unzip", "-p", file, `ppt/slides/slide${i + 1}.xml`);
      const shapes = [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)].map((found) => found[0]);
      expect(shapes.map((shape) => /<p:ph\s[^>]*type="(\w+)"/.exec(shape)?.[1] ?? "none")).toEqual([
        "title",
        "body",
        "none",
      ]);
      expect(shapes[0]).toContain('name="Title"');
      expect(shapes[0]).toContain(title);
      expect(shapes[2]).toContain("Version 3.");
    }
  });

  it.skipIf(!officeIsHere)(
    "opens in LibreOffice, with the words in their order (skipped where soffice is absent)",
    { timeout: 180_000 },
    async () => {
      const file = join(folder, "opened.pptx");
      writeFileSync(file, await handoutSlides(handout, "Northgate"));
      run(
        "soffice",
        `-env:UserInstallation=file://${folder}/office`,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        file,
      );
      const text = run("pdftotext", join(folder, "opened.pdf"), "-").replace(/\s+/g, " ");
      const places = [handout.title, ...handout.behaviours, "Version 3.", "Jak jesteśmy ze sobą"].map(
        (words) => text.indexOf(words),
      );
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(text).not.toMatch(/Click to add/i);
    },
  );

  it.skipIf(!officeIsHere)(
    "keeps long texts on their slides, under their headings (skipped where soffice is absent)",
    { timeout: 180_000 },
    async () => {
      const line = (n: number) => `Nr${n} ${"say names as their owners say them and ask ".repeat(5)}`.trim();
      const behaviours = Array.from({ length: 12 }, (_, n) => line(n));
      const title =
        "How we are with one another in every room that we open and whoever comes to it on the day";
      writeFileSync(
        join(folder, "long.pptx"),
        await handoutSlides({ ...handout, title, behaviours, translations: [] }, "Northgate"),
      );
      const profile = `-env:UserInstallation=file://${folder}/office`;
      const file = join(folder, "long.pptx");
      run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file);
      const boxes = run("pdftotext", "-bbox", join(folder, "long.pdf"), "-");
      const pages = boxes.split("<page ").slice(1);
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages) {
        const height = Number(/height="([\d.]+)"/.exec(page)![1]);
        const words = [...page.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)]
          .map(([, top, bottom, word]) => ({ top: Number(top), bottom: Number(bottom), word: word! }))
          .filter(({ word }) => word !== "•");
        const first = words.findIndex(({ word }) => word.startsWith("Nr"));
        const foot = words.findIndex(({ word }) => word === "Northgate.");
        expect(Math.max(...words.map(({ bottom }) => bottom))).toBeLessThanOrEqual(height);
        const bottomOf = (part: typeof words) => Math.max(...part.map(({ bottom }) => bottom));
        expect(bottomOf(words.slice(0, first))).toBeLessThanOrEqual(words[first]!.top + 4);
        expect(bottomOf(words.slice(first, foot))).toBeLessThanOrEqual(words[foot]!.top + 4);
      }
      const text = run("pdftotext", join(folder, "long.pdf"), "-").replace(/\s+/g, " ");
      expect([...text.matchAll(/Nr(\d+)/g)].map(([, n]) => Number(n))).toEqual(behaviours.map((_, n) => n));
    },
  );

  it.skipIf(!officeIsHere)(
    "opens in LibreOffice in English, Arabic, Urdu and Chinese, each heading before its lines (skipped where soffice is absent)",
    { timeout: 180_000 },
    async () => {
      const speak = (language: string, title: string, lines: string[]) => ({
        language,
        name: language,
        title,
        lines,
      });
      const translations = [
        speak("ar", "كيف نعامل بعضنا", ["استمع حتى النهاية", "ثم اسأل"]),
        speak("ur", "ہم ایک دوسرے کے ساتھ", ["آخر تک سنیں", "پھر پوچھیں"]),
        speak("zh-Hans", "我们如何相处", ["请听到最后", "然后再提问"]),
      ];
      const words = { ...handout, translations };
      const name = "four";
      writeFileSync(join(folder, `${name}.pptx`), await handoutSlides(words, "Northgate"));
      const page = "https://kept.example/h";
      const direct = join(folder, "direct.pdf");
      writeFileSync(direct, await handoutPdf(words, { organisation: "Northgate", page, print: "ordinary" }));
      const profile = `-env:UserInstallation=file://${folder}/office`;
      const convert = (to: string, file: string) =>
        run("soffice", profile, "--headless", "--convert-to", to, "--outdir", folder, file);
      convert("pdf", join(folder, `${name}.pptx`));
      for (const file of [join(folder, `${name}.pdf`), direct]) {
        const text = run("pdftotext", file, "-")
          .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
          .replace(/\s+/g, " ")
          .normalize("NFKC");
        const wanted = [
          handout.title,
          ...handout.behaviours,
          ...translations.flatMap((one) => [one.title, ...one.lines]),
        ];
        const places = wanted.map((line) => text.indexOf(line.normalize("NFKC")));
        expect(places, file).not.toContain(-1);
        expect(places, file).toEqual([...places].sort((a, b) => a - b));
      }
    },
  );
});
