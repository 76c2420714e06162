import { describe, expect, it } from "vitest";
import { countOf, howOften } from "#app/domain/counted.ts";
import { endSentence } from "#app/domain/sentence-case.ts";

describe("counts in a sentence", () => {
  it("agree with their nouns", () => {
    expect(countOf(1, "entry", "entries")).toBe("1 entry");
    expect(countOf(1214, "entry", "entries")).toBe("1,214 entries");
    expect(countOf(0, "reply", "replies")).toBe("0 replies");
  });

  it("say once and twice as people do", () => {
    expect([1, 2, 3].map(howOften)).toEqual(["once", "twice", "3 times"]);
  });
});

describe("the end of a sentence", () => {
  it.each([
    ["stopped the clock: we wait", "stopped the clock: we wait."],
    ["stopped the clock: we wait.", "stopped the clock: we wait."],
    ["They asked “why?”", "They asked “why?”"],
    ["so they said …", "so they said …"],
    ["room 4)", "room 4)."],
  ])("of “%s” has one stop", (typed, told) => {
    expect(endSentence(typed)).toBe(told);
  });
});
