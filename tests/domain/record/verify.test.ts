import { webcrypto } from "node:crypto";
import { describe, expect, test } from "vitest";
import { fromHex, toHex, utf8 } from "#app/domain/record/bytes.ts";
import { encodeCheckpoint, parseCheckpoint } from "#app/domain/record/checkpoint.ts";
import type { RecordCrypto } from "#app/domain/record/crypto.ts";
import { frontierRoot } from "#app/domain/record/frontier.ts";
import type { KnownHead } from "#app/domain/record/known-head.ts";
import { parseRecordFile, type RecordFile, type RecordFileEntry } from "#app/domain/record/record-file.ts";
import { signNote } from "#app/domain/record/signed-note.ts";
import { signingKey } from "#app/domain/record/signing-key.ts";
import { encodeVerifierKey } from "#app/domain/record/verifier-key.ts";
import { verifyRecord } from "#app/domain/record/verify.ts";
import { ed25519, nodeRecordCrypto, sha256 } from "#db/record-crypto.server.ts";
import { ExampleLog, exampleLog, keyNumber, ORIGIN } from "./example-log.ts";

/** A record file that a test may change. */
type DraftFile = Omit<RecordFile, "origin" | "keys" | "checkpoints" | "leaves" | "entries"> & {
  origin: string;
  keys: string[];
  checkpoints: string[];
  leaves: string[];
  entries: ({ -readonly [Key in keyof RecordFileEntry]: RecordFileEntry[Key] } | null)[];
};

const log = await exampleLog();

/** Verifies a changed copy, and gives what was found. */
async function details(change: (file: DraftFile) => void, known: KnownHead[] = []): Promise<string[]> {
  const file = log.file() as DraftFile;
  change(file);
  const { outcome, findings, head } = await verifyRecord(file, nodeRecordCrypto, known);
  expect(outcome === "broken").toBe(findings.length > 0);
  expect(head === undefined).toBe(findings.length > 0);
  return findings.map(({ detail }) => detail);
}

async function headOf(file: RecordFile): Promise<KnownHead> {
  const { head, line } = await verifyRecord(file, nodeRecordCrypto);
  if (!head) throw new Error(line);
  return head;
}

describe("an honest record", () => {
  test("holds, and says so in one line", async () => {
    const { outcome, line, findings } = await verifyRecord(log.file(), nodeRecordCrypto);
    expect(findings).toEqual([]);
    expect(outcome).toBe("held");
    expect(line).toMatch(
      /^Held: 40 entries of kept\.example:3000\/northside, signed, .*1 withdrawn openly; first look/,
    );
    expect(line).not.toContain("\n");
  });

  test("holds against every state it had before", async () => {
    const grown = new ExampleLog(await keyNumber(1));
    const known: KnownHead[] = [];
    for (let i = 0; i < 20; i++) {
      grown.append("update", { i });
      if (i === 9) grown.rotate(await keyNumber(2));
      else grown.publish();
      known.push(await headOf(grown.file()));
    }
    const { outcome, line } = await verifyRecord(grown.file(), nodeRecordCrypto, known);
    expect([outcome, line]).toEqual([
      "held",
      expect.stringContaining("consistent with what was seen before"),
    ]);
  });

  test("holds when it is empty, without stored leaves, and after a trip through JSON", async () => {
    const empty = new ExampleLog(await keyNumber(1));
    empty.publish();
    expect((await verifyRecord(empty.file(), nodeRecordCrypto)).outcome).toBe("held");
    const bare = log.file();
    const parsed = parseRecordFile(JSON.stringify({ ...bare, leaves: undefined }));
    expect("file" in parsed && (await verifyRecord(parsed.file, nodeRecordCrypto)).outcome).toBe("held");
  });

  test("holds in a browser's Web Crypto, and is not called signed where Ed25519 is lacking", async () => {
    const { subtle } = webcrypto;
    const browser: RecordCrypto = {
      sha256: async (data) => new Uint8Array(await subtle.digest("SHA-256", data)),
      hmacSha256: async (key, data) => {
        const hmac = await subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
        return new Uint8Array(await subtle.sign("HMAC", hmac, data));
      },
      verifyEd25519: async (publicKey, message, signature) => {
        const key = await subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
        return subtle.verify("Ed25519", key, signature, message);
      },
    };
    expect((await verifyRecord(log.file(), browser)).outcome).toBe("held");
    const old = await verifyRecord(log.file(), { ...browser, verifyEd25519: () => undefined });
    expect([old.outcome, old.line]).toEqual(["incomplete", expect.stringContaining("signature not checked")]);
  });
});

