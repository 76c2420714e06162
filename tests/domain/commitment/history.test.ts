import { describe, expect, it } from "vitest";
import { changedFields } from "#app/domain/commitment/history.ts";

describe("what changed", () => {
  it("is told field by field, without the bookkeeping", () => {
    const before = { id: "1", version: 1, title: "Pay", why: "", recommendations: ["a"] };
    const after = { id: "1", version: 2, title: "Pay", why: "Because.", recommendations: ["a", "b"] };
    expect(changedFields(before, after)).toEqual([
      { field: "Why", was: "nothing", now: "Because." },
      { field: "Recommendations", was: "a", now: "a, b" },
    ]);
  });

  it("is nothing for something new", () => {
    expect(changedFields(null, { title: "Pay" })).toEqual([]);
  });
});
