import { toHex } from "./bytes.ts";
import type { Finding } from "./finding.ts";

/**
 * Names each entry that is not the one the stored tree holds. Without the stored leaves a wrong root says only
 * that something changed; with them, what.
 *
 * @param hashes the leaf hash of each entry that is here; undefined where one is lost.
 * @param leaves the leaf hashes as the tree stores them, in hexadecimal.
 * @param entriesHold whether the entries have the signed root; then it is the stored tree that is wrong.
 */
export function compareWithLeaves(
  hashes: readonly (Uint8Array | undefined)[],
  leaves: readonly string[],
  entriesHold: boolean,
): Finding[] {
  const found = hashes.map((hash) => hash && toHex(hash));
  const length = Math.max(found.length, leaves.length);
  const differing = Array.from({ length }, (_, number) => number).filter((n) => found[n] !== leaves[n]);
  if (entriesHold) {
    return differing.map((entry) => ({
      about: "tree",
      entry,
      detail: `The stored tree is wrong at entry ${entry}.`,
    }));
  }

  const placeOf = new Map(leaves.map((leaf, number) => [leaf, number]));
  const isHere = new Set(found);
  const altered: Finding[] = [];
  const moved: Finding[] = [];
  for (const entry of differing) {
    const here = found[entry];
    const leaf = leaves[entry];
    const recordedAs = here === undefined ? undefined : placeOf.get(here);
    const about = "entry";
    if (here !== undefined && recordedAs === undefined) {
      const detail = `Entry ${entry} has been altered or added: the tree holds no such entry.`;
      altered.push({ about, entry, detail });
    } else if (leaf !== undefined && !isHere.has(leaf)) {
      altered.push({ about, entry, detail: `Entry ${entry} is missing.` });
    } else if (recordedAs !== undefined) {
      moved.push({
        about,
        entry,
        detail: `Entry ${entry} is out of place: it was recorded as entry ${recordedAs}.`,
      });
    }
  }
  // Where one is missing, all that follow have moved up: naming them would bury the one that matters.
  return altered.length > 0 ? altered : moved;
}
