import { concatBytes } from "./bytes.ts";
import { TILE_WIDTH } from "./tile-path.ts";

/** The longest entry, in bytes, that an entry bundle can carry: its length is written in two bytes. */
export const MAX_ENTRY_BYTES = 0xffff;

/**
 * The bytes of `tile/entries/…`: each entry after its length as two bytes, the larger first (C2SP tlog-tiles).
 *
 * @throws RangeError when an entry is longer than 65,535 bytes.
 */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY_BYTES) {
      throw new RangeError(
        `An entry may have at most ${MAX_ENTRY_BYTES} bytes; this one has ${entry.length}.`,
      );
    }
    parts.push(Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry);
  }
  return concatBytes(...parts);
}

/** The entries of a bundle; undefined when the bytes end in the middle of one, or there are more than 256. */
export function decodeEntryBundle(bytes: Uint8Array): Uint8Array[] | undefined {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const high = bytes[at];
    const low = bytes[at + 1];
    if (high === undefined || low === undefined) return undefined;
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length || entries.length === TILE_WIDTH) return undefined;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
}
