import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import type { Readable } from "node:stream";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packDocx } from "#app/documents/pack-docx.ts";
import { packPdf } from "#app/documents/pack-pdf.ts";
import { foldJourney } from "#app/domain/journey/journey.ts";
import { emptyState, foldEntries, type RecordedEntry } from "#app/domain/record/state.ts";
import type { Pack } from "#app/domain/review/pack.ts";

const run = promisify(execFile);
const idOf = (part: number, index: number) =>
  `${String(part).padStart(8, "0")}-1111-4111-8111-${String(index).padStart(12, "0")}`;

/** A pack of so many commitments, each with a measure, six readings and an attestation. */
function packOf(commitments: number): Pack {
  const entries: RecordedEntry[] = [];
  const add = (kind: string, subject: string, content: Record<string, unknown>, effectiveOn = "2026-01-01") =>
    entries.push({
      index: entries.length,
      kind,
      subject,
      effectiveOn,
      recordedAt: "2026-05-02T10:00:00Z",
      role: "owner",
      body: { content },
    });
  add("organisation", "organisation", {
    name: "Tŷ Café Llŷn",
    kind: "charity",
    region: "Wales",
    demonstration: false,
    statement: "",
  });
  for (let i = 0; i < commitments; i += 1) {
    const [id, measure] = [idOf(1, i), idOf(2, i)];
    add("commitment", `commitment:${id}`, {
      title: `Promise number ${i + 1}`,
      what: "Everybody is paid within ten days – “no excuses”.",
      why: "",
      answerable: "Director of Finance",
      forWhom: "Co-producers",
      startOn: "2026-01-01",
      dueOn: "2026-04-01",
      recommendations: [],
    });
    add("measure", `measure:${measure}`, {
      commitment: id,
      title: "Paid in time",
      unit: "%",
      direction: "up",
      baseline: { value: 41, on: "2026-01-01" },
      target: { value: 90, by: "2026-12-31" },
      indicator: null,
      retired: false,
    });
    for (let month = 1; month <= 6; month += 1)
      add(
        "reading",
        `reading:${idOf(10 + month, i)}`,
        {
          commitment: id,
          measure,
          on: `2026-0${month}-15`,
          value: 40 + month,
          computed: false,
          note: "Counted by hand.",
        },
        `2026-0${month}-15`,
      );
    add("attestation", `attestation:${idOf(3, i)}`, {
      commitment: id,
      invited: 9,
      answers: { kept: 1, partly: 2, notKept: 4, cannotTell: 0 },
      how: "All of them.",
    });
  }
  const journey = foldJourney(foldEntries(emptyState, entries), "2026-06-01")!;
  return {
    journey,
    checkpoint: {
      origin: "kept.example/ty-cafe",
      size: entries.length,
      root: "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=",
    },
    madeOn: "2026-06-01",
    lastMeetingOn: "2026-05-01",
    agenda: [
      {
        concern: "claim-disputed",
        title: "Pay",
        because: "They do not agree.",
        href: "/",
        since: "2026-05-01",
        isNew: true,
      },
    ],
    reviews: [],
    undecided: journey.commitments.map(({ id }) => id),
    funds: [{ title: "Taking part", endsOn: "2026-12-31", held: 1000_00, spent: 250_00, committed: 50_00 }],
  };
}

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

it("writes 200 commitments while they are read, in bounded memory", async () => {
  const stream = packPdf(packOf(200));
  let most = 0;
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length;
    most = Math.max(most, stream.readableLength);
  }
  expect(bytes).toBeGreaterThan(500_000);
  expect(most).toBeLessThan(1_500_000);
});

it("writes the Word document of 200 commitments in as little memory as that of 20", async () => {
  const [few, many] = [await most(packOf(20)), await most(packOf(200))];
  expect(many.bytes).toBeGreaterThan(6 * few.bytes);
  expect(many.largest).toBeLessThan(300_000);
  expect(many.largest).toBeLessThan(2 * few.largest + 100_000);
});

/** The largest piece handed over and the most that waited for the reader, in bytes. */
async function most(pack: Pack) {
  const stream = packDocx(pack);
  let [bytes, largest] = [0, 0];
  for await (const chunk of stream) {
    bytes += (chunk as Buffer).length;
    largest = Math.max(largest, (chunk as Buffer).length, stream.readableLength);
  }
  return { bytes, largest };
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
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(5);
    expect(body.match(/<w:tbl>/g)!.length).toBe(body.match(/<w:tblHeader\/>/g)!.length);
    expect(body).toContain("<w:numPr>");
  });
  it("describes every picture", () => {
    const pictures = body.match(/<wp:docPr [^>]*>/g)!;
    expect(pictures).toHaveLength(3);
    for (const picture of pictures) expect(picture).toMatch(/descr="Paid in time\. 46% on 15 June 2026/);
  });
  it("has its title and language", () => {
    expect(strFromU8(parts["docProps/core.xml"]!)).toContain("Board pack: Tŷ Café Llŷn");
    expect(strFromU8(parts["word/styles.xml"]!)).toContain('w:val="en-GB"');
  });
});
