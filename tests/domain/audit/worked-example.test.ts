import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { previewOf } from "#app/domain/audit/import-plan.ts";
import { readAnswersJson } from "#app/domain/audit/import-json.ts";
import { readAnswersTable } from "#app/domain/audit/import-table.ts";
import { Instrument } from "#app/domain/audit/instrument.ts";
import { auditFindings } from "#app/domain/audit/report.ts";
import { wideningGaps } from "#app/domain/audit/widening.ts";

const read = (name: string) => readFileSync(new URL(`./worked/${name}`, import.meta.url), "utf8");
const instrument = Instrument.parse(JSON.parse(read("instrument.json")));
const rows = read("answers.csv")
  .trim()
  .split("\n")
  .map((line) => line.split(","));
const today = "2026-01-21";

function planned() {
  const found = readAnswersTable(rows, instrument, today);
  if (!found.ok) throw new Error(found.problems.join("\n"));
  return found.plan;
}
const rounds = planned().rounds.map(({ people }) => ({
  instrument,
  given: people.flatMap(({ voice, answers }, person) =>
    answers.map((answer) => ({ voice, person: `${person}`, answer })),
  ),
}));
const [first, second, third] = rounds as [(typeof rounds)[0], (typeof rounds)[0], (typeof rounds)[0]];
const findings = auditFindings(instrument, third.given, [first, second], today);
const about = (id: string) => findings.questions.find((question) => question.id === id)!;

// Worked out by hand from worked/answers.csv. The middle of an even number is the more cautious of the two.
describe("three rounds of four voices from a file", () => {
  it("count who was asked and who answered", () => {
    expect(previewOf(planned()).map(({ title, answers }) => [title, answers])).toEqual([
      ["First", 22],
      ["Second", 25],
      ["Third", 27],
    ]);
    expect(previewOf(planned())[2]!.voices).toEqual([
      { voice: "team", asked: 4, answered: 4, silent: false },
      { voice: "board", asked: 4, answered: 3, silent: false },
      { voice: "co-producers", asked: 4, answered: 4, silent: false },
      { voice: "partners", asked: 3, answered: 3, silent: false },
    ]);
  });
  it("give the spread of each voice, with what is unknown told apart", () => {
    const spreads = about("hearing-back").spreads;
    expect(spreads.map(({ voice, median, answered }) => [voice, median, answered])).toEqual([
      ["team", "practised", 4],
      ["board", "practised", 3],
      ["co-producers", "talking", 4],
      ["partners", "practised", 3],
    ]);
    expect(spreads[0]!.counts).toEqual({
      "not-started": 0,
      talking: 0,
      trying: 0,
      practised: 3,
      owned: 0,
      unknown: 1,
    });
    expect(spreads[2]!.counts).toEqual({
      "not-started": 1,
      talking: 2,
      trying: 1,
      practised: 0,
      owned: 0,
      unknown: 0,
    });
  });
  it("keep the board of two silent on pay", () => {
    expect(about("fair-pay").silent).toEqual(["board"]);
    expect(JSON.stringify(about("fair-pay"))).not.toMatch(/"voice":"board"/);
  });
  it("find the gaps, and how wide they were", () => {
    expect(findings.gaps).toEqual([
      {
        question: "hearing-back",
        higher: "team",
        higherLevel: "practised",
        lower: "co-producers",
        lowerLevel: "talking",
        levels: 2,
        before: 2,
      },
      {
        question: "hearing-back",
        higher: "board",
        higherLevel: "practised",
        lower: "co-producers",
        lowerLevel: "talking",
        levels: 2,
        before: 2,
      },
      {
        question: "fair-pay",
        higher: "team",
        higherLevel: "trying",
        lower: "partners",
        lowerLevel: "talking",
        levels: 1,
        before: null,
      },
    ]);
    expect(wideningGaps(first, second)).toMatchObject(
      [
        { question: "hearing-back", higher: "team", lower: "co-producers", before: 1, levels: 2 },
        { question: "fair-pay", higher: "team", lower: "co-producers", before: 0, levels: 1 },
        { question: "hearing-back", higher: "team", lower: "partners", before: 0, levels: 1 },
      ].sort((a, b) => b.levels - a.levels),
    );
    expect(wideningGaps(second, third)).toEqual([]);
  });
  it("show what moved over the three rounds, and what cannot be told", () => {
    const lines = (id: string) => about(id).trends.map(({ voice, levels }) => [voice, ...levels]);
    expect(lines("hearing-back")).toEqual([
      ["team", "trying", "practised", "practised"],
      ["board", null, "practised", "practised"],
      ["co-producers", "talking", "talking", "talking"],
      ["partners", "trying", "trying", "practised"],
    ]);
    expect(lines("fair-pay")).toEqual([
      ["team", "talking", "trying", "trying"],
      ["co-producers", "talking", "talking", "practised"],
    ]);
    expect(about("fair-pay").shifts).toEqual([
      { question: "fair-pay", voice: "team", from: "trying", to: "trying", levels: 0 },
      { question: "fair-pay", voice: "co-producers", from: "talking", to: "practised", levels: 2 },
    ]);
  });
  it("lapse a year and a day after the evidence", () => {
    expect(auditFindings(instrument, third.given, [], "2026-01-20").lapsed).toEqual([]);
    expect(findings.lapsed.map(({ question, voice, newestOn }) => [question, voice, newestOn])).toEqual([
      ["hearing-back", "team", "2025-01-20"],
      ["hearing-back", "board", "2025-01-20"],
      ["hearing-back", "partners", "2025-01-20"],
      ["fair-pay", "team", "2025-01-20"],
      ["fair-pay", "co-producers", "2025-01-20"],
    ]);
  });
});

