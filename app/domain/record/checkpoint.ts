import { fromBase64, toBase64 } from "./bytes.ts";
import { HASH_BYTES } from "./merkle.ts";

/** What a log says of itself at one moment (C2SP tlog-checkpoint): the text that is signed. */
export interface Checkpoint {
  /** Which log: one line. */
  readonly origin: string;
  /** How many entries. */
  readonly size: number;
  /** The Merkle root over them: 32 bytes. */
  readonly root: Uint8Array;
}

/** The origin of an organisation's record: the installation's host (with its port, if any) and the slug. */
export function recordOrigin(host: string, slug: string): string {
  return `${host}/${slug}`;
}

/** The three lines of a checkpoint. */
export function encodeCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/**
 * Reads the text of a checkpoint; undefined when it is malformed. Further lines are allowed by the format, so long
 * as none is empty; they mean nothing here.
 */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  if (!text.endsWith("\n")) return undefined;
  const lines = text.slice(0, -1).split("\n");
  const [origin, sizeText, rootText] = lines;
  if (lines.includes("") || !origin || !sizeText || !rootText) return undefined;
  const size = Number(sizeText);
  const root = fromBase64(rootText);
  if (!/^(0|[1-9]\d*)$/.test(sizeText) || !Number.isSafeInteger(size)) return undefined;
  return root?.length === HASH_BYTES ? { origin, size, root } : undefined;
}
