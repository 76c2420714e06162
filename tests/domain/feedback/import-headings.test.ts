import { describe, expect, it } from "vitest";
import { importColumns } from "#app/domain/feedback/import-columns.ts";
import {
  choiceIn,
  columnNamed,
  headingProblem,
  importHeadings,
  inTheirHeadings,
} from "#app/domain/feedback/import-headings.ts";
import { readImportRow } from "#app/domain/feedback/import-row.ts";

const today = "2026-11-30";

describe("the first line of a file of past feedback", () => {
  it.each([
    ["held_on", "held_on"],
    ["Held on ", "held_on"],
    ["DATE HELD", "held_on"],
    ["What people said:", "words"],
    ["How many said it", "people"],
    ["Reported back on", "told_on"],
  ])("names by “%s” the column %s", (heading, column) => {
    expect(columnNamed(heading)).toBe(column);
  });

  it("knows every column by its name in an export and by its title, and no two by one name", () => {
    for (const column of importColumns)
      for (const name of [column, importHeadings[column].title, ...(importHeadings[column].also ?? [])])
        expect(columnNamed(name), name).toBe(column);
  });

  it("says all that is missing at once, and which two hold the same", () => {
    expect(headingProblem(["Words"], ["words"])).toBe(
      "The file has no column “Kind of source”, “Name of the source”, “Held on”, “How many said it”. Name them in the first line.",
    );
    const names = ["source_kind", "source_title", "held_on", "words", "people", "held_on"];
    expect(headingProblem(["Where", "Title", "Date", "Words", "People", "Held on"], names)).toBe(
      "Two columns hold the same: “Date” and “Held on”. Keep one of them.",
    );
    expect(headingProblem(names.slice(0, 5), names.slice(0, 5))).toBeUndefined();
  });
});

describe("the cells of such a file", () => {
  const row = {
    source_kind: "Open form",
    source_title: "Website",
    held_on: "03/05/2024",
    words: "Pay travel before the day.",
    people: "5",
    answer_kind: "We could not",
    answer_text: "The finance rules of the trust forbid any payment before the day, and the board kept them.",
    answered_on: "20/06/2024",
    reason: "money",
    told_on: "01/07/2024",
    channels: "In a session; Letter",
    told: "5",
  };

  it("say what people call a thing, whatever its id", () => {
    expect(choiceIn("answer_kind", "WE DID")).toBe("we-did");
    const { loop, problems } = readImportRow(row, 2, today);
    expect(problems).toEqual([]);
    expect(loop).toMatchObject({
      source: { kind: "open-form" },
      answers: [{ content: { kind: "we-could-not", reason: "budget" } }],
      reports: [{ channels: ["in-a-session", "letter"] }],
    });
  });

  it("are refused with what they may say, under the heading of the file itself", () => {
    const { problems } = readImportRow({ ...row, answer_kind: "maybe", channels: "pigeon" }, 2, today);
    expect(inTheirHeadings(problems, new Map([["answer_kind", "Outcome"]]))).toEqual([
      "“Outcome”: Choose what came of it. Write one of these: We did, We are doing, We could not.",
      expect.stringMatching(/^“How they were told”: .*Write one of these: Email, /),
    ]);
  });
});