describe("what was done to a record is found and named", () => {
  test("words edited", async () => {
    const found = await details((file) => (file.entries[3]!.body = { text: "Words 3, improved", i: 3 }));
    expect(found).toEqual([expect.stringContaining("The words of entry 3 are not those that were recorded")]);
  });

  test("an entry edited", async () => {
    const found = await details((file) => {
      file.entries[17]!.entry = file.entries[17]!.entry.replace("2025-02-01", "2024-02-01");
    });
    expect(found).toContain("Entry 17 has been altered or added: the tree holds no such entry.");
    expect(found).toContainEqual(expect.stringContaining("the change lies from entry 17 on"));
  });

  test("an entry removed, with its row or from the list", async () => {
    expect(await details((file) => (file.entries[20] = null))).toContain("Entry 20 is missing.");
    const found = await details((file) => file.entries.splice(20, 1));
    expect(found).toContain("Entry 20 is missing.");
    expect(found).toContainEqual(expect.stringContaining("only 39 are here: the record has been cut short"));
  });

  test("two entries swapped", async () => {
    const found = await details((file) => {
      [file.entries[20], file.entries[30]] = [file.entries[30]!, file.entries[20]!];
    });
    expect(found).toContain("Entry 20 is out of place: it was recorded as entry 30.");
    expect(found).toContain("Entry 30 is out of place: it was recorded as entry 20.");
  });

  test("an entry added without a signature", async () => {
    const found = await details((file) => file.entries.push({ ...file.entries[3]! }));
    expect(found).toContainEqual(expect.stringContaining("41 are here: the rest is not signed"));
  });

  test("the stored tree altered while the entries hold", async () => {
    const found = await details((file) => (file.leaves[5] = "00".repeat(32)));
    expect(found).toEqual(["The stored tree is wrong at entry 5."]);
  });

  test("words and salt lost without a withdrawal", async () => {
    const strip = (file: DraftFile) => (file.entries[7] = { entry: file.entries[7]!.entry });
    expect(await details(strip)).toEqual([
      "The words of entry 7 are missing, and no later entry withdraws them.",
    ]);
    expect(await details((file) => delete file.entries[7]!.salt)).toEqual([
      "Entry 7 has its words but not its salt.",
    ]);
    expect(await details((file) => delete file.entries[7]!.body)).toEqual([
      "Entry 7 has its salt but not its words.",
    ]);
  });

  test("withdrawn words that are still there, and a tombstone that lies", async () => {
    const kept = await details((file) =>
      Object.assign(file.entries[4]!, { body: { text: "x" }, salt: "00".repeat(32) }),
    );
    expect(kept).toContain("Entry 12 withdraws the words of entry 4, but they are still here.");
    const lies = await details(
      (file) => (file.entries[4]!.tombstone = { by: 12, reason: "harmful-mistake" }),
    );
    expect(lies).toEqual(["The tombstone of entry 4 does not say what the log says of its withdrawal."]);
    const forged = await details(
      (file) => (file.entries[5]!.tombstone = { by: 12, reason: "consent-taken-back" }),
    );
    expect(forged).toEqual(["The tombstone of entry 5 does not say what the log says of its withdrawal."]);
  });

  test("a promise withdrawn, and a withdrawal of what is yet to come", async () => {
    const bad = new ExampleLog(await keyNumber(1));
    bad.append("commitment", { text: "We will pay" });
    bad.withdraw({ entry: 0, reason: "harmful-mistake" });
    bad.append("withdrawn", { content: { entry: 9, reason: "harmful-mistake" } });
    bad.publish();
    const { findings } = await verifyRecord(bad.file(), nodeRecordCrypto);
    expect(findings.map(({ detail }) => detail)).toEqual([
      "Entry 1 withdraws entry 0, a “commitment”: those may only be corrected.",
      "Entry 2 says that words were withdrawn, but names no earlier entry and reason.",
      "The words of entry 0 are missing, and no later entry withdraws them.",
      "The tombstone of entry 0 does not say what the log says of its withdrawal.",
    ]);
  });

  test("a withdrawal that came before the words it names", async () => {
    const early = new ExampleLog(await keyNumber(1));
    early.append("withdrawn", { content: { entry: 1, reason: "harmful-mistake" } });
    early.append("update", { text: "Words" });
    early.publish();
    const { findings } = await verifyRecord(early.file(), nodeRecordCrypto);
    expect(findings.map(({ entry }) => entry)).toEqual([0]);
  });

  test("a roll back, seen by whoever looked before", async () => {
    const head = await headOf(log.file());
    const young = new ExampleLog(await keyNumber(1));
    for (let i = 0; i < 5; i++) young.append("update", { i });
    young.publish();
    const { findings } = await verifyRecord(young.file(), nodeRecordCrypto, [head]);
    expect(findings.map(({ detail }) => detail)).toContainEqual(
      expect.stringContaining("it has been rolled back"),
    );
  });

  test("a split view: two records of one size, both properly signed", async () => {
    const head = await headOf(log.file());
    const other = await exampleLog();
    const twin = new ExampleLog(await keyNumber(2));
    for (let i = 0; i < 40; i++) twin.append("update", { other: i });
    twin.publish();
    const { findings } = await verifyRecord(other.file(), nodeRecordCrypto, [
      { ...head, root: parseRoot(twin.checkpoints[0]!) },
    ]);
    expect(findings.map(({ detail }) => detail)).toEqual([
      expect.stringContaining("two people were shown different things"),
    ]);
    const both = await details((file) => file.checkpoints.push(twin.checkpoints[0]!));
    expect(both).toContainEqual(expect.stringContaining("people were shown different things"));
  });

  test("a past rewritten and signed again", async () => {
    const grown = new ExampleLog(await keyNumber(1));
    for (let i = 0; i < 5; i++) grown.append("update", { i });
    grown.publish();
    const head = await headOf(grown.file());
    const rewritten = new ExampleLog(await keyNumber(1));
    for (let i = 0; i < 9; i++) rewritten.append("update", { i: i === 2 ? 99 : i });
    rewritten.publish();
    const { findings } = await verifyRecord(rewritten.file(), nodeRecordCrypto, [head]);
    expect(findings.map(({ detail }) => detail)).toEqual([
      "The first 5 entries are not those seen before: the record has been rewritten.",
    ]);
  });
});

