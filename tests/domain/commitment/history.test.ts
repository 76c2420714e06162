import { describe, expect, it } from "vitest";
import { changedFields } from "#app/domain/commitment/history.ts";

describe("what changed", () => {
  it("is told field by field, without the bookkeeping", () => {
    const before = {
      id: "1",
      version: 1,
      changedOn: "2026-01-01",
      title: "Pay",
      why: "",
      recommendations: ["a"],
    };
    const after = {
      id: "1",
      version: 2,
      changedOn: "2026-02-01",
      title: "Pay",
      why: "Because.",
      recommendations: ["a", "b"],
    };
    expect(changedFields(before, after)).toEqual([
      { field: "Why", was: "nothing", now: "Because." },
      { field: "Recommendations", was: "a", now: "a, b" },
    ]);
  });

  it("is told in the words of a page: statuses and days", () => {
    expect(
      changedFields({ status: "planned", dueOn: "2026-01-31" }, { status: "done", dueOn: "2026-02-28" }),
    ).toEqual([
      { field: "Status", was: "Planned", now: "Done, we say" },
      { field: "Due", was: "31 January 2026", now: "28 February 2026" },
    ]);
  });

  it("is nothing for something new", () => {
    expect(changedFields(null, { title: "Pay" })).toEqual([]);
  });
});
