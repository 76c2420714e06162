import { createHash, randomUUID } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileTypeFromBuffer } from "file-type";
import { isPlainText, judgeEvidence } from "#app/domain/commitment/evidence-file.ts";
import { Refusal } from "#app/domain/refusal.ts";

export type StoredFile = { fileName: string; fileType: string; fileSize: number; fileSha256: string };

/** Files lie beside the database, named by what is in them: two uploads of one file are one file. */
function folder(): string {
  return resolve(process.env.KEPT_DATA || ".data", "evidence");
}

function pathOf(sha256: string): string {
  return join(folder(), sha256.slice(0, 2), sha256);
}

/**
 * Keeps a file under its SHA-256 once its content has been found to be what its name says.
 * @throws Refusal (400, field `file`) with a sentence when it is not, is empty or is too large
 */
export async function storeEvidence(file: { name: string; bytes: Uint8Array }): Promise<StoredFile> {
  const fileName = safeName(file.name);
  const detected = await contentType(file.bytes);
  const judged = judgeEvidence(fileName, file.bytes.byteLength, detected);
  if ("refusal" in judged) throw Refusal.invalid({ file: [judged.refusal] });
  const fileSha256 = createHash("sha256").update(file.bytes).digest("hex");
  const path = pathOf(fileSha256);
  await mkdir(join(path, ".."), { recursive: true, mode: 0o700 });
  // Written aside and moved, so that a crash never leaves half a file under a whole file's name.
  const aside = `${path}.${randomUUID()}`;
  await writeFile(aside, file.bytes, { mode: 0o600 });
  await rename(aside, path);
  return { fileName, fileType: judged.type, fileSize: file.bytes.byteLength, fileSha256 };
}

/**
 * The file with this hash. Who may read it is the caller's question: the workspace asks the evidence row, the public route
 * asks the record.
 */
export async function openEvidence(
  sha256: string,
): Promise<{ size: number; stream: () => ReadStream } | undefined> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  const path = pathOf(sha256);
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? { size: found.size, stream: () => createReadStream(path) } : undefined;
}

async function contentType(bytes: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  return found?.mime ?? (isPlainText(bytes) ? "text" : undefined);
}

/** The last part of the path, without what could break a header or hide an ending (control and direction marks). */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = last.replace(/[\p{Cc}\p{Cf}"]/gu, "").trim();
  return clean.length <= 200 ? clean : clean.slice(-200);
}