describe("keys", () => {
  test("a key with the name of another log signs nothing here", async () => {
    const elsewhere = await signingKey("kept.example/elsewhere", sha256(utf8("key 1")), ed25519, sha256);
    const foreign = new ExampleLog(elsewhere);
    foreign.append("update", {});
    foreign.publish();
    const { findings } = await verifyRecord(foreign.file(), nodeRecordCrypto);
    expect(findings.map(({ detail }) => detail)).toEqual([
      expect.stringContaining("is not a key of kept.example:3000/northside"),
    ]);
  });

  test("a stranger's signature under an honest checkpoint hands over nothing", async () => {
    const thief = await keyNumber(66);
    const found = await details((file) => {
      file.keys.push(encodeVerifierKey(thief.verifier));
      file.checkpoints.push(signNote(encodeCheckpoint(present()), [thief], ed25519));
    });
    expect(found).toContain("The keys listed are not those that the log names.");
    expect(found).toContainEqual(expect.stringContaining("The checkpoint at 40 entries is not signed by"));
  });

  test("the old key signs no more after the handover", async () => {
    const old = await keyNumber(1);
    const found = await details((file) =>
      file.checkpoints.push(signNote(encodeCheckpoint(present()), [old], ed25519)),
    );
    expect(found).toEqual([expect.stringContaining("The checkpoint at 40 entries is not signed by")]);
  });

  test("a handover needs the checkpoint that both signed", async () => {
    expect(await details((file) => file.checkpoints.splice(2, 1))).toEqual([
      "The key changed at 14 entries, and the checkpoint that both keys signed is missing.",
    ]);
    const alone = new ExampleLog(await keyNumber(1));
    alone.rotate(await keyNumber(2));
    alone.checkpoints.pop();
    alone.publish();
    expect((await verifyRecord(alone.file(), nodeRecordCrypto)).findings.map(({ about }) => about)).toEqual([
      "signature",
    ]);
  });

  test("a log that appears under a new key without a handover is refused by whoever knew the old one", async () => {
    const head = await headOf(log.file());
    const copy = new ExampleLog(await keyNumber(3));
    for (let i = 0; i < 41; i++) copy.append("update", { i });
    copy.publish();
    const { findings } = await verifyRecord(copy.file(), nodeRecordCrypto, [head]);
    expect(findings.map(({ detail }) => detail)).toContain(
      "The record of 40 entries seen before was signed by another key.",
    );
  });
});

function present() {
  return { origin: ORIGIN, size: 40, root: frontierRoot(log.frontier, sha256) };
}

function parseRoot(checkpoint: string): string {
  return checkpoint.split("\n")[2] ?? "";
}

describe("record files", () => {
  test.each([
    ["", "This is not JSON"],
    ["[]", "one JSON object"],
    ["{}", "“format” must be"],
    [JSON.stringify({ ...log.file(), keys: "x" }), "“keys” must be a list of texts"],
    [JSON.stringify({ ...log.file(), leaves: [1] }), "“leaves” must be a list of texts"],
    [JSON.stringify({ ...log.file(), entries: {} }), "“entries” must be a list"],
    [JSON.stringify({ ...log.file(), entries: [log.entries[0], { entry: 4 }] }), "“entries[1]” must hold"],
  ])("a bad one is refused with its fault: %#", (text, fault) => {
    expect(parseRecordFile(text)).toEqual({
      faults: expect.arrayContaining([expect.stringContaining(fault)]),
    });
  });

  test("one without checkpoints, or whose checkpoint cannot be read, does not hold", async () => {
    expect(await details((file) => (file.checkpoints = []))).toContain(
      "The record has no signed checkpoint.",
    );
    expect(await details((file) => file.checkpoints.push("x"))).toContain("Checkpoint 8 cannot be read.");
    expect(await details((file) => (file.origin = "kept.example/other"))).toContainEqual(
      expect.stringContaining("not of kept.example/other"),
    );
  });

  test("the checkpoints of the example are those it signed", () => {
    expect(
      log.checkpoints.map((note) => parseCheckpoint(note.slice(0, note.indexOf("\n\n") + 1))?.size),
    ).toEqual([12, 13, 14, 17, 25, 33, 40]);
    expect(toHex(utf8("é"))).toBe("c3a9");
    expect(fromHex("c3A9")).toBeUndefined();
  });
});
