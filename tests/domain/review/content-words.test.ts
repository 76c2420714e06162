import { describe, expect, it } from "vitest";
import { contentWords } from "#app/domain/review/content-words.ts";

describe("what waits for a reviewer, in words", () => {
  it("names each thing as it is said, and leaves out what says nothing", () => {
    expect(
      contentWords({
        id: "11111111-1111-4111-8111-111111111111",
        title: "A year on",
        closedOn: "2026-05-01",
        paidPence: 123_45,
        online: true,
        note: "",
        until: null,
        answer: { kind: "we-are-doing", text: "We rewrite it:\nby March." },
        questions: [{ title: "Pay" }, { title: "Faith" }],
        tags: ["food", "time"],
      }),
    ).toEqual([
      { name: "Title", says: "A year on" },
      { name: "Closed on", says: "1 May 2026" },
      { name: "Paid", says: "£123.45" },
      { name: "Online", says: "yes" },
      { name: "Answer, kind", says: "we are doing" },
      { name: "Answer, text", says: "We rewrite it:\nby March." },
      { name: "Questions 1, title", says: "Pay" },
      { name: "Questions 2, title", says: "Faith" },
      { name: "Tags", says: "food, time" },
    ]);
  });
  it("reads what is no object at all", () => {
    expect(contentWords("Just words.")).toEqual([{ name: "", says: "Just words." }]);
    expect(contentWords(null)).toEqual([]);
  });
});
