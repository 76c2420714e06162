import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Instrument } from "#app/domain/audit/instrument.ts";
import { perceptionGaps } from "#app/domain/audit/findings.ts";
import { readAnswersFile } from "#app/documents/read-answers.server.ts";
import { holdAnswers, importHeldAnswers, requireHeldAnswers } from "#db/audit-import.server.ts";
import { listClosedSheets } from "#db/audit.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation } from "#tests/support/given.ts";

useDatabase();

const folder = new URL("../domain/audit/worked/", import.meta.url);
const instrument = Instrument.parse(JSON.parse(readFileSync(new URL("instrument.json", folder), "utf8")));
const bytes = readFileSync(new URL("answers.csv", folder));
const today = "2026-01-21";

async function plan() {
  const read = await readAnswersFile(bytes, instrument, () => undefined, today);
  if (!read.ok) throw new Error(read.problems.join("\n"));
  return read.plan;
}

describe("past rounds from a file", () => {
  it("are stored once, closed, with nothing of what the file called people", async () => {
    const { scope } = await givenOrganisation();
    const held = await holdAnswers(scope, { fileName: "answers.csv", plan: await plan() });
    expect(JSON.stringify((await requireHeldAnswers(scope, held)).plan)).not.toContain("person");
    expect(await importHeldAnswers(scope, held, today)).toHaveLength(3);
    await expect(importHeldAnswers(scope, held, today)).rejects.toThrow(/could not find/);
    await expect(holdAnswers(scope, { fileName: "again.csv", plan: await plan() })).rejects.toThrow(
      /“First” from 2023-03-01 to 2023-03-31 is here already/,
    );
    const sheets = await listClosedSheets(scope, today);
    expect(sheets.map(({ round, asked, answered }) => [round.title, asked.board, answered.board])).toEqual([
      ["First", 2, 2],
      ["Second", 3, 3],
      ["Third", 4, 3],
    ]);
    expect(
      perceptionGaps(instrument, sheets[2]!.given).map(({ question, levels }) => [question, levels]),
    ).toEqual([
      ["hearing-back", 2],
      ["hearing-back", 2],
      ["fair-pay", 1],
    ]);
  });
  it("can be imported by editors, not by reviewers or others", async () => {
    const organisation = await givenOrganisation();
    const theirs = await givenOrganisation();
    const held = await holdAnswers(await givenMember(organisation, "editor"), {
      fileName: "a",
      plan: await plan(),
    });
    const reviewer = await givenMember(organisation, "reviewer");
    await expect(holdAnswers(reviewer, { fileName: "a", plan: await plan() })).rejects.toThrow(/Reviewers/);
    await expect(importHeldAnswers(reviewer, held, today)).rejects.toThrow(/Reviewers/);
    await expect(importHeldAnswers(theirs.scope, held, today)).rejects.toThrow(/could not find/);
  });
});
