import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import type { Readable } from "node:stream";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { strFromU8, unzipSync, unzlibSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packDocx } from "#app/documents/pack-docx.ts";
import { packPdf } from "#app/documents/pack-pdf.ts";
import { packBlocks } from "#app/domain/review/pack.ts";
import { packHtml } from "#app/routes/review/pack-html.server.tsx";
import { packOf } from "#tests/support/pack.ts";

const run = promisify(execFile);
let folder: string;
let pdf: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kept-pack-"));
  pdf = join(folder, "pack.pdf");
  await pipeline(packPdf(packOf(3)), createWriteStream(pdf));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const told = async (...args: string[]) =>
  (await run(args[0]!, args.slice(1), { maxBuffer: 64 << 20 })).stdout;

describe("the PDF, as poppler reads it", () => {
  it("is tagged and has its title", async () => {
    const info = await told("pdfinfo", pdf);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+Board pack: Tŷ Café Llŷn/);
  });
  it("is structured: headings, lists, tables with header cells and figures, in reading order", async () => {
    const structure = await told("pdfinfo", "-struct-text", pdf);
    for (const part of ["H1", "H2", "H3", "L ", "LBody", "Table", "TH", "TD", "Figure"])
      expect(structure).toContain(part);
    const order = [
      "Summary",
      "Since last time",
      "Decisions asked for",
      "Each commitment",
      "Promise number 1",
      "Promise number 3",
      "Money",
    ];
    const headings = [...structure.matchAll(/H[123][^\n]*\n\s+"([^"]+)"/g)].map(([, words]) => words);
    expect(headings.filter((words) => order.includes(words!))).toEqual(order);
  });
  it("has headings that skip no level, one language, and a title in the window’s bar", async () => {
    const structure = await told("pdfinfo", "-struct", pdf);
    const levels = [...structure.matchAll(/^\s*H([1-6]) /gm)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.length).toBeGreaterThan(8);
    levels.slice(1).forEach((level, at) => expect(level).toBeLessThanOrEqual(levels[at]! + 1));
    const bytes = await readFile(pdf, "latin1");
    expect(bytes).toContain("/Lang (en-GB)");
    expect(bytes).toContain("/DisplayDocTitle true");
  });
  it("describes each chart once, in words, and dates its ends as they are written", async () => {
    const bytes = await readFile(pdf, "latin1");
    const described = [...bytes.matchAll(/\/Alt \(([^)]*)/g)].map(([, words]) => words);
    expect(described).toHaveLength(3);
    for (const words of described) expect(words).toMatch(/^Paid in time\. 46% on 15 June 2026/);
    const text = await told("pdftotext", pdf, "-");
    expect(text).not.toMatch(/\d{4}-\d\d-\d\d/);
    expect(text).toContain("31 December 2026");
  });
  it("holds every word, also with letters outside Western Europe, and names its checkpoint", async () => {
    const text = (await told("pdftotext", pdf, "-")).replace(/\s+/g, " ");
    for (const words of [
      "Tŷ Café Llŷn",
      "at 28 entries, signed root q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=",
      "“no excuses”",
      "1 kept, 2 partly, 4 not kept",
      "£700",
    ])
      expect(text).toContain(words);
  });
  it("embeds its fonts", async () => {
    const fonts = await told("pdffonts", pdf);
    expect(fonts).toContain("AtkinsonHyperlegible");
    expect(fonts).not.toContain("Helvetica");
  });
});

it("writes the PDF of 200 commitments while it is read, in bounded memory", async () => {
  const stream = packPdf(packOf(200));
  let most = 0;
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length;
    most = Math.max(most, stream.readableLength);
  }
  expect(bytes).toBeGreaterThan(500_000);
  expect(most).toBeLessThan(1_500_000);
}, 120_000);

it("writes the Word document of 200 commitments in as little memory as that of 20", async () => {
  const [few, many] = [await most(packDocx(packOf(20))), await most(packDocx(packOf(200)))];
  expect(many.bytes).toBeGreaterThan(6 * few.bytes);
  expect(many.largest).toBeLessThan(300_000);
  expect(many.largest).toBeLessThan(2 * few.largest + 100_000);
});

/** The largest piece handed over and the most that waited for the reader, in bytes. */
async function most(stream: Readable) {
  let [bytes, largest, text] = [0, 0, ""];
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length;
    largest = Math.max(largest, (chunk as Buffer).length, stream.readableLength);
    text += (chunk as Buffer).toString("latin1");
  }
  return { bytes, largest, text };
}

async function bytesOf(stream: Readable): Promise<Uint8Array> {
  return new Uint8Array(Buffer.concat((await stream.toArray()) as Buffer[]));
}

