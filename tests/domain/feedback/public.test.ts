import { describe, expect, it } from "vitest";
import { bankHolidays } from "#app/domain/feedback/bank-holidays.ts";
import { readImportRow } from "#app/domain/feedback/import-row.ts";
import { publicComments } from "#app/domain/feedback/comment.ts";
import { indicators } from "#app/domain/feedback/indicators.ts";
import { loopContent, type LoopWords } from "#app/domain/feedback/loop-content.ts";
import { loopState, type Heard } from "#app/domain/feedback/loop.ts";
import { checkInsOf } from "#app/domain/feedback/open-door.ts";
import type { LoopFacts } from "#app/domain/feedback/view.ts";
import { clockPromiseDifferences } from "#app/domain/publishing/differences-feedback.ts";

const did = { kind: "we-did" as const, text: "Sessions begin at six.", since: "2026-03-02", evidence: "" };
const facts: LoopFacts = {
  receivedOn: "2026-03-02",
  promise: { acknowledgeWithin: 5, answerWithin: 30, jurisdiction: "england_wales" },
  acknowledgedOn: null,
  pauses: [],
  answers: [{ on: "2026-03-10", answer: did }],
  reports: [{ on: "2026-03-12", channels: ["letter"], told: 3, of: 40 }],
  heard: [],
};
const words: LoopWords = {
  source: { kind: "session", title: "Spring evening" },
  words: "Not at noon, please.",
  inTheirWords: true,
  wordsUse: "as-said",
  summary: "",
  byWhom: "people who work days",
  people: 40,
  askedFor: "Evenings",
  saidOn: "2026-03-02",
  whys: [""],
  asked: 0,
  takenBack: false,
};

describe("what the public reads of a loop", () => {
  it("rounds people, hides the few, and says when fewer than half were told", () => {
    const content = loopContent(facts, { ...words, people: 41 });
    expect(content.people).toBe(40);
    expect(content.reports[0]).toMatchObject({ reach: "few", told: null, of: 40 });
    expect(loopContent(facts, { ...words, people: 7 }).people).toBeNull();
  });
  it("counts who was told out of all who are said to have spoken, also when they were fewer for a day", () => {
    const told = {
      ...facts,
      reports: [{ on: "2026-03-12", channels: ["letter" as const], told: 10, of: 10 }],
    };
    expect(loopContent(told, { ...words, people: 10 }).reports[0]).toMatchObject({ reach: "all" });
    expect(loopContent(told, words).reports[0]).toMatchObject({ reach: "few", told: 10, of: 40 });
  });
  it("shows which links were made anew or switched off, and nothing of it when none was", () => {
    expect(loopContent(facts, { ...words, asked: 9, sentAgain: 4, switchedOff: 2 })).toMatchObject({
      asked: 9,
      sentAgain: 4,
      switchedOff: 2,
    });
    expect(Object.keys(loopContent(facts, { ...words, sentAgain: 0 }))).not.toContain("sentAgain");
  });
  it("keeps published comments back until three people have answered", () => {
    const written = (commentId: string, comment: string, commentUse: "public" | "board") => ({
      comments: [{ commentId, comment, commentUse }],
    });
    const said = written("b", "It did not change.", "public");
    const silent = { comments: [] };
    expect(publicComments([said, silent])).toEqual([]);
    expect(publicComments([said, silent, written("c", "For the board.", "board")])).toEqual([
      { id: "b", text: "It did not change." },
    ]);
  });
  it("shows neither words nor answer once words were taken back", () => {
    const content = loopContent(facts, { ...words, takenBack: true });
    expect(JSON.stringify(content)).not.toMatch(/noon|Evenings|begin at six/);
    expect(content.answer).toMatchObject({ kind: "we-did", on: "2026-03-10" });
  });
});

describe("a dispute", () => {
  it("outlives a revision of the answer; an agreement does not", () => {
    const before = (reflects: Heard["reflects"]): Heard => ({ reflects, changed: "no", earlier: true });
    const told = [{ on: "2026-03-12", channels: ["letter" as const], told: 3, of: 3 }];
    const state = (heard: Heard[]) => loopState(did, "2026-03-12", told, heard);
    expect(state([before("no"), before("no"), before("no")])).toBe("disputed");
    expect(state([before("yes"), before("yes"), before("yes")])).toBe("closed");
  });
});

describe("bank holidays", () => {
  it("differ by jurisdiction, as GOV.UK lists them for 2026", () => {
    expect(bankHolidays("scotland").has("2026-08-03")).toBe(true);
    expect(bankHolidays("england_wales").has("2026-08-31")).toBe(true);
    expect(bankHolidays("england_wales").has("2026-08-03")).toBe(false);
    expect(bankHolidays("northern_ireland").has("2026-03-17")).toBe(true);
  });
});

describe("a promise to answer", () => {
  const promise = { acknowledgeWithin: 5, answerWithin: 30, jurisdiction: "england_wales" as const };
  it("is weaker when it gives more time", () => {
    const direction = (answerWithin: number) =>
      clockPromiseDifferences(promise, { ...promise, answerWithin })[0]?.direction;
    expect(direction(60)).toBe("weakened");
    expect(direction(20)).toBe("strengthened");
    expect(direction(30)).toBeUndefined();
  });
});

