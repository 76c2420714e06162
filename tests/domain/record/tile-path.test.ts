import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeEntryBundle, encodeEntryBundle } from "#app/domain/record/entry-bundle.ts";
import { parseTilePath, tilePath, type Tile } from "#app/domain/record/tile-path.ts";
import { tilesOfTree } from "#app/domain/record/tile.ts";

const index = fc.oneof(fc.nat(2000), fc.nat(), fc.maxSafeNat());
const width = fc.integer({ min: 1, max: 256 });
const anyTile: fc.Arbitrary<Tile> = fc.oneof(
  fc.record({ kind: fc.constant("entries" as const), index, width }),
  fc.record({ kind: fc.constant("hashes" as const), level: fc.integer({ min: 0, max: 63 }), index, width }),
);

describe("tile paths", () => {
  test("are written as the format's example has it", () => {
    expect(tilePath({ kind: "hashes", level: 3, index: 1234067, width: 256 })).toBe("tile/3/x001/x234/067");
    expect(tilePath({ kind: "entries", index: 0, width: 1 })).toBe("tile/entries/000.p/1");
    expect(tilePath({ kind: "entries", index: 1000, width: 255 })).toBe("tile/entries/x001/000.p/255");
  });

  test("are read back as they were written", () => {
    fc.assert(
      fc.property(anyTile, (tile) => {
        expect(parseTilePath(tilePath(tile))).toEqual(tile);
      }),
    );
  });

  test.each([
    "",
    "tile",
    "tile/",
    "tile/0",
    "tile/0/",
    "/tile/0/000",
    "tile/0/000/",
    "tile//000",
    "tile/0/0",
    "tile/0/00",
    "tile/0/0000",
    "tile/00/000",
    "tile/64/000",
    "tile/100/000",
    "tile/-1/000",
    "tile/+1/000",
    "tile/1e1/000",
    "tile/data/000",
    "tile/entries",
    "tile/Entries/000",
    "tile/0/x000/001",
    "tile/0/x00/001",
    "tile/0/001/002",
    "tile/0/x001",
    "tile/0/x001/x002",
    "tile/0/X001/002",
    "tile/0/000.p",
    "tile/0/000.p/",
    "tile/0/000.p/0",
    "tile/0/000.p/256",
    "tile/0/000.p/999",
    "tile/0/000.p/01",
    "tile/0/000.p/1/",
    "tile/0/000.p/-1",
    "tile/0/000.P/1",
    "tile/0/000/1",
    "tile/0/000.p/1.p/1",
    "tile/8/0/000",
    "tile/0/x999/x999/x999/x999/x999/999",
    "tile/0/x001/x000/x000/x000/x000/x000/000",
    "tile/0/000\n",
    "tile/0/ 00",
    "tile/0/../../etc",
    "tile/0/٠٠٠",
    "tile/0/%30%30%30",
    "tile\\0\\000",
  ])("%j is no tile", (path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });

  test("whatever is read is written the same way, and nothing throws", () => {
    const text = fc.string({
      unit: fc.constantFrom("tile", "entries", "/", "x", "0", "1", "9", "12", "000", ".p/", "255"),
    });
    fc.assert(
      fc.property(text, (path) => {
        const tile = parseTilePath(path);
        if (tile) expect(tilePath(tile)).toBe(path);
      }),
    );
  });
});

test("a log's tiles are all listed, each once", () => {
  expect(tilesOfTree(0)).toEqual([]);
  expect(tilesOfTree(256).map(tilePath)).toEqual(["tile/entries/000", "tile/0/000", "tile/1/000.p/1"]);
  const paths = tilesOfTree(70_000).map(tilePath);
  expect(paths.length).toBe(274 + 274 + 2 + 1);
  expect(new Set(paths).size).toBe(paths.length);
});

describe("entry bundles", () => {
  test("put each length in two bytes, the larger first", () => {
    const long = new Uint8Array(258).fill(7);
    expect([...encodeEntryBundle([Uint8Array.of(9, 8), new Uint8Array(0), long]).slice(0, 8)]).toEqual([
      0, 2, 9, 8, 0, 0, 1, 2,
    ]);
  });

  test("are read back as they were written", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 256 }), (entries) => {
        expect(decodeEntryBundle(encodeEntryBundle(entries))).toEqual(entries);
      }),
    );
  });

  test("refuse an entry too long to be written, and bytes that end too soon or hold too many", () => {
    expect(() => encodeEntryBundle([new Uint8Array(65_536)])).toThrow("at most 65535 bytes");
    expect(encodeEntryBundle([new Uint8Array(65_535)]).length).toBe(65_537);
    expect(decodeEntryBundle(Uint8Array.of(0))).toBeUndefined();
    expect(decodeEntryBundle(Uint8Array.of(0, 2, 1))).toBeUndefined();
    expect(decodeEntryBundle(new Uint8Array(257 * 2))).toBeUndefined();
  });
});
