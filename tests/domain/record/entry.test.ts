import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromHex, toHex } from "#app/domain/record/bytes.ts";
import { canonicalJson, type Json, type JsonObject } from "#app/domain/record/canonical.ts";
import { encodeEntry, parseEntry, type RecordEntry } from "#app/domain/record/entry.ts";
import { daysToRecord, isRecordedLate } from "#app/domain/record/lateness.ts";
import { readSealedEntry, sealBody, sealHolds, sealText } from "#app/domain/record/seal.ts";
import {
  canBeWithdrawn,
  readWithdrawal,
  refuseWithdrawal,
  withdrawalBody,
} from "#app/domain/record/withdrawal.ts";
import { hmacSha256, newSalt, nodeRecordCrypto } from "#db/record-crypto.server.ts";

const entry: RecordEntry = {
  v: 1,
  kind: "commitment",
  subject: "commitment:0193b2c4-7d1e-7f00-8000-000000000001",
  effectiveOn: "2025-02-01",
  recordedAt: "2025-02-03T10:00:00Z",
  role: "owner",
  body: "0".repeat(64),
};

describe("entries", () => {
  test("are written as canonical JSON: keys in order, no spaces", () => {
    expect(encodeEntry(entry)).toBe(
      `{"body":"${"0".repeat(64)}","effectiveOn":"2025-02-01","kind":"commitment","recordedAt":"2025-02-03T10:00:00Z",` +
        `"role":"owner","subject":"commitment:0193b2c4-7d1e-7f00-8000-000000000001","v":1}`,
    );
  });

  test("are read back, with an author who chose to be named", () => {
    const named = { ...entry, author: "Zoë – 山" };
    expect(parseEntry(encodeEntry(named))).toEqual(named);
    expect(parseEntry(encodeEntry(entry))).toEqual(entry);
  });

  test.each([
    ["spaces", JSON.stringify(entry, null, 1)],
    ["another order", JSON.stringify(entry)],
    ["nothing", ""],
    ["a list", "[]"],
    ["another version", canonicalJson({ ...entry, v: 2 })],
    ["a field too many", canonicalJson({ ...entry, name: "x" })],
    ["a date that is none", canonicalJson({ ...entry, effectiveOn: "2025-02-30" })],
    ["an instant without a zone", canonicalJson({ ...entry, recordedAt: "2025-02-03T10:00:00" })],
    ["a short seal", canonicalJson({ ...entry, body: "00" })],
    ["a loose kind", canonicalJson({ ...entry, kind: "Commitment" })],
    ["a subject with an empty id", canonicalJson({ ...entry, subject: "commitment:" })],
  ])("with %s are refused", (_, text) => {
    expect(parseEntry(text)).toBeUndefined();
  });
});

describe("canonical JSON", () => {
  test("orders keys by UTF-16 units and writes numbers as RFC 8785's examples have them", () => {
    const value = {
      "\u20ac": "Euro",
      "\r": "CR",
      "\ufb33": "Dalet",
      "1": "One",
      "\ud83d\ude00": "Smile",
      "\u0080": "C",
      "\u00f6": "O",
    };
    expect(Object.values(JSON.parse(canonicalJson(value)))).toEqual(
      Object.values(value).sort((a, b) => {
        const order = ["One", "CR", "C", "O", "Euro", "Smile", "Dalet"];
        return order.indexOf(a) - order.indexOf(b);
      }),
    );
    expect(canonicalJson([333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0])).toBe(
      "[333333333.3333333,1e+30,4.5,0.002,1e-27,0]",
    );
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\"/"');
  });

  test("equal values have equal texts, whatever their order", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue()), (value) => {
        const body = JSON.parse(JSON.stringify(value)) as { [key: string]: Json };
        const turned = Object.fromEntries(Object.entries(body).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(body));
      }),
    );
  });

  test("refuses what JSON cannot say", () => {
    const unsayable: Json[] = [NaN, Infinity, "\ud800", ["\udc00"], { a: { b: "x\ud800" } }, { "\ud800": 1 }];
    for (const value of unsayable) {
      expect(() => canonicalJson(value)).toThrow(RangeError);
    }
  });
});

