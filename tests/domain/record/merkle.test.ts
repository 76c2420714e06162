import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromHex, toHex, utf8 } from "#app/domain/record/bytes.ts";
import { consistencyRanges, verifyConsistency } from "#app/domain/record/consistency-proof.ts";
import { appendLeaf, EMPTY_FRONTIER, frontierLength, frontierRoot } from "#app/domain/record/frontier.ts";
import { inclusionRanges, verifyInclusion } from "#app/domain/record/inclusion-proof.ts";
import { emptyRoot, leafHash, nodeHash } from "#app/domain/record/merkle.ts";
import { rangeHash, type EntryRange } from "#app/domain/record/subtree.ts";
import { nodeReader, splitTile, tileExists, tilesOfRanges, widthAtSize } from "#app/domain/record/tile.ts";
import { rootsAtSizes } from "#app/domain/record/verify-tree.ts";
import { sha256 } from "#db/record-crypto.server.ts";

// The eight leaves, roots and proofs of the Certificate Transparency reference tests.
const CT_LEAVES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const CT_ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const N96 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const N5F = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const N6B = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const NBC = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const NCA = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const N0E = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

const ctLeaves = CT_LEAVES.map((hex) => leafHash(sha256, fromHex(hex) ?? new Uint8Array()));

/** RFC 6962's definition, word for word: slow, and plainly right. */
function treeHash(leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves;
  if (!first) return emptyRoot(sha256);
  if (leaves.length === 1) return first;
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return nodeHash(sha256, treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)));
}

/** A log's leaves, roots at every size, and the tiles it would store. */
function grow(leaves: readonly Uint8Array[]) {
  let frontier = EMPTY_FRONTIER;
  const roots = [frontierRoot(frontier, sha256)];
  const levels: Uint8Array[][] = [];
  for (const leaf of leaves) {
    const step = appendLeaf(frontier, leaf, sha256);
    frontier = step.frontier;
    roots.push(frontierRoot(frontier, sha256));
    for (const { level, index, hash } of step.completed) {
      if (level % 8 !== 0) continue;
      const row = (levels[level / 8] ??= []);
      expect(row.length).toBe(index);
      row.push(hash);
    }
  }
  const prove = (ranges: EntryRange[], size: number) => {
    const tiles = new Set(tilesOfRanges(ranges, size).map(({ level, index }) => `${level}/${index}`));
    const readNode = nodeReader(
      ({ level, index, width }) => {
        expect(tiles).toContain(`${level}/${index}`);
        return (levels[level] ?? []).slice(index * 256, index * 256 + width);
      },
      size,
      sha256,
    );
    return ranges.map((range) => rangeHash(range, readNode, sha256));
  };
  return { roots, frontier, prove, leaves };
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => leafHash(sha256, utf8(`entry ${i}`)));
const logOf1000 = grow(numbered(1000));
const flip = (hash: Uint8Array) => Uint8Array.from(hash, (byte, i) => (i === 7 ? byte ^ 4 : byte));

