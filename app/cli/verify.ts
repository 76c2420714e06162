import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "#app/domain/record/finding.ts";
import { parseRecordFile, type RecordFile } from "#app/domain/record/record-file.ts";
import { verifyRecord, type Verification } from "#app/domain/record/verify.ts";
import { checkTiles } from "#app/domain/record/verify-tiles.ts";
import { nodeRecordCrypto, sha256 } from "#db/record-crypto.server.ts";
import { knownHeads, rememberHead } from "./known-heads.ts";

/** The name of the record in an exported folder. */
export const RECORD_FILE_NAME = "record.json";

/**
 * Verifies a record: a journey's address, or the record file of one, or a folder that holds it as `record.json`. Compares
 * with what this verifier saw before, and remembers what it saw when everything held.
 *
 * @throws Error with a sentence when there is nothing to verify.
 */
export async function verify(target: string, stateFile: string): Promise<Verification> {
  const { file, more } = /^https?:/.test(target) ? await fetchRecord(target) : await openRecord(target);
  const known = await knownHeads(stateFile, target, file.origin);
  const result = withFindings(await verifyRecord(file, nodeRecordCrypto, known), more);
  if (result.head) await rememberHead(stateFile, target, result.head);
  return result;
}

type Gathered = { file: RecordFile; more: Finding[] };

function withFindings(result: Verification, more: readonly Finding[]): Verification {
  const [first] = more;
  if (!first) return result;
  const findings = [...result.findings, ...more];
  const line = result.outcome === "broken" ? result.line : `Did not hold: ${first.detail}`;
  return { outcome: "broken", line, findings };
}

async function openRecord(path: string): Promise<Gathered> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const text = await readFile(isFolder ? join(path, RECORD_FILE_NAME) : path, "utf8").catch(() => {
    throw new Error(
      `${path} cannot be read. Give the address of a journey, a record file, or a folder with ${RECORD_FILE_NAME}.`,
    );
  });
  return { file: recordIn(text, path), more: [] };
}

/** The file, and beside it what the other addresses of the record say: they must all tell the same. */
async function fetchRecord(address: string): Promise<Gathered> {
  const base = `${address.replace(/[?#].*$/, "").replace(/\/(record(\/.*)?)?$/, "")}/record`;
  const read = (path: string) => fetchBytes(`${base}/${path}`);
  const text = async (path: string) =>
    new TextDecoder().decode(required(await read(path), `${base}/${path}`));
  // The checkpoint first: should the record grow in between, the file holds more and not less.
  const checkpoint = await text("checkpoint");
  const key = (await text("key")).trim();
  const file = recordIn(await text("file"), `${base}/file`);
  const more: Finding[] = [];
  if (!file.keys.includes(key)) {
    more.push({ about: "key", detail: `The key at ${base}/key is not one that the record names.` });
  }
  const entries = file.entries.flatMap((item) => (item ? [item.entry] : []));
  if (entries.length === file.entries.length) more.push(...(await checkTiles(entries, read, sha256)));
  const checkpoints = file.checkpoints.includes(checkpoint)
    ? file.checkpoints
    : [...file.checkpoints, checkpoint];
  return { file: { ...file, checkpoints }, more };
}

async function fetchBytes(url: string): Promise<Uint8Array | undefined> {
  const response = await fetch(url).catch((error: unknown) => {
    const cause =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new Error(`${url} does not answer: ${cause}`);
  });
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

function required(bytes: Uint8Array | undefined, url: string): Uint8Array {
  if (bytes) return bytes;
  throw new Error(`${url} is not there. Give the address of a journey, such as https://…/journeys/<name>.`);
}

function recordIn(text: string, where: string): RecordFile {
  const parsed = parseRecordFile(text);
  if ("file" in parsed) return parsed.file;
  throw new Error(`${where} is no record file. ${parsed.faults.slice(0, 5).join(" ")}`);
}
