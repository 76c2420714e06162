import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fromBase64, toBase64 } from "#app/domain/record/bytes.ts";
import { CannotStart } from "./cannot-start.server.ts";
import { newSeed } from "./record-crypto.server.ts";
import type { RecordKeys } from "./record-keys.server.ts";

/**
 * Where the record's secret comes from: RECORD_KEY, or the file `record-key` in the data folder, which is made on the
 * first start for its owner's eyes alone. Both hold seeds of 32 bytes in base64, the oldest first; a second one is
 * there from a change of key on.
 */
type Settings = { dataFolder: string; recordKey: string | undefined; publicUrl: string };

const SEED_BYTES = 32;

/** @throws CannotStart saying what is wrong with the setting or the file. */
export function loadRecordKeys({ dataFolder, recordKey, publicUrl }: Settings): RecordKeys {
  const { host } = new URL(publicUrl);
  if (recordKey !== undefined) {
    const seeds = readSeeds(recordKey.split(","), "RECORD_KEY");
    return { host, seeds: () => seeds };
  }
  makeKeyFile(dataFolder);
  const seeds = () => readSeeds(readKeyFile(dataFolder), pathIn(dataFolder));
  seeds();
  return { host, seeds };
}

/** Adds a fresh seed to the key file. From then on new logs begin with it; the others change by `handOverKeys`. */
export function addSeed(dataFolder: string): void {
  const path = pathIn(dataFolder);
  const lines = [...readKeyFile(dataFolder), toBase64(newSeed())];
  // Written beside it and moved, so that a kill in the middle leaves the old file whole.
  writeFileSync(`${path}.new`, lines.join("\n") + "\n", { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function pathIn(dataFolder: string): string {
  return join(dataFolder, "record-key");
}

function makeKeyFile(dataFolder: string): void {
  const path = pathIn(dataFolder);
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
    // "wx": of two processes that start at once, one writes and both read the same.
    writeFileSync(path, `${toBase64(newSeed())}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw cannotUse(path, error);
  }
}

function readKeyFile(dataFolder: string): string[] {
  const path = pathIn(dataFolder);
  try {
    chmodSync(path, 0o600);
    return readFileSync(path, "utf8").trim().split(/\s+/);
  } catch (error) {
    throw cannotUse(path, error);
  }
}

function readSeeds(texts: readonly string[], where: string): Uint8Array[] {
  return texts.map((text) => {
    const seed = fromBase64(text.trim());
    if (seed?.length === SEED_BYTES) return seed;
    throw new CannotStart(
      `${where} has to be 32 random bytes in base64 (make them with: openssl rand -base64 32), ` +
        `after a change of key the old ones first and the new one last.`,
    );
  });
}

function cannotUse(path: string, error: unknown): CannotStart {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return new CannotStart(
    `KEPT_DATA: ${path} cannot be used (${code}). Start Kept as the user who owns that folder.`,
  );
}
