import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answers, coverage, keptOut, mostHelpful, tallyCoverage } from "#app/domain/persona/check.ts";
import { Need, needAreas } from "#app/domain/persona/need.ts";
import { Persona, personaState, whyNotUsable } from "#app/domain/persona/persona.ts";
import { stereotypeWarnings } from "#app/domain/persona/stereotype.ts";
import { vocabulary } from "#app/domain/persona/vocabulary.ts";

const made = {
  madeWith: [{ name: "Riverside Carers", part: "Wrote it over three evenings" }],
  howPaid: "£25 an hour each, and fares.",
  consent: "Agreed in writing; may be taken back by one message.",
  consentOn: "2026-02-01",
  licence: "CC-BY-4.0" as const,
  reviewOn: "2027-02-01",
};
const persona = (changed: Partial<Persona> = {}): Persona =>
  Persona.parse({
    id: "11111111-1111-4111-8111-111111111111",
    title: "A night-shift worker",
    about: "Works nights, sings in a choir.",
    strengths: ["Knows everybody on the ward", "Explains things well"],
    hopes: "To change how shifts are told.",
    needs: [
      { need: "clear-of-worship", why: "", from: "choir" },
      { need: "by-phone", why: "", from: "night work" },
    ],
    sources: ["Riverside Carers"],
    provenance: made,
    example: false,
    ...changed,
  });

describe("the vocabulary", () => {
  it("covers every area with valid needs, each id once", () => {
    vocabulary.forEach((need) => Need.parse(need));
    expect(new Set(vocabulary.map((need) => need.area))).toEqual(new Set(needAreas));
    expect(new Set(vocabulary.map((need) => need.id)).size).toBe(vocabulary.length);
  });
});

describe("a persona", () => {
  it("stays a draft without the people it was made with", () => {
    expect(personaState(persona({ provenance: null }), "2026-06-01", false)).toBe("draft");
    expect(whyNotUsable(persona({ provenance: null }), "2026-06-01", false)).toMatch(/whom it was made with/);
    expect(personaState(persona({ needs: [] }), "2026-06-01", false)).toBe("draft");
  });
  it("is usable until the day of its review", () => {
    expect(personaState(persona(), "2027-02-01", false)).toBe("ready");
    expect(personaState(persona(), "2027-02-02", false)).toBe("review-due");
  });
  it("cannot be used once its makers took it back", () =>
    expect(whyNotUsable(persona(), "2026-06-01", true)).toMatch(/taken it back/));
  it("refuses 300 needs with a sentence", () => {
    const many = Array.from({ length: 300 }, (_, i) => ({ need: `need-${i}`, why: "", from: "" }));
    expect(Persona.safeParse({ ...persona(), needs: many }).error?.issues[0]?.message).toMatch(
      /up to 60 needs/,
    );
  });
});

