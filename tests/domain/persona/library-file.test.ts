import Ajv from "ajv";
import { z } from "zod";
import { describe, expect, it } from "vitest";
import { decodeLibrary, librarySchema, readLibrary } from "#app/domain/persona/library-file.ts";
import { needId } from "#app/domain/persona/need-id.ts";
import { vocabulary } from "#app/domain/persona/vocabulary.ts";
import { plainSentence } from "#app/domain/plain-sentences.ts";

// As the app is: sentences for forms are there, and must not take the place of those for files.
z.config({ localeError: plainSentence });

const persona = {
  title: "A night-shift porter who sings",
  about: "Works nights and leads a choir.",
  strengths: ["Knows everybody"],
  hopes: "To change the rota.",
  needs: [{ need: vocabulary[0]!, why: "", from: "choir" }],
  sources: [],
  provenance: {
    madeWith: [{ name: "Riverside Carers", part: "Wrote it" }],
    howPaid: "£25 an hour each",
    consent: "Agreed in writing; one message takes it back.",
    consentOn: "2026-02-01",
    licence: "CC-BY-4.0",
    reviewOn: "2027-02-01",
  },
  example: false,
};
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const file = (personas: unknown[], changed: object = {}) =>
  JSON.stringify({
    format: "kept-persona-library",
    version: 1,
    source: "https://kept.example/personas",
    personas,
    ...changed,
  });
const one = (changed: object = {}, n = 1) => ({
  id: id(n),
  publishedBy: "Northgate",
  persona: { ...persona, ...changed },
});
const errorsOf = (text: string) => {
  const reading = readLibrary(text);
  return reading.ok ? [] : reading.errors;
};