describe("the Word document, unzipped", () => {
  let parts: Record<string, Uint8Array>;
  let body: string;
  beforeAll(async () => {
    parts = unzipSync(await bytesOf(packDocx(packOf(3))));
    body = strFromU8(parts["word/document.xml"]!);
  });
  it("has real headings, lists and tables with header rows", () => {
    expect(body.match(/<w:pStyle w:val="Title"\/>/g)).toHaveLength(1);
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(6);
    expect(body.match(/<w:tbl>/g)!.length).toBe(body.match(/<w:tblHeader\/>/g)!.length);
    expect(body).toContain("<w:numPr>");
    expect(body.match(/w:firstColumn="1"/g)!.length).toBe(body.match(/<w:tbl>/g)!.length);
  });
  it("numbers its pages", () => {
    expect(strFromU8(parts["word/footer1.xml"]!)).toMatch(/ PAGE .* NUMPAGES /);
    expect(body).toContain('<w:footerReference w:type="default"');
  });
  it("describes every picture", () => {
    const pictures = body.match(/<wp:docPr [^>]*>/g)!;
    expect(pictures).toHaveLength(3);
    for (const picture of pictures) expect(picture).toMatch(/descr="Paid in time\. 46% on 15 June 2026/);
  });
  it("draws every chart a second time, for word processors that cannot show the first", async () => {
    const png = Buffer.from(parts["word/media/chart-1.png"]!);
    expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    const at = png.indexOf("IDAT");
    const dots = unzlibSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
    expect(dots).toHaveLength((width + 1) * height);
    // The axis, the target and the readings; the rest stays white.
    for (const ink of [1, 2, 3]) expect(dots.filter((dot) => dot === ink).length).toBeGreaterThan(200);
    expect(dots.filter((dot) => dot === 0).length).toBeGreaterThan(0.9 * dots.length);
    expect(zlib.crc32(png.subarray(at, at + 4 + png.readUInt32BE(at - 4)))).toBe(
      png.readUInt32BE(at + 4 + png.readUInt32BE(at - 4)),
    );
    expect(body.match(/<a:blip r:embed="rIdPlain[123]">/g)).toHaveLength(3);
    const relations = strFromU8(parts["word/_rels/document.xml.rels"]!);
    for (const [, target] of relations.matchAll(/Target="([^"]+)"/g))
      expect(parts).toHaveProperty([`word/${target}`]);
  });
  it("has its title and language", () => {
    expect(strFromU8(parts["docProps/core.xml"]!)).toContain("Board pack: Tŷ Café Llŷn");
    expect(strFromU8(parts["word/styles.xml"]!)).toContain('w:val="en-GB"');
  });
});

describe("the PDF of a pack that is hard to set", () => {
  const wordy = "Somebody wrote all of it down, and then some more, so that nothing would be lost. ".repeat(
    40,
  );
  let folder: string;
  let hard: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "kept-hard-pack-"));
    hard = join(folder, "pack.pdf");
    const pack = packOf(2);
    const [first] = pack.journey.commitments;
    const measure = first!.measures[0]!;
    measure.readings = Array.from({ length: 90 }, (_, day) => ({
      ...measure.readings[0]!,
      on: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
      note: `Row ${day + 1}`,
    }));
    first!.what = wordy;
    const agenda = Array.from({ length: 40 }, (_, point) => ({
      ...pack.agenda[0]!,
      title: `Point ${point + 1}`,
      because:
        point % 2 === 0
          ? wordy
          : "\u0938\u0939\u092d\u093e\u0917\u0940 \u0938\u0939\u092e\u0924 \u0928\u0939\u0940\u0902 \u0939\u0948\u0902\u0964 ".repeat(
              60,
            ),
    }));
    pack.journey.organisation.name =
      "The very long name of a partnership of many councils and charities. ".repeat(3);
    // U+13000 is an Egyptian hieroglyph, which none of the fonts holds.
    agenda[0]!.title = "Point \u{13000}";
    await pipeline(packPdf({ ...pack, agenda }), createWriteStream(hard));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("has its summary on one page, and the rest after it", async () => {
    const [first, second] = (await told("pdftotext", "-layout", hard, "-")).split("\f");
    expect(first).toContain("Summary");
    expect(first).toContain("What needs your eye first");
    expect(first).toMatch(/\d+ more points are on the agenda that follows/);
    expect(second!.trimStart()).toMatch(/^Agenda/);
  });
  it("numbers its pages, for the eye alone", async () => {
    const pages = (await told("pdftotext", "-layout", hard, "-")).split("\f").slice(0, -1);
    pages.forEach((page, index) => expect(page.trimEnd()).toMatch(new RegExp(`Page ${index + 1}$`)));
    expect(await told("pdfinfo", "-struct-text", hard)).not.toMatch(/"Page \d/);
  });
  it("repeats the names of columns on each page of a table, which is read aloud with them once", async () => {
    const pages = (await told("pdftotext", "-layout", hard, "-")).split("\f");
    const withRows = pages.filter((page) => /Row \d+/.test(page));
    expect(withRows.length).toBeGreaterThan(1);
    for (const page of withRows) expect(page).toMatch(/Day\s+Figure\s+Of\s+Note/);
    const structure = await told("pdfinfo", "-struct-text", hard);
    // Once for each of the two measures.
    expect(structure.match(/"Note"/g)).toHaveLength(2);
  });
  it("names rows and columns by header cells", async () => {
    const structure = await told("pdfinfo", "-struct", hard);
    expect(structure.match(/Scope \/Column/g)!.length).toBeGreaterThanOrEqual(8);
    expect(structure.match(/Scope \/Row/g)!.length).toBeGreaterThanOrEqual(90);
  });
  it("keeps words that run over a page in the paragraph they belong to", async () => {
    const structure = (await told("pdfinfo", "-struct-text", hard)).replace(/\s+/g, " ");
    expect(structure.replace(/"/g, "").replace(/ +/g, " ").includes(wordy.trim().slice(-200))).toBe(true);
  });
  it("says which letters could not be drawn", async () => {
    const text = (await told("pdftotext", hard, "-")).replace(/\s+/g, " ");
    expect(text).toMatch(/where \[\?\] stands.*U\+13000/);
    expect((await told("pdftotext", pdf, "-")).replace(/\s+/g, " ")).not.toContain("[?]");
  });
  it("has bookmarks for its sections and commitments", async () => {
    const bytes = await readFile(hard, "latin1");
    expect(bytes).toContain("/PageMode /UseOutlines");
    expect(bytes.match(/\/Title \(/g)!.length).toBeGreaterThanOrEqual(8);
  });
});

it("counts one of a thing as one", () => {
  const pack = packOf(1);
  const { figures } = pack.journey;
  const words = JSON.stringify([
    ...packBlocks({
      ...pack,
      agenda: pack.agenda.slice(0, 1),
      undecided: [pack.journey.commitments[0]!.id],
      journey: { ...pack.journey, figures: { ...figures, targetsLowered: 1, datesMovedLater: 1 } },
    }),
  ]);
  expect(words).toContain("1 target lowered, 0 raised; 1 date moved later, 0 earlier.");
  expect(words).toContain("and 1 new point for the board.");
  expect(words).toMatch(/1 point on the agenda, \d of them new; 1 commitment waits for a decision\./);
});

it("tells money, disputes and what to decide with the commitment they belong to", async () => {
  const pack = packOf(2);
  const [first, second] = pack.journey.commitments;
  const blocks = [
    ...packBlocks({
      ...pack,
      agenda: [{ ...pack.agenda[0]!, commitmentId: second!.id }],
      reviews: [
        {
          commitmentId: second!.id,
          decision: "accept",
          text: "Well done.",
          decidedOn: "2026-05-03",
          actionBy: null,
          answer: null,
        },
      ],
      undecided: [second!.id],
    }),
  ];
  const start = (title: string) =>
    blocks.findIndex((block) => block.kind === "heading" && block.text === title);
  const told = (from: number, to: number) => JSON.stringify(blocks.slice(from, to));
  const [one, two] = [
    told(start(first!.title), start(second!.title)),
    told(start(second!.title), blocks.length - 2),
  ];
  expect(one).toContain("What this promise draws on");
  expect(one).toContain("£700");
  expect(one).toContain("No decision is asked for");
  expect(two).toContain("No money is named for this promise");
  expect(two).toContain("They do not agree.");
  expect(two).toContain("1 kept, 2 partly, 4 not kept");
  expect(two).toContain("It was accepted on 3 May 2026 and has changed since.");
});

it("writes the page of 400 commitments in as little memory as that of 20", async () => {
  const frame = { stylesheets: ["/kept.css"], base: "/o/x/board" };
  const [few, many] = [await most(packHtml(packOf(20), frame)), await most(packHtml(packOf(400), frame))];
  expect(many.bytes).toBeGreaterThan(10 * few.bytes);
  expect(many.largest).toBeLessThan(2 * few.largest + 100_000);
  expect(many.text).toMatch(/^<!doctype html>/);
  expect(many.text).toMatch(/<\/main><\/body><\/html>\n$/);
  expect(many.text.match(/<h1[ >]/g)).toHaveLength(1);
  expect(many.text.match(/<th[^>]* scope="row"/g)!.length).toBeGreaterThan(400);
});