describe("a row brought in", () => {
  const row = {
    source_kind: "survey",
    source_title: "Survey",
    held_on: "2025-05-01",
    words: "Pay sooner.",
    people: "12",
    answer_kind: "we-did",
    answer_text: "We pay on Fridays.",
    answered_on: "2025-06-01",
    told_on: "2025-06-05",
    channels: "email;letter",
    told: "12",
  };
  it("is read with what is missing filled in with care", () => {
    const { loop, problems } = readImportRow(row, 2, "2026-01-01");
    expect(problems).toEqual([]);
    expect(loop).toMatchObject({
      said: { sensitivity: "careful", wordsUse: "not-published", receivedOn: "2025-05-01" },
      reports: [{ told: 12, of: 12, answer: 1 }],
    });
  });
  it("may have its days as people write them, day first", () => {
    const british = { held_on: "01/05/2025", answered_on: "1.6.2025", told_on: "5 June 2025" };
    const { loop, problems } = readImportRow({ ...row, ...british }, 2, "2026-01-01");
    expect(problems).toEqual([]);
    expect(loop).toMatchObject({
      source: { heldOn: "2025-05-01" },
      answers: [{ on: "2025-06-01", content: { since: "2025-06-01" } }],
      reports: [{ on: "2025-06-05" }],
    });
    expect(readImportRow({ ...row, held_on: "05/31/2025" }, 2, "2026-01-01").problems[0]).toMatch(
      /^held_on: /,
    );
  });
  it("has contact details pointed out, wherever they stand", () => {
    const { problems, warnings } = readImportRow(
      { ...row, words: "Write to amira@example.org.", evidence: "Call 020 7946 0958" },
      2,
      "2026-01-01",
    );
    expect(problems).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(/email address/), expect.stringMatching(/phone number/)]);
  });
  it("reads what an export made safe as it was written", () =>
    expect(
      readImportRow({ ...row, words: "'-3 degrees in the hall" }, 2, "2026-01-01").loop!.said.words,
    ).toBe("-3 degrees in the hall"));
  it.each([
    [{ people: "many" }, /^people: /],
    [{ held_on: "1 May" }, /^held_on: /],
    [{ told: "13" }, /^told: More people were told than spoke/],
    [{ told_on: "2025-05-30" }, /^told_on: people are told after the answer/],
    [{ answer_kind: "", told_on: "2025-06-05" }, /^told_on: .*no answer/],
    [{ answered_on: "2025-04-01" }, /^answered_on: /],
    [{ answer_kind: "we-could-not", reason: "budget" }, /^answer_text: /],
  ])("names the column that is wrong: %j", (change, sentence) => {
    const { loop, problems } = readImportRow({ ...row, ...change }, 2, "2026-01-01");
    expect(loop).toBeNull();
    expect(problems.some((problem) => sentence.test(problem))).toBe(true);
  });
});

describe("indicators", () => {
  const figure = (id: string, loops: LoopFacts[]) =>
    indicators.find((one) => one.id === id)!.compute({ loops, challenges: [], refused: 0 }, "2026-06-01");
  const untold: LoopFacts = { ...facts, reports: [] };
  it("do not count an answer that nobody was told of as closed", () => {
    const loops = [facts, facts, facts, untold, untold];
    expect(figure("feedback.closed-in-time", loops)).toMatchObject({
      value: 60,
      numerator: 3,
      denominator: 5,
    });
    expect(figure("feedback.median-days", [...loops, facts, facts])).toMatchObject({
      value: 10,
      denominator: 5,
    });
  });
  it("measure no time by a past that a spreadsheet brought, and say how many that leaves out", () => {
    const brought = { ...facts, imported: true };
    const loops = [facts, facts, facts, untold, untold, ...Array<LoopFacts>(20).fill(brought)];
    for (const id of ["feedback.closed-in-time", "feedback.median-days"])
      expect(figure(id, loops).caveat).toMatch(/20 loops that a spreadsheet brought are left out/);
    expect(figure("feedback.closed-in-time", loops)).toMatchObject({ numerator: 3, denominator: 5 });
    expect(figure("feedback.median-days", loops).value).toBeNull();
  });
  it("count, of what was answered “we could not”, the explanations that explain", () => {
    const because = (text: string): LoopFacts => ({
      ...facts,
      answers: [{ on: "2026-03-10", answer: { kind: "we-could-not", reason: "law", text } }],
    });
    const own = [
      "The lease of the hall forbids meetings after nine, and the owner refused to change it in April.",
      "Our insurer will not cover children under five in the kitchen until it has a second exit.",
      "The council decides who may park in Mill Lane, and it said no to us on 3 March.",
    ];
    const late: LoopFacts = { ...facts, answers: [], receivedOn: "2025-01-01" };
    const loops = [...own.map(because), because(own[0]!), because("n/a"), facts, facts, late];
    expect(figure("feedback.no-change-explained", loops)).toMatchObject({
      value: 60,
      numerator: 3,
      denominator: 5,
    });
    expect(figure("feedback.no-change-explained", [facts, facts, late, late, late]).value).toBeNull();
  });
  it("say nothing of a few", () => {
    expect(figure("feedback.closed-in-time", [facts]).value).toBeNull();
    expect(figure("feedback.agreed", [facts]).value).toBeNull();
  });
});

describe("check-ins", () => {
  it("stay due until they are answered", () =>
    expect(checkInsOf("2026-01-01", new Set([30]), "2026-12-31").map(({ state }) => state)).toEqual([
      "answered",
      "due",
      "due",
    ]));
});
