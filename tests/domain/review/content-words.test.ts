import { describe, expect, it } from "vitest";
import { contentWords, publishedWords } from "#app/domain/review/content-words.ts";

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
  it("tells a self-audit as a reader would, not as it is kept", () => {
    const counts = { "not-started": 0, talking: 1, trying: 3, practised: 0, owned: 0, unknown: 1 };
    const content = {
      title: "A year on",
      instrument: "How far are we?",
      version: "1.0",
      closedOn: "2026-05-01",
      voices: [
        { voice: "team", asked: 7, answered: 5 },
        { voice: "board", asked: 3, answered: null },
      ],
      asked: 12,
      questions: [
        {
          id: "pay",
          recommendation: "fair-reimbursement",
          title: "Paying people fairly",
          lookAt: "Rates and speed.",
          levels: { "not-started": "a", talking: "b", trying: "Some are paid.", practised: "d", owned: "e" },
          spreads: [{ voice: "team", answered: 5, median: "trying", counts }],
        },
      ],
    };
    expect(publishedWords({ kind: "audit-round", content })).toEqual([
      { name: "Title", says: "A year on" },
      {
        name: "What people were asked",
        says: "How far are we?, version 1.0. 1 of its 12 questions would be published.",
      },
      { name: "Closed on", says: "1 May 2026" },
      { name: "Who was asked", says: "Team: 7 asked, 5 answered\nBoard: 3 asked, fewer than three answered" },
      {
        name: "Paying people fairly",
        says: "Rates and speed.\nIt audits the recommendation “fair reimbursement”.\nTeam, 5 answers, the middle is “Trying”: Talking 1, Trying 3, Cannot tell 1.\n“Not started” means: a\n“Talking” means: b\n“Trying” means: Some are paid.\n“Practised” means: d\n“Owned with the people affected” means: e",
      },
    ]);
    expect(publishedWords({ kind: "handout", content: { title: "Ours" } })).toEqual([
      { name: "Title", says: "Ours" },
    ]);
  });
  it("reads what is no object at all", () => {
    expect(contentWords("Just words.")).toEqual([{ name: "", says: "Just words." }]);
    expect(contentWords(null)).toEqual([]);
  });
});
