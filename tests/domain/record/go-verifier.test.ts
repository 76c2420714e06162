import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { concatBytes, fromHex, utf8 } from "#app/domain/record/bytes.ts";
import { encodeEntryBundle } from "#app/domain/record/entry-bundle.ts";
import { hashPerfectTree, tilesOfTree } from "#app/domain/record/tile.ts";
import { tilePath } from "#app/domain/record/tile-path.ts";
import { encodeVerifierKey } from "#app/domain/record/verifier-key.ts";
import { sha256 } from "#db/record-crypto.server.ts";
import { buildGoVerifier, whyNoGo } from "#tests/support/record-go.ts";
import { ExampleLog, keyNumber } from "./example-log.ts";

const missing = whyNoGo();
if (missing) console.warn(missing);

/** Writes the log as a folder that any tlog-tiles client can read. */
function writeFolder(log: ExampleLog, folder: string): void {
  const write = (path: string, bytes: Uint8Array | string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  };
  const levels = [log.leaves.map((leaf) => fromHex(leaf) ?? new Uint8Array())];
  for (const tile of tilesOfTree(log.entries.length)) {
    const from = tile.index * 256;
    if (tile.kind === "entries") {
      const entries = log.entries.slice(from, from + tile.width);
      write(tilePath(tile), encodeEntryBundle(entries.map(({ entry }) => utf8(entry))));
      continue;
    }
    const hashes = levels[tile.level]?.slice(from, from + tile.width) ?? [];
    if (tile.width === 256) (levels[tile.level + 1] ??= []).push(hashPerfectTree(hashes, sha256));
    write(tilePath(tile), concatBytes(...hashes));
  }
  write("checkpoint", log.checkpoints.at(-1) ?? "");
}

describe.skipIf(missing)(`Go's own note and tlog packages${missing ? ` (${missing})` : ""}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "record-"));
  const verify = missing ? undefined : buildGoVerifier();
  afterAll(() => rmSync(folder, { recursive: true }));

  const sizes = [1, 255, 256, 257, 1000, 70_000];
  test(
    "verify a growing log at every size, each consistent with the one before",
    { timeout: 120_000 },
    async () => {
      const log = new ExampleLog(await keyNumber(1));
      const key = encodeVerifierKey((await keyNumber(1)).verifier);
      const seen = join(folder, "seen");
      for (const size of sizes) {
        while (log.entries.length < size) log.append("update", { number: log.entries.length });
        log.publish();
        const here = join(folder, String(size));
        writeFolder(log, here);
        const verdict = await verify?.(here, key, size === 1 ? undefined : seen);
        expect(verdict).toEqual({ held: true, output: expect.stringContaining(`held: ${size} entries`) });
        writeFileSync(seen, log.checkpoints.at(-1) ?? "");
      }
    },
  );

  test("accept a checkpoint that both keys signed under either, and refuse a stranger's", async () => {
    const log = new ExampleLog(await keyNumber(1));
    log.append("update", {});
    log.rotate(await keyNumber(2));
    const here = join(folder, "rotated");
    writeFolder(log, here);
    for (const number of [1, 2]) {
      const verdict = await verify?.(here, encodeVerifierKey((await keyNumber(number)).verifier));
      expect(verdict).toEqual({ held: true, output: "held: 2 entries" });
    }
    const stranger = await verify?.(here, encodeVerifierKey((await keyNumber(3)).verifier));
    expect(stranger).toEqual({ held: false, output: expect.stringContaining("no verifiable signatures") });
  });

  test("refuse an entry, a leaf or a past that was changed", async () => {
    const key = encodeVerifierKey((await keyNumber(1)).verifier);
    const here = join(folder, "257");
    const bundle = join(here, "tile/entries/001.p/1");
    const honest = readFileSync(bundle);
    writeFileSync(bundle, Buffer.from(honest).fill(0x20, 10, 11));
    expect(await verify?.(here, key)).toEqual({
      held: false,
      output: expect.stringContaining("entry 256 is not its leaf"),
    });
    writeFileSync(bundle, honest);
    writeFileSync(join(here, "tile/0/000"), Buffer.alloc(8192));
    expect(await verify?.(here, key)).toEqual({
      held: false,
      output: expect.stringContaining("inconsistent tile"),
    });

    const other = new ExampleLog(await keyNumber(1));
    for (let i = 0; i < 100; i++) other.append("update", { other: i });
    other.publish();
    const otherSeen = join(folder, "other");
    writeFileSync(otherSeen, other.checkpoints.at(-1) ?? "");
    expect(await verify?.(join(folder, "1000"), key, otherSeen)).toEqual({
      held: false,
      output: expect.stringContaining("consistency with 100 entries"),
    });
  });
});