describe("the Certificate Transparency vectors", () => {
  test("the empty tree has the hash of nothing", () => {
    expect(toHex(frontierRoot(EMPTY_FRONTIER, sha256))).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  test("the roots at sizes 1 to 8", () => {
    expect(grow(ctLeaves).roots.slice(1).map(toHex)).toEqual(CT_ROOTS);
  });

  test.each([
    { index: 0, size: 1, proof: [] },
    { index: 0, size: 8, proof: [N96, N5F, N6B] },
    { index: 5, size: 8, proof: [NBC, NCA, CT_ROOTS[3]] },
    { index: 2, size: 3, proof: [CT_ROOTS[1]] },
    { index: 1, size: 5, proof: [CT_ROOTS[0], N5F, NBC] },
  ])("the proof that entry $index is in the tree of $size", ({ index, size, proof }) => {
    expect(grow(ctLeaves).prove(inclusionRanges(index, size), size).map(toHex)).toEqual(proof);
  });

  test.each([
    { from: 1, to: 1, proof: [] },
    { from: 1, to: 8, proof: [N96, N5F, N6B] },
    { from: 6, to: 8, proof: [N0E, NCA, CT_ROOTS[3]] },
    { from: 2, to: 5, proof: [N5F, NBC] },
  ])("the proof that $from entries begin the tree of $to", ({ from, to, proof }) => {
    expect(grow(ctLeaves).prove(consistencyRanges(from, to), to).map(toHex)).toEqual(proof);
  });
});

describe("growing", () => {
  test.each([1, 2, 3, 7, 8, 255, 256, 257, 1000])("at %i entries the root is RFC 6962's", (size) => {
    expect(logOf1000.roots[size]).toEqual(treeHash(numbered(size)));
  });

  test("the frontier holds one hash for each 1 in the size", () => {
    expect(logOf1000.frontier.hashes.length).toBe(frontierLength(1000));
    expect([0, 1, 255, 256, 2 ** 40 + 1].map(frontierLength)).toEqual([0, 1, 8, 1, 2]);
  });

  test("the verifier's own way to the roots agrees with the log's", async () => {
    const sizes = new Set(Array.from({ length: 1001 }, (_, i) => i));
    const roots = await rootsAtSizes(logOf1000.leaves, sizes, sha256);
    expect([...sizes].map((size) => roots.get(size))).toEqual(logOf1000.roots);
  });
});

describe("proofs from tiles", () => {
  const size = fc.oneof(
    fc.integer({ min: 1, max: 300 }),
    fc.constantFrom(1, 255, 256, 257, 511, 512, 513, 1000),
  );

  test("every entry is proven, and no other leaf, place, size or root is", async () => {
    const { roots, prove, leaves } = logOf1000;
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), async (n, seed) => {
        const index = seed % n;
        const proof = prove(inclusionRanges(index, n), n);
        const claim = { index, size: n, leaf: leaves[index]!, root: roots[n]!, proof };
        expect(await verifyInclusion(claim, sha256)).toBe(true);
        expect(await verifyInclusion({ ...claim, leaf: flip(claim.leaf) }, sha256)).toBe(false);
        expect(await verifyInclusion({ ...claim, root: flip(claim.root) }, sha256)).toBe(false);
        expect(await verifyInclusion({ ...claim, proof: [...proof, claim.leaf] }, sha256)).toBe(false);
        expect(await verifyInclusion({ ...claim, index: n }, sha256)).toBe(false);
        if (n > 1) {
          expect(await verifyInclusion({ ...claim, proof: proof.slice(1) }, sha256)).toBe(false);
          expect(await verifyInclusion({ ...claim, index: (index + 1) % n }, sha256)).toBe(false);
          const bent = proof.map((hash, i) => (i === seed % proof.length ? flip(hash) : hash));
          expect(await verifyInclusion({ ...claim, proof: bent }, sha256)).toBe(false);
        }
      }),
    );
  });

  test("every earlier tree is proven to be the beginning, and no other root is", async () => {
    const { roots, prove } = logOf1000;
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), async (newSize, seed) => {
        const oldSize = seed % (newSize + 1);
        const proof = prove(consistencyRanges(oldSize, newSize), newSize);
        const claim = { oldSize, newSize, oldRoot: roots[oldSize]!, newRoot: roots[newSize]!, proof };
        expect(await verifyConsistency(claim, sha256)).toBe(true);
        expect(await verifyConsistency({ ...claim, oldRoot: flip(claim.oldRoot) }, sha256)).toBe(false);
        expect(await verifyConsistency({ ...claim, proof: [...proof, claim.oldRoot] }, sha256)).toBe(false);
        if (oldSize > 0) {
          expect(await verifyConsistency({ ...claim, newRoot: flip(claim.newRoot) }, sha256)).toBe(false);
          expect(await verifyConsistency({ ...claim, oldSize: newSize + 1 }, sha256)).toBe(false);
        }
        if (proof.length > 0) {
          expect(await verifyConsistency({ ...claim, proof: proof.slice(1) }, sha256)).toBe(false);
        }
      }),
    );
  });

  test("impossible proofs are refused", () => {
    expect(() => inclusionRanges(5, 5)).toThrow("no entry 5 in a tree of 5");
    expect(() => inclusionRanges(0.5, 5)).toThrow(RangeError);
    expect(() => consistencyRanges(6, 5)).toThrow("cannot be the beginning");
    expect(() => consistencyRanges(-1, 5)).toThrow(RangeError);
  });
});

describe("tiles of a log", () => {
  test("a log of 70,000 has the tiles that the format's own example counts", () => {
    const width = (level: number, index: number) => widthAtSize({ level, index }, 70_000);
    expect([width(0, 272), width(0, 273), width(0, 274)]).toEqual([256, 112, 0]);
    expect([width(1, 0), width(1, 1), width(1, 2)]).toEqual([256, 17, 0]);
    expect([width(2, 0), width(2, 1), width(3, 0)]).toEqual([1, 0, 0]);
  });

  test("a tile that has grown still exists at its earlier widths, and none beyond the log", () => {
    const tile = { kind: "hashes", level: 0, index: 1, width: 44 } as const;
    expect(tileExists(tile, 300)).toBe(true);
    expect(tileExists({ ...tile, width: 12 }, 300)).toBe(true);
    expect(tileExists({ ...tile, width: 45 }, 300)).toBe(false);
    expect(tileExists({ kind: "entries", index: 1, width: 44 }, 300)).toBe(true);
    expect(tileExists({ kind: "entries", index: 2, width: 1 }, 512)).toBe(false);
    expect(tileExists({ kind: "hashes", level: 1, index: 0, width: 1 }, 255)).toBe(false);
  });

  test("only whole hashes make a tile", () => {
    expect(splitTile(new Uint8Array(64))?.length).toBe(2);
    expect(splitTile(new Uint8Array(0))).toBeUndefined();
    expect(splitTile(new Uint8Array(63))).toBeUndefined();
    expect(splitTile(new Uint8Array(257 * 32))).toBeUndefined();
  });
});