describe("warnings against stereotype", () => {
  const one = (id: string) => ({ need: id, why: "", from: "Faith" });
  it("see needs that all follow from one identity", () =>
    expect(stereotypeWarnings(persona({ needs: [one("a"), one("b"), one("c")] }))[0]).toMatch(
      /from one thing/,
    ));
  it("see that no strength is named, and a single source", () => {
    const warnings = stereotypeWarnings(persona({ strengths: [], hopes: "" }));
    expect(warnings.join(" ")).toMatch(/No strength/);
    expect(warnings.join(" ")).toMatch(/single source/);
  });

  const from = (...origins: string[]) =>
    origins.map((origin, i) => ({ need: `n${i}`, why: "", from: origin }));
  const two = ["Riverside Carers", "Ward survey 2025"];
  const oneIdentity = /from one thing/;
  const noOrigin = /not say what in the person's life/;
  const noStrength = /No strength/;
  const onlyDeficits = /Only deficits/;
  const mostlyMissing = /far more needs than strengths/;
  const singleSource = /single source/;
  it.each<[string, Partial<Persona>, RegExp[]]>([
    ["all needs from one identity", { needs: from("Faith", " faith ", "FAITH") }, [oneIdentity]],
    ["two needs from one identity", { needs: from("Faith", "faith") }, [oneIdentity]],
    ["one need alone", { needs: from("Faith") }, []],
    ["needs from two parts of a life", { needs: from("Faith", "Faith", "Night work") }, []],
    [
      "needs of which most do not say where they come from",
      { needs: from("Faith", "", "") },
      [oneIdentity, noOrigin],
    ],
    ["needs of which none says where it comes from", { needs: from("", " ", "–") }, [noOrigin]],
    ["one need that does not say it", { needs: from("Faith", "Night work", "") }, [noOrigin]],
    ["one identity in other signs", { needs: from("Faith.", "«faith»", " FAITH!") }, [oneIdentity]],
    ["no strengths, with hopes", { strengths: [] }, [noStrength]],
    ["no strengths and no hopes", { strengths: [], hopes: "" }, [noStrength, onlyDeficits]],
    ["strengths without hopes", { hopes: "" }, []],
    [
      "five needs and one strength",
      { strengths: ["Sings"], needs: from("a", "b", "c", "d", "e") },
      [mostlyMissing],
    ],
    ["four needs and one strength", { strengths: ["Sings"], needs: from("a", "b", "c", "d") }, []],
    ["the makers as the only source", { sources: ["riverside carers "] }, [singleSource]],
    ["no source beside the one maker", { sources: [] }, [singleSource]],
    [
      "two makers and no other source",
      { sources: [], provenance: { ...made, madeWith: [...made.madeWith, { name: "B", part: "Read it" }] } },
      [],
    ],
  ])("of %s are these and no other", (_, changed, expected) => {
    const warnings = stereotypeWarnings(persona({ sources: two, ...changed }));
    expect(warnings).toHaveLength(expected.length);
    expected.forEach((sentence, i) => expect(warnings[i]).toMatch(sentence));
  });
  it("are silent about a full picture from two sources", () =>
    expect(stereotypeWarnings(persona({ sources: ["Riverside Carers", "Ward survey 2025"] }))).toEqual([]));
});

describe("the check", () => {
  const known = [
    { need: "by-phone", answer: "not-met" as const, evidence: "No number on the invitation" },
    { need: "clear-of-worship", answer: "met" as const, evidence: "Calendar check of 1 June" },
  ];
  it("asks only what the personas need, or everything of everyone", () => {
    expect(coverage(vocabulary, [persona()], false, known)).toHaveLength(2);
    expect(coverage(vocabulary, [], true, [])).toHaveLength(vocabulary.length);
  });
  it("counts what nobody looked at, or nobody can show, as not known", () => {
    const rows = coverage(vocabulary, [persona()], false, [
      { need: "by-phone", answer: "met", evidence: "  " },
    ]);
    expect(tallyCoverage(rows)).toMatchObject({ met: 0, "not-known": 2, asked: 2 });
  });
  it("names who is kept out and the change that lets most people in", () => {
    const other = persona({
      id: "22222222-2222-4222-8222-222222222222",
      needs: [{ need: "by-phone", why: "", from: "" }],
    });
    const rows = coverage(vocabulary, [persona(), other], false, known);
    expect(keptOut(rows).map((each) => each.persona)).toHaveLength(2);
    expect(mostHelpful(rows)).toMatchObject({ need: { id: "by-phone" }, letsIn: 2, helps: 2 });
  });
  it("always adds up", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            need: fc.constantFrom(...vocabulary.map((n) => n.id)),
            answer: fc.constantFrom(...answers),
            evidence: fc.constantFrom("", "Seen"),
          }),
        ),
        (evidence) => {
          const tally = tallyCoverage(coverage(vocabulary, [], true, evidence));
          expect(answers.reduce((sum, answer) => sum + tally[answer], 0)).toBe(vocabulary.length);
          expect(tally.asked + tally["not-needed"]).toBe(vocabulary.length);
        },
      ),
    );
  });
});
