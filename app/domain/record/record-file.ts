import type { JsonObject } from "./canonical.ts";

/** The whole public record of one organisation as one JSON file: all that anybody needs to verify it. */
export interface RecordFile {
  readonly format: typeof RECORD_FILE_FORMAT;
  readonly origin: string;
  /** Verifier keys, the first one first. */
  readonly keys: readonly string[];
  /** Signed checkpoints, oldest first. */
  readonly checkpoints: readonly string[];
  /** The leaf hashes as the tree stores them, in hexadecimal: with them an altered entry can be named. */
  readonly leaves?: readonly string[];
  /** By number. Null where the store has lost one. */
  readonly entries: readonly (RecordFileEntry | null)[];
}

export interface RecordFileEntry {
  /** The canonical text that the log hashes. */
  readonly entry: string;
  /** Hexadecimal; absent once withdrawn. */
  readonly salt?: string;
  /** Absent once withdrawn. */
  readonly body?: JsonObject;
  /** Stands where withdrawn words were. */
  readonly tombstone?: Tombstone;
}

export interface Tombstone {
  /** The number of the `withdrawn` entry. */
  readonly by: number;
  readonly reason: string;
}

export const RECORD_FILE_FORMAT = "kept-record/1";

/**
 * Reads a record file. Checked by hand and not by schema, because the reader's browser runs this and the page has
 * few bytes to spend. What it does not check (keys, checkpoints, entries, salts), verification does.
 *
 * @returns the file, or every fault of its shape as a sentence.
 */
export function parseRecordFile(text: string): { file: RecordFile } | { faults: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { faults: ["This is not JSON. Download the record again."] };
  }
  if (!isObject(value)) return { faults: ["A record file is one JSON object."] };
  const faults: string[] = [];
  if (value.format !== RECORD_FILE_FORMAT) faults.push(`“format” must be "${RECORD_FILE_FORMAT}".`);
  if (typeof value.origin !== "string") faults.push("“origin” must be a text.");
  for (const list of ["keys", "checkpoints", ...(value.leaves === undefined ? [] : ["leaves"])]) {
    if (!isTextList(value[list])) faults.push(`“${list}” must be a list of texts.`);
  }
  if (!Array.isArray(value.entries)) faults.push("“entries” must be a list.");
  else {
    value.entries.forEach((item: unknown, index) => {
      if (!isFileEntry(item))
        faults.push(`“entries[${index}]” must hold an entry, and its salt and body or neither.`);
    });
  }
  return faults.length > 0 ? { faults } : { file: value as unknown as RecordFile };
}

function isFileEntry(item: unknown): boolean {
  if (item === null) return true;
  if (!isObject(item) || typeof item.entry !== "string") return false;
  const { salt, body, tombstone } = item;
  return (
    (salt === undefined || typeof salt === "string") &&
    (body === undefined || isObject(body)) &&
    (tombstone === undefined ||
      (isObject(tombstone) && typeof tombstone.by === "number" && typeof tombstone.reason === "string"))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