describe("a library from elsewhere", () => {
  it("is read whole when nothing is wrong with it", () => {
    expect(readLibrary(file([one(), one({}, 2)]))).toMatchObject({ ok: true });
  });

  it.each([
    ["words that are no JSON", "{", /not JSON/],
    ["too large a file", " ".repeat(2_000_001), /larger than 2 MB/],
    ["another format", file([one()], { format: "x" }), /not a persona library/],
    ["a version of tomorrow", file([one()], { version: 2 }), /Version 1/],
    ["a source that is a program", file([one()], { source: "javascript:alert(1)" }), /source/],
    ["a field that nobody knows", file([{ ...one(), isAdmin: true }]), /isAdmin/],
    ["no persona", file([]), /no persona/],
    ["no persona and no tombstone", file([], { takenBack: [] }), /no persona/],
    ["a tombstone with words", file([], { takenBack: [{ id: id(1), why: "x" }] }), /takenBack\.0.*why/],
    ["a persona that it says was taken back", file([one()], { takenBack: [{ id: id(1) }] }), /taken back/],
    ["a key that nobody knows in a persona", file([one({ score: 3 })]), /persona \(“A night-shift.*score/],
    [
      "a key that nobody knows in a need",
      file([one({ needs: [{ ...persona.needs[0], need: { ...vocabulary[0], colour: 1 } }] })]),
      /personas\.0\.persona\.needs\.0\.need \(“A night-shift.*colour/,
    ],
    [
      "a licence that is not open",
      file([one({ provenance: { ...persona.provenance, licence: "All rights reserved" } })]),
      /personas\.0\.persona\.provenance\.licence \(“A night-shift porter who sings”\): Choose an open licence/,
    ],
    ["201 personas", file(Array.from({ length: 201 }, (_, n) => one({}, n))), /up to 200 personas/],
    ["brackets without end", "[".repeat(500_000), /not JSON/],
    ["a list in place of the words", file([one({ about: ["x"] })]), /personas\.0\.persona\.about/],
    ["a key of the language", file([]).replace("{", '{"__proto__":{"personas":[]},'), /__proto__|no persona/],
    ["one persona twice", file([one(), one()]), /twice/],
    [
      "a persona without makers",
      file([one({ provenance: { ...persona.provenance, madeWith: [] } })]),
      /at least one organisation/,
    ],
    ["a persona without provenance", file([one({ provenance: null })]), /provenance/],
    ["an invented example", file([one({ example: true })]), /invented example/],
    ["a script in the words", file([one({ about: "Hi <script>alert(1)</script>" })]), /markup/],
    ["a handler in the words", file([one({ hopes: 'x onerror="go()"' })]), /markup/],
    ["letters that turn the text round", file([one({ title: "safe\u202eevil" })]), /hidden characters/],
    [
      "300 needs",
      file([one({ needs: Array.from({ length: 300 }, () => persona.needs[0]) })]),
      /up to 60 needs/,
    ],
    ["half a character", file([one({ title: "A porter \ud800" })]), /hidden characters/],
    [
      "a box in a box without end",
      `${"[".repeat(200_000)}${"]".repeat(200_000)}`,
      /not a persona library|not JSON/,
    ],
    [
      "needs nested where words belong",
      file([one({ about: JSON.parse(`${'{"a":'.repeat(2000)}1${"}".repeat(2000)}`) as object })]),
      /about.*has to be a text/,
    ],
    [
      "keys of the language in a persona",
      file([one()]).replace('"title"', '"__proto__":{"example":true},"constructor":{"prototype":{}},"title"'),
      /nothing called “.*(constructor|__proto__)/,
    ],
    ["a key as long as a book", file([{ ...one(), ["k".repeat(100_000)]: 1 }]), /^personas\.0.{1,200}$/],
    ["a missing title", file([one({ title: undefined })]), /title: This has to be a text/],
    ["one need twice", file([one({ needs: [persona.needs[0], persona.needs[0]] })]), /names a need twice/],
    [
      "one need with two meanings",
      file([one(), one({ needs: [{ ...persona.needs[0], need: { ...vocabulary[0], metBy: "Else" } }] }, 2)]),
      /two different things/,
    ],
  ])("is refused for %s", (_, text, sentence) => {
    expect(errorsOf(text).join("\n")).toMatch(sentence);
  });

  it("is refused in another encoding, rather than read with its letters lost", () => {
    const latin = Buffer.from(file([one({ title: "Née à Orléans" })]), "latin1");
    expect(decodeLibrary(latin)).toEqual({ ok: false, errors: [expect.stringMatching(/not in UTF-8/)] });
    const wide = Buffer.from(file([one()]), "utf16le");
    const decoded = decodeLibrary(wide);
    expect(decoded.ok && readLibrary(decoded.text).ok).toBe(false);
    const marked = decodeLibrary(Buffer.from(`\ufeff${file([one({ title: "Née à Orléans" })])}`));
    expect(marked.ok && readLibrary(marked.text).ok).toBe(true);
    expect(decodeLibrary(new Uint8Array(2_000_001))).toMatchObject({ ok: false });
  });

  it("changes nothing of the language, whatever its keys are called", () => {
    readLibrary('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("keeps the signs people write with", () => {
    expect(errorsOf(file([one({ about: "1 < 2, a <3, née, عربي, on Monday = rest" })]))).toEqual([]);
  });

  it("names each persona and field that is wrong, the second one too", () => {
    const errors = errorsOf(
      file([one({ title: "First", about: "" }), one({ title: "Second", hopes: 3 }, 2)]),
    );
    expect(errors[0]).toMatch(/^personas\.0\.persona\.about \(“First”\): /);
    expect(errors[1]).toMatch(/^personas\.1\.persona\.hopes \(“Second”\): /);
  });

  it("may hold tombstones alone", () => {
    expect(readLibrary(file([], { takenBack: [{ id: id(1) }] }))).toMatchObject({ ok: true });
  });

  describe("its schema", () => {
    const address = "https://kept.example/personas/schema.json";
    const { $schema, ...schema } = librarySchema(address);
    // This validator knows draft 7: every keyword used here means the same there, as the test below holds.
    const valid = new Ajv({ allErrors: true }).compile(schema);

    it.each<[string, boolean, string]>([
      ["a library", true, file([one(), one({}, 2)])],
      ["a library with tombstones", true, file([one()], { takenBack: [{ id: id(9) }] })],
      ["an empty library", true, file([])],
      ["another format", false, file([one()], { format: "x" })],
      ["a key too many", false, file([one({ score: 3 })])],
      ["no provenance", false, file([one({ provenance: null })])],
      ["61 needs", false, file([one({ needs: Array.from({ length: 61 }, () => persona.needs[0]) })])],
      ["a day that is none", false, file([one({ provenance: { ...persona.provenance, reviewOn: "soon" } })])],
      ["an id that is none", false, file([{ ...one(), id: "1" }])],
    ])("says of %s: %s", (_, expected, text) => {
      expect(valid(JSON.parse(text))).toBe(expected);
    });

    it("is draft 2020-12 under its own address, and uses no word that drafts read differently", () => {
      expect($schema).toBe("https://json-schema.org/draft/2020-12/schema");
      expect(schema.$id).toBe(address);
      const text = JSON.stringify(schema);
      for (const word of ["prefixItems", 'items":[', "dependencies", "$ref", "unevaluated", "$dynamic"])
        expect(text).not.toContain(word);
    });
  });

  it("has a schema that other software can use", () => {
    const schema = librarySchema("https://kept.example/personas/schema.json");
    expect(schema).toMatchObject({ $schema: expect.stringContaining("json-schema.org"), type: "object" });
    expect(schema.required).toEqual(["format", "version", "source", "personas"]);
  });
});

describe("the id of a need", () => {
  it("is made of its title and stays its own", () => {
    expect(needId("Crèche, on site!", new Set())).toBe("creche-on-site");
    expect(needId("Notice", new Set(["notice", "notice-2"]))).toBe("notice-3");
    expect(needId("عربي", new Set())).toBe("need");
  });
});
