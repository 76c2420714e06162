import { describe, expect, it } from "vitest";
import { type AuditAnswer, requireEvidence, type Voice } from "#app/domain/audit/answer.ts";
import {
  compareRounds,
  type Given,
  lapsedEvidence,
  perceptionGaps,
  spreadOf,
} from "#app/domain/audit/findings.ts";
import { Instrument, type Level } from "#app/domain/audit/instrument.ts";

const question = {
  id: "feedback",
  recommendation: "feedback-loops",
  title: "Feedback",
  lookAt: "What people hear back.",
  evidenceExpected: ["Letters"],
  levels: {
    "not-started": "Nobody hears anything back.",
    talking: "It is on an agenda.",
    trying: "Some people were told once.",
    practised: "Everyone is told each time.",
    owned: "The people who spoke say that they were told.",
  },
};
const instrument = Instrument.parse({
  id: "ours",
  version: "1",
  title: "Ours",
  framework: "f",
  questions: [question],
});

let person = 0;
const say = (voice: Voice, ...given: (Level | "unknown")[]): Given[] =>
  given.map((level) => ({
    voice,
    person: `p${(person += 1)}`,
    answer: { question: "feedback", level, evidence: "", evidenceOn: null, note: "" },
  }));
const answer = (changed: Partial<AuditAnswer>): AuditAnswer => ({
  question: "feedback",
  level: "practised",
  evidence: "Letters of May",
  evidenceOn: "2026-05-01",
  note: "",
  ...changed,
});

describe("an instrument", () => {
  it("is refused when a level is missing, naming where", () => {
    const { owned: _, ...four } = question.levels;
    const result = Instrument.safeParse({ ...instrument, questions: [{ ...question, levels: four }] });
    expect(result.error?.issues[0]?.path).toEqual(["questions", 0, "levels", "owned"]);
  });
  it.each(["practised", "owned"] as const)(
    "is refused when one training or a paper is called %s",
    (level) => {
      for (const words of ["Everybody was trained once.", "There is a policy on paper."]) {
        const levels = { ...question.levels, [level]: words };
        const result = Instrument.safeParse({ ...instrument, questions: [{ ...question, levels }] });
        expect(result.error?.issues.map(({ path }) => path)).toEqual([["questions", 0, "levels", level]]);
        const lower = { ...question.levels, talking: words };
        expect(
          Instrument.safeParse({ ...instrument, questions: [{ ...question, levels: lower }] }).success,
        ).toBe(true);
      }
    },
  );
  it("is refused when two levels read alike or an id stands twice", () => {
    const alike = { ...question, levels: { ...question.levels, talking: question.levels.trying } };
    expect(Instrument.safeParse({ ...instrument, questions: [alike] }).success).toBe(false);
    expect(Instrument.safeParse({ ...instrument, questions: [question, question] }).success).toBe(false);
  });
});

describe("an answer", () => {
  it("above trying needs dated evidence from the organisation's own voices", () => {
    expect(() => requireEvidence("team", answer({ evidence: "" }), "2026-06-01")).toThrow(/needs evidence/);
    expect(() => requireEvidence("board", answer({ evidenceOn: null }), "2026-06-01")).toThrow(
      /date of the evidence/,
    );
    requireEvidence("team", answer({ level: "trying", evidence: "" }), "2026-06-01");
    requireEvidence("team", answer({ level: "unknown", evidence: "" }), "2026-06-01");
  });
  it("above trying says what was seen and when, also from co-producers and partners", () => {
    for (const voice of ["co-producers", "partners"] as const) {
      expect(() => requireEvidence(voice, answer({ evidence: "" }), "2026-06-01")).toThrow(/saw or lived/);
      expect(() => requireEvidence(voice, answer({ evidenceOn: null }), "2026-06-01")).toThrow(/about when/);
      requireEvidence(voice, answer({}), "2026-06-01");
    }
  });
  it("above trying does not rest on evidence of more than a year ago", () => {
    expect(() => requireEvidence("team", answer({ evidenceOn: "2025-05-31" }), "2026-06-01")).toThrow(
      /what was, not what is/,
    );
    requireEvidence("team", answer({ evidenceOn: "2025-06-01" }), "2026-06-01");
    requireEvidence("team", answer({ level: "trying", evidenceOn: "2019-01-01" }), "2026-06-01");
  });
  it.each([
    "Trained once",
    "We were trained once in 2025.",
    "A policy on paper",
    "policy",
    "One workshop last year",
  ])("“%s” reaches no level above trying", (evidence) => {
    const shown = (level: "trying" | "practised" | "owned") => ({
      level,
      evidence,
      evidenceOn: "2026-01-01",
    });
    for (const voice of ["team", "co-producers"] as const)
      for (const level of ["practised", "owned"] as const)
        expect(() => requireEvidence(voice, shown(level), "2026-01-10")).toThrow(/not practice yet/);
    expect(() => requireEvidence("team", shown("trying"), "2026-01-10")).not.toThrow();
  });
  it.each([
    "Trained once, and each quarter since then",
    "A policy that 14 of 15 panels followed",
    "Letters to everyone",
  ])("“%s” is left to people to judge", (evidence) =>
    expect(() =>
      requireEvidence("team", { level: "practised", evidence, evidenceOn: "2026-01-01" }, "2026-01-10"),
    ).not.toThrow(),
  );
  it("cannot rest on evidence from the future", () =>
    expect(() => requireEvidence("team", answer({ evidenceOn: "2026-06-02" }), "2026-06-01")).toThrow(
      /future/,
    ));
});

describe("a round", () => {
  it("shows no voice of two people", () =>
    expect(spreadOf(say("board", "trying", "trying"), "feedback", "board")).toBeUndefined());
  it("takes the more cautious middle and keeps unknown apart", () => {
    const spread = spreadOf(
      say("team", "talking", "practised", "trying", "owned", "unknown"),
      "feedback",
      "team",
    );
    expect(spread).toMatchObject({ median: "trying", answered: 5, counts: { unknown: 1, practised: 1 } });
  });
  it("finds the gap: the team says practised, co-producers say talking", () => {
    const given = [
      ...say("team", "practised", "practised", "practised"),
      ...say("co-producers", "talking", "talking", "trying"),
    ];
    expect(perceptionGaps(instrument, given)).toEqual([
      {
        question: "feedback",
        higher: "team",
        higherLevel: "practised",
        lower: "co-producers",
        lowerLevel: "talking",
        levels: 2,
      },
    ]);
  });
  it("names no gap where co-producers see more than the team claims", () =>
    expect(
      perceptionGaps(instrument, [
        ...say("team", "talking", "talking", "talking"),
        ...say("co-producers", "trying", "trying", "trying"),
      ]),
    ).toEqual([]));
  it("compares rounds only where both can be shown", () => {
    const before = [...say("team", "talking", "talking", "talking"), ...say("board", "talking", "talking")];
    const after = [
      ...say("team", "trying", "practised", "practised"),
      ...say("board", "trying", "trying", "trying"),
    ];
    expect(compareRounds(instrument, before, after)).toEqual([
      { question: "feedback", voice: "team", from: "talking", to: "practised", levels: 2 },
    ]);
  });
  it("finds evidence older than a year", () => {
    const old: Given = { voice: "team", person: "a", answer: answer({ evidenceOn: "2025-05-31" }) };
    const fresh: Given = { ...old, answer: answer({ evidenceOn: "2025-06-01" }) };
    expect(lapsedEvidence([old, fresh], "2026-06-01")).toEqual([old]);
  });
});
