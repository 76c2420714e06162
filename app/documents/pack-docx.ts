import { Readable } from "node:stream";
import { Zip, ZipDeflate } from "fflate";
import { type Pack, packBlocks, packTitle } from "#app/domain/review/pack.ts";
import { blockXml, chartSize } from "./docx/blocks.ts";
import {
  contentTypes,
  coreProperties,
  documentEnd,
  documentRelations,
  documentStart,
  footer,
  numbering,
  packageRelations,
  settings,
  styles,
} from "./docx/parts.ts";
import { measureGeometry } from "./measure-geometry.ts";
import { measurePng } from "./measure-png.ts";
import { measureSvg } from "./measure-svg.ts";

/** Letters gathered before they are packed: small pieces pack badly. */
const piece = 32 * 1024;

/**
 * The pack as a Word document: real headings, lists, tables whose first row is a header, and pictures with their words. Written
 * part by part while it is read, so that memory does not grow with the number of commitments.
 */
export function packDocx(pack: Pack): Readable {
  return Readable.from(zipped(partsOf(pack)), { objectMode: false });
}

type Part = { name: string; content: Iterable<string | Uint8Array> };

function* partsOf(pack: Pack): Generator<Part> {
  yield { name: "[Content_Types].xml", content: [contentTypes] };
  yield { name: "_rels/.rels", content: [packageRelations] };
  yield {
    name: "docProps/core.xml",
    content: [coreProperties(packTitle(pack), pack.journey.organisation.name)],
  };
  yield { name: "word/document.xml", content: gathered(documentXml(pack)) };
  yield { name: "word/styles.xml", content: [styles] };
  yield { name: "word/numbering.xml", content: [numbering] };
  yield { name: "word/settings.xml", content: [settings] };
  yield { name: "word/footer1.xml", content: [footer(packTitle(pack))] };
  let charts = 0;
  for (const block of packBlocks(pack)) {
    if (block.kind !== "chart") continue;
    charts += 1;
    const drawing = measureGeometry(block.measure, chartSize.width, chartSize.height);
    yield { name: `word/media/chart-${charts}.svg`, content: [measureSvg(drawing)] };
    yield { name: `word/media/chart-${charts}.png`, content: [measurePng(drawing)] };
  }
  yield { name: "word/_rels/document.xml.rels", content: [documentRelations(charts)] };
}

function* documentXml(pack: Pack): Generator<string> {
  yield documentStart;
  let charts = 0;
  for (const block of packBlocks(pack)) {
    yield blockXml(block, charts);
    if (block.kind === "chart") charts += 1;
  }
  yield documentEnd;
}

function* gathered(texts: Iterable<string>): Generator<string> {
  let waiting = "";
  for (const text of texts) {
    waiting += text;
    if (waiting.length < piece) continue;
    yield waiting;
    waiting = "";
  }
  yield waiting;
}

/** Bytes of a ZIP file; nothing is made before the reader asks for it. */
function* zipped(parts: Iterable<Part>): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const { name, content } of parts) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    for (const each of content) {
      file.push(typeof each === "string" ? Buffer.from(each) : each);
      yield* ready;
      ready = [];
    }
    file.push(new Uint8Array(0), true);
    yield* ready;
    ready = [];
  }
  zip.end();
  yield* ready;
}