describe("a file with mistakes", () => {
  const problemsOf = (change: (rows: string[][]) => void) => {
    const copy = structuredClone(rows);
    change(copy);
    const found = readAnswersTable(copy, instrument, today);
    return found.ok ? [] : found.problems;
  };
  it.each([
    [
      "a level that is none",
      (r: string[][]) => (r[3]![6] = "brilliant"),
      /^Row 4, level: “brilliant” is no level/,
    ],
    ["a voice that is none", (r: string[][]) => (r[3]![3] = "public"), /^Row 4, voice: “public”/],
    ["a question not asked", (r: string[][]) => (r[3]![5] = "food"), /^Row 4, question: “food”/],
    ["missing evidence", (r: string[][]) => (r[3]![7] = ""), /^Row 4, evidence: Say what shows this/],
    [
      "evidence from after the round",
      (r: string[][]) => (r[3]![8] = "2023-04-01"),
      /^Row 4, evidence: .*future/,
    ],
    ["a day that is none", (r: string[][]) => (r[3]![1] = "31/02/2023"), /^Row 4, first day: /],
    [
      "an answer given twice",
      (r: string[][]) => r.splice(4, 0, [...r[3]!]),
      /^Row 5, question: .*row 4 already/,
    ],
    ["two pairs of days", (r: string[][]) => (r[3]![2] = "2023-04-30"), /^Row 4: the round “First” is from/],
  ])("names the row of %s", (_, change, words) => {
    expect(problemsOf((copy) => void change(copy))[0]).toMatch(words);
  });
  it("names a missing column, and refuses a round that is not over", () => {
    expect(problemsOf((copy) => (copy[0]![3] = "who"))[0]).toMatch(/no column “voice”/);
    const early = readAnswersTable(rows, instrument, "2025-03-31");
    expect(early.ok ? [] : early.problems[0]).toMatch(/not over/);
  });
});

it("reads the JSON example of the documentation", () => {
  const text = readFileSync(new URL("../../../docs/audit-format.md", import.meta.url), "utf8");
  const json = /```json\n([\s\S]*?)```/.exec(text)![1]!;
  const asked = { ...instrument, questions: [{ ...instrument.questions[0]!, id: "feedback-loops" }] };
  expect(readAnswersJson(json, () => asked, today)).toMatchObject({
    ok: true,
    plan: { rounds: [{ title: "Spring 2025" }] },
  });
  expect(readAnswersJson(json.replace("talking", "great"), () => asked, today)).toMatchObject({
    ok: false,
    problems: [expect.stringMatching(/^rounds\[0\]\.people\[0\]\.answers\[0\]\.level: /)],
  });
  expect(readAnswersJson(json, () => undefined, today)).toMatchObject({ ok: false });
});
