import { describe, expect, it } from "vitest";
import type { Voice } from "#app/domain/audit/answer.ts";
import { builtInInstruments } from "#app/domain/audit/built-in.ts";
import type { Level } from "#app/domain/audit/instrument.ts";
import { promiseFromAnswer } from "#app/domain/audit/promise-from-answer.ts";

const instrument = builtInInstruments[0]!;
const question = instrument.questions.find(({ id }) => id === "feedback-loops")!;

function draft(levels: Partial<Record<Voice, Level>>) {
  const given = Object.entries(levels).flatMap(([voice, level]) =>
    [1, 2, 3].map((person) => ({
      voice: voice as Voice,
      person: `${voice} ${person}`,
      answer: { question: question.id, level, evidence: "", evidenceOn: null, note: "" },
    })),
  );
  return promiseFromAnswer({ title: "Spring", instrument, given }, question.id);
}

describe("a promise drafted from an answer", () => {
  it("aims at practice, never at talking or trying once", () => {
    expect(draft({ team: "practised", "co-producers": "not-started" })?.what).toBe(question.levels.practised);
    expect(draft({ team: "trying", "co-producers": "talking" })?.what).toBe(question.levels.practised);
    expect(draft({})?.what).toBe(question.levels.practised);
  });
  it("aims at what is owned with the people affected once it is practised", () => {
    expect(draft({ team: "owned", "co-producers": "practised" })?.what).toBe(question.levels.owned);
    expect(draft({ team: "owned", "co-producers": "owned" })?.what).toBe(question.levels.owned);
  });
  it("says why with the widest gap", () => {
    expect(draft({ team: "practised", "co-producers": "talking" })?.why).toBe(
      "Self-audit “Spring”. Team: “Practised”. Co-producers: “Talking”.",
    );
  });
});