describe("seals", () => {
  const body: JsonObject = { title: "Pay within ten days", target: 10 };

  test("are HMAC-SHA256 of the canonical body", () => {
    // Made with Python's own hmac and json modules.
    const salt =
      fromHex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20") ?? new Uint8Array();
    expect(sealText(sealBody(hmacSha256, salt, body))).toBe(
      "c7b6950ca1b77017afbeefd16d50d321908563d58188f696b4a64aacb3a875b5",
    );
  });

  test("hold for their body in any order of keys, and for no other body or salt", async () => {
    const salt = newSalt();
    const sealed = { kind: "commitment", body: sealText(sealBody(hmacSha256, salt, body)) };
    const opened = { salt: toHex(salt), body };
    expect(await sealHolds(sealed, opened, nodeRecordCrypto)).toBe(true);
    expect(
      await sealHolds(sealed, { ...opened, body: { target: 10, title: body.title! } }, nodeRecordCrypto),
    ).toBe(true);
    expect(await sealHolds(sealed, { ...opened, body: { ...body, target: 9 } }, nodeRecordCrypto)).toBe(
      false,
    );
    expect(await sealHolds(sealed, { ...opened, salt: toHex(newSalt()) }, nodeRecordCrypto)).toBe(false);
    expect(await sealHolds(sealed, { ...opened, salt: "00" }, nodeRecordCrypto)).toBe(false);
  });

  test("need a whole salt", () => {
    expect(() => sealBody(hmacSha256, new Uint8Array(16), body)).toThrow("32 bytes");
  });

  test("are read from an entry's text", () => {
    expect(readSealedEntry(encodeEntry(entry))).toEqual({ kind: "commitment", body: entry.body });
    for (const text of ["", "null", "[]", "{}", '{"kind":1,"body":2}'])
      expect(readSealedEntry(text)).toBeUndefined();
  });
});

describe("lateness", () => {
  test.each([
    ["2025-01-01", "2025-01-31T12:00:00Z", 30, false],
    ["2025-01-01", "2025-02-01T00:00:00Z", 31, true],
    ["2025-01-01", "2025-01-31T23:59:59Z", 30, false],
    // In July London is an hour ahead: half past eleven in the evening by UTC is the next day there.
    ["2025-07-01", "2025-07-31T22:30:00Z", 30, false],
    ["2025-07-01", "2025-07-31T23:30:00Z", 31, true],
    ["2024-02-01", "2024-03-02T09:00:00Z", 30, false],
    ["2025-06-01", "2025-05-01T09:00:00Z", -31, false],
  ])("from %s to %s are %i days", (effectiveOn, recordedAt, days, late) => {
    expect(daysToRecord(effectiveOn, recordedAt)).toBe(days);
    expect(isRecordedLate({ effectiveOn, recordedAt })).toBe(late);
  });
});

describe("withdrawal", () => {
  test.each([
    "commitment",
    "measure",
    "milestone",
    "reading",
    "status",
    "target",
    "status-change",
    "withdrawn",
    "signing-key",
    "attestation",
    "pay-summary",
    "recruitment-round",
    "a-kind-nobody-thought-of",
  ])("a %s cannot be withdrawn, and the refusal says what to do", (kind) => {
    expect(canBeWithdrawn(kind)).toBe(false);
    expect(refuseWithdrawal({ kind, alreadyWithdrawn: false })).toMatch(/correction/);
  });

  test("what people said can be, once", () => {
    for (const kind of ["update", "evidence", "story", "loop", "persona"]) {
      expect(refuseWithdrawal({ kind, alreadyWithdrawn: false })).toBeUndefined();
      expect(refuseWithdrawal({ kind, alreadyWithdrawn: true })).toMatch(/already/);
    }
  });

  test("the body of a withdrawal is read back, and nothing else is taken for one", () => {
    const withdrawal = { entry: 3, reason: "erasure-request" } as const;
    expect(readWithdrawal(withdrawalBody(withdrawal))).toEqual(withdrawal);
    const others: JsonObject[] = [
      {},
      { entry: 3, reason: "erasure-request" },
      { content: [3, "erasure-request"] },
      { content: { entry: -1, reason: "erasure-request" } },
      { content: { entry: 1.5, reason: "erasure-request" } },
      { content: { entry: 3, reason: "regret" } },
    ];
    for (const body of others) {
      expect(readWithdrawal(body)).toBeUndefined();
    }
  });
});
