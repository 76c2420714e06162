import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBase64, toBase64, toHex } from "#app/domain/record/bytes.ts";
import { encodeCheckpoint, parseCheckpoint, recordOrigin } from "#app/domain/record/checkpoint.ts";
import { checkSignature, parseNote, signNote } from "#app/domain/record/signed-note.ts";
import { encodeSigningKey, parseSigningKey, signingKey } from "#app/domain/record/signing-key.ts";
import { encodeVerifierKey, parseVerifierKey, verifierKey } from "#app/domain/record/verifier-key.ts";
import { ed25519, newSeed, nodeRecordCrypto, sha256 } from "#db/record-crypto.server.ts";

// The example of Go's note package: key, text and signature.
const VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const SKEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const PETER =
  "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
const ENOCH =
  "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

async function peter() {
  const key = await parseVerifierKey(VKEY, sha256);
  if (!key) throw new Error("The example key was refused");
  return key;
}

async function check(text: string) {
  const note = parseNote(text);
  return note ? checkSignature(note, await peter(), nodeRecordCrypto) : "malformed";
}

describe("keys", () => {
  test("Go's example keys are read, belong together and are written back alike", async () => {
    const verifier = await peter();
    expect([verifier.name, toHex(verifier.id)]).toEqual(["PeterNeumann", "c74f20a3"]);
    expect(encodeVerifierKey(verifier)).toBe(VKEY);
    const signer = await parseSigningKey(SKEY, ed25519, sha256);
    expect(signer && encodeVerifierKey(signer.verifier)).toBe(VKEY);
    expect(signer && encodeSigningKey(signer)).toBe(SKEY);
  });

  test("a fresh key makes the round trip, with a host, a port and a slug for a name", async () => {
    const key = await signingKey(recordOrigin("kept.example:3000", "northside"), newSeed(), ed25519, sha256);
    expect(key.verifier.name).toBe("kept.example:3000/northside");
    expect(await parseSigningKey(encodeSigningKey(key), ed25519, sha256)).toEqual(key);
    expect(await parseVerifierKey(encodeVerifierKey(key.verifier), sha256)).toEqual(key.verifier);
  });

  test.each([
    "",
    "PeterNeumann",
    VKEY.slice(0, -1),
    `${VKEY}=`,
    VKEY.replace("c74f20a3", "c74f20a4"),
    VKEY.replace("c7", "C7"),
    VKEY.replace("Peter", "peter"),
    VKEY.replace("Peter", "Peter "),
    VKEY.replace("PeterNeumann", ""),
    VKEY.replace("+ARpc", "+Axpc"),
    SKEY,
    VKEY.replace("0TW", "0Tx"),
  ])("%j is no verifier key", async (text) => {
    expect(await parseVerifierKey(text, sha256)).toBeUndefined();
  });

  test("a signer key whose id is not that of its own public key is refused", async () => {
    expect(await parseSigningKey(SKEY.replace("c74f20a3", "c74f20a4"), ed25519, sha256)).toBeUndefined();
    expect(await parseSigningKey(VKEY, ed25519, sha256)).toBeUndefined();
  });

  test.each(["", "with space", "plus+plus", "new\nline", "no\u00a0break"])(
    "%j cannot name a key",
    async (name) => {
      await expect(verifierKey(name, new Uint8Array(32), sha256)).rejects.toThrow(RangeError);
    },
  );
});

describe("notes", () => {
  test("signing Go's example gives Go's example", async () => {
    const signer = await parseSigningKey(SKEY, ed25519, sha256);
    expect(signNote(TEXT, signer ? [signer] : [], ed25519)).toBe(`${TEXT}\n${PETER}`);
  });

  test("a good signature is good, alone or among strangers'", async () => {
    expect(await check(`${TEXT}\n${PETER}`)).toBe("good");
    expect(await check(`${TEXT}\n${ENOCH}${PETER}`)).toBe("good");
    expect(await check(`${TEXT}\n${PETER}${ENOCH}`)).toBe("good");
  });

  test("a note that only strangers signed is not signed", async () => {
    expect(await check(`${TEXT}\n${ENOCH}`)).toBe("absent");
  });

  test("any change of text or signature is found", async () => {
    const note = `${TEXT}\n${PETER}`;
    expect(await check(note.replace("answer", "Answer"))).toBe("bad");
    await fc.assert(
      fc.asyncProperty(fc.nat(note.length - 1), fc.integer({ min: 0x20, max: 0x7e }), async (at, code) => {
        const changed = note.slice(0, at) + String.fromCharCode(code) + note.slice(at + 1);
        if (changed !== note) expect(await check(changed)).not.toBe("good");
      }),
    );
  });

  test("a machine without Ed25519 says so instead of guessing", async () => {
    const note = parseNote(`${TEXT}\n${PETER}`);
    const blind = { verifyEd25519: () => undefined };
    expect(note && (await checkSignature(note, await peter(), blind))).toBe("cannot tell here");
  });

  test.each([
    ["no signature", `${TEXT}\n`],
    ["no blank line", TEXT + PETER],
    ["no last newline", `${TEXT}\n${PETER.slice(0, -1)}`],
    ["a hyphen for a dash", `${TEXT}\n${PETER.replace("—", "-")}`],
    ["two spaces", `${TEXT}\n${PETER.replace("Neumann ", "Neumann  ")}`],
    ["a broken signature beside a good one", `${TEXT}\n— X x\n${PETER}`],
    ["a carriage return", `${TEXT}\n${PETER}`.replaceAll("\n", "\r\n")],
    ["a tab", `${TEXT.replace(" ", "\t")}\n${PETER}`],
    ["a signature too short to hold one", `${TEXT}\n— PeterNeumann x08gow==\n`],
    ["a hundred and one signatures", `${TEXT}\n${ENOCH.repeat(101)}`],
  ])("a note with %s is malformed", (_, text) => {
    expect(parseNote(text)).toBeUndefined();
  });

  test("a text that no note can carry is not signed", () => {
    expect(() => signNote("no newline", [], ed25519)).toThrow(RangeError);
    expect(() => signNote("a\ttab\n", [], ed25519)).toThrow(RangeError);
  });
});

describe("checkpoints", () => {
  // The example of C2SP tlog-checkpoint.
  const example = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

  test("the format's example is read and written back alike", () => {
    const checkpoint = parseCheckpoint(example);
    expect(checkpoint).toMatchObject({ origin: "example.com/behind-the-sofa", size: 20852163 });
    expect(checkpoint && encodeCheckpoint(checkpoint)).toBe(example);
  });

  test("further lines are allowed", () => {
    expect(parseCheckpoint(`${example}anything\n`)?.size).toBe(20852163);
  });

  test.each([
    "",
    "a\n",
    "a\n1\n",
    example.slice(0, -1),
    example.replace("2085", "02085"),
    example.replace("2085", "-2085"),
    example.replace("20852163", "1e3"),
    example.replace("20852163", "99999999999999999999"),
    `\n${example}`,
    `${example}\n`,
    example.replace("CsUY", ""),
    example.replace("I=", "J="),
    example.replace("Cs", " Cs"),
  ])("%j is no checkpoint", (text) => {
    expect(parseCheckpoint(text)).toBeUndefined();
  });
});

test("base64 has one spelling for each value", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
  for (const loose of ["QQ", "QQ=", "QR==", "Q Q=", "QQ==\n", "QQ-=", "=QQ="])
    expect(fromBase64(loose)).toBeUndefined();
});
