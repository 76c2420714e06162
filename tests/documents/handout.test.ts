import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { handoutPdf } from "#app/documents/handout-pdf.ts";
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

describe("the handout as a PDF", () => {
  it.each(["ordinary", "large"] as const)("reads in order, and is tagged (%s)", async (print) => {
    const file = join(folder, `${print}.pdf`);
    const address = "https://kept.example/journeys/x/handout";
    const bytes = await handoutPdf(handout, { organisation: "Northgate", page: address, print });
    writeFileSync(file, bytes);
    const text = run("pdftotext", "-raw", file, "-").replace(/\s+/g, " ");
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
    expect(source.match(/\/S \/LI\b/g)).toHaveLength(starterBehaviours.length);
    expect(source).toMatch(/\/Lang \(en-GB\)/);
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
});
