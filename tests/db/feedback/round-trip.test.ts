import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { addDays } from "#app/domain/dates/days.ts";
import { importColumns } from "#app/domain/feedback/import-columns.ts";
import { joinRows } from "#app/domain/feedback/import-join.ts";
import { markKnown, readImportRow } from "#app/domain/feedback/import-row.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { reportBack } from "#db/feedback-answer.server.ts";
import { promiseClock } from "#db/feedback-clock.server.ts";
import { pauseClock, resumeClock } from "#db/feedback-pause.server.ts";
import { exportLoops } from "#db/feedback-export.server.ts";
import { importLoops, presentLoops } from "#db/feedback-import.server.ts";
import { issueLoopLinks } from "#db/feedback-links.server.ts";
import { takeBack } from "#db/feedback-voices.server.ts";
import { takeUp, listCases } from "#db/open-door-moderation.server.ts";
import { ask, readCase } from "#db/open-door.server.ts";
import { openLink } from "#db/private-link.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";
import { did, givenAnswer, givenSaid, givenTold, monday, publishAll } from "./given.ts";

const db = useDatabase();
const today = "2026-06-01";
const secret = "of the test";
const on = (days: number) => addDays(monday, days);

/** The export as a file, read as the page reads it. */
async function fileOf(scope: Scope): Promise<string> {
  return Papa.unparse({ fields: [...importColumns], data: await exportLoops(scope) });
}

async function read(scope: Scope, file: string) {
  const { data } = Papa.parse<Record<string, string>>(file, { header: true });
  const rows = joinRows(data.map((cells, position) => readImportRow(cells, position + 2, today)));
  return markKnown(rows, await presentLoops(scope, secret));
}

async function bringIn(scope: Scope, file: string) {
  const rows = await read(scope, file);
  expect(rows.flatMap(({ row, problems }) => problems.map((problem) => `${row} ${problem}`))).toEqual([]);
  await importLoops(
    scope,
    rows.flatMap(({ loop, known }) => (loop && !known ? [loop] : [])),
    today,
  );
}

/** One revised twice and told three times, one told of an earlier answer alone, one unanswered. */
async function givenPast(): Promise<GivenOrganisation> {
  const one = await givenOrganisation();
  const busy = await givenSaid(one.scope, { words: "Hold it after work;\n“not at noon”, = please" });
  await givenAnswer(one.scope, busy, on(2));
  await givenTold(one.scope, busy, on(3), 4);
  await givenAnswer(
    one.scope,
    busy,
    on(9),
    { kind: "we-are-doing", text: "We look for a later hour.", nextStep: "Ask the caretaker", by: on(40) },
    "The caretaker goes home at five.",
  );
  await givenTold(one.scope, busy, on(10), 7);
  await reportBack(one.scope, busy, { on: on(11), channels: ["phone", "letter"], told: 10 }, on(11));
  const refused = await givenSaid(one.scope, { words: "Pay for the taxi." });
  await givenAnswer(one.scope, refused, on(4), {
    kind: "we-could-not",
    reason: "budget",
    text: "The travel fund ran out in March, and the board kept what was left for trains.",
  });
  await givenTold(one.scope, refused, on(5));
  await givenAnswer(one.scope, refused, on(30), did, "New money came in April.");
  const promise = { acknowledgeWithin: 3, answerWithin: 12, jurisdiction: "scotland" as const };
  await promiseClock(one.scope, 0, promise, on(5));
  const paused = await givenSaid(one.scope, { words: "Nobody has answered this.", receivedOn: on(0) });
  await pauseClock(one.scope, paused, { reason: "We wait for legal advice." }, on(6));
  await resumeClock(one.scope, paused, on(8));
  await pauseClock(one.scope, paused, { reason: "The adviser is ill, we hear." }, on(9));
  const late = await givenSaid(one.scope, { words: "Say who decides." });
  await pauseClock(one.scope, late, { reason: "The board meets in a fortnight." }, on(2));
  await givenAnswer(one.scope, late, on(16));
  return one;
}

describe("a row with a day that is none", () => {
  it("is refused once, under the column that it stands in", () => {
    const row = { source_kind: "session", source_title: "Old", words: "Start later", people: "3" };
    expect(readImportRow({ ...row, held_on: "31/02/2026" }, 2, today).problems).toEqual([
      expect.stringMatching(/^held_on: .*real date/),
    ]);
    expect(readImportRow({ ...row, held_on: monday, said_on: "soon" }, 2, today).problems).toEqual([
      expect.stringMatching(/^said_on: /),
    ]);
  });
});

describe("a stop of the clock in a file", () => {
  it.each([
    [{ paused_from: "2030-01-01" }, /paused_from: give the day/],
    [{ paused_from: "" }, /paused_from: give the day/],
    [{ paused_from: "2026-03-01" }, /paused_from: the clock stops after it was received/],
    [{ paused_to: "2026-03-01" }, /paused_to: give the day/],
    [{ paused_to: "2026-05-20" }, /no stop lasts longer|once at a time/],
    [{ paused_to: "" }, /paused_to: only the last stop/],
    [{ pause_reason: "ill" }, /pause_reason: Say in a sentence/],
    [{ loop: "" }, /loop: say which row/],
  ])("that has %o is refused by name", async (change, sentence) => {
    const { data, meta } = Papa.parse<Record<string, string>>(await fileOf((await givenPast()).scope), {
      header: true,
    });
    const rows = await read(
      (await givenOrganisation()).scope,
      Papa.unparse({
        fields: meta.fields!,
        data: data.map((row) => (row.pause_reason?.startsWith("The board") ? { ...row, ...change } : row)),
      }),
    );
    expect(rows.flatMap(({ problems }) => problems).join(" ")).toMatch(sentence);
  });

  it("comes with the promise of its day, or with none that is left empty", async () => {
    const file = await fileOf((await givenPast()).scope);
    expect(file).toContain("3,12,scotland");
    const rows = await read(
      (await givenOrganisation()).scope,
      file.replaceAll("3,12,scotland", "30,12,scotland"),
    );
    expect(rows.flatMap(({ problems }) => problems).join(" ")).toMatch(
      /acknowledge_within: You cannot promise to acknowledge later/,
    );
  });
});

describe("one’s own file", () => {
  it("brings back every word, answer, revision, day and report", async () => {
    const before = await fileOf((await givenPast()).scope);
    const other = await givenOrganisation();
    await bringIn(other.scope, before);
    const sorted = (file: string) =>
      Papa.parse<Record<string, string>>(file, { header: true })
        .data.map(({ loop: _name, ...row }) => JSON.stringify(row))
        .sort();
    expect(sorted(await fileOf(other.scope))).toEqual(sorted(before));
  });

  it("doubles nothing where everything is here", async () => {
    const one = await givenPast();
    const before = await fileOf(one.scope);
    const rows = await read(one.scope, before);
    expect(rows.every(({ known }) => known)).toBe(true);
    await bringIn(one.scope, before);
    expect(await fileOf(one.scope)).toBe(before);
  });

  it("is read in any order of its rows", async () => {
    const before = await fileOf((await givenPast()).scope);
    const { data, meta } = Papa.parse<Record<string, string>>(before, { header: true });
    const other = await givenOrganisation();
    await bringIn(other.scope, Papa.unparse({ fields: meta.fields!, data: [...data].reverse() }));
    expect((await exportLoops(other.scope)).filter(({ row }) => row === "earlier-answer")).toHaveLength(2);
  });

  it("with something through the open door comes back too", async () => {
    const one = await givenOrganisation();
    await publishAll(one.scope);
    const passphrase = "seven quiet lanterns";
    const asked = { kind: "ask" as const, words: "Why at noon?", wordsUse: "as-said" as const, passphrase };
    const code = await ask(one.slug, undefined, asked, monday);
    const id = await takeUp(one.scope, (await listCases(one.scope))[0]!.id, monday);
    await givenAnswer(one.scope, id, monday);
    await readCase(code, passphrase, on(1));
    const other = await givenOrganisation();
    await bringIn(other.scope, await fileOf(one.scope));
    expect(await exportLoops(other.scope)).toMatchObject([{ channels: "case-page", told: 1, told_of: 1 }]);
  });

  it.each([
    [
      "an answer left out",
      (row: Record<string, string>) => row.row !== "earlier-answer",
      /^answer_number: .*leave none out/,
    ],
    [
      "what was said left out",
      (row: Record<string, string>) => row.row !== "said",
      /^loop: no row of something said/,
    ],
  ])("with %s is refused by name, whole", async (_how, keep, sentence) => {
    const { data, meta } = Papa.parse<Record<string, string>>(await fileOf((await givenPast()).scope), {
      header: true,
    });
    const rows = await read(
      (await givenOrganisation()).scope,
      Papa.unparse({ fields: meta.fields!, data: data.filter(keep) }),
    );
    expect(rows.flatMap(({ problems }) => problems).some((problem) => sentence.test(problem))).toBe(true);
  });

  it("cannot tell of an answer before it was given, nor revise without a reason", async () => {
    const { data, meta } = Papa.parse<Record<string, string>>(await fileOf((await givenPast()).scope), {
      header: true,
    });
    const problems = async (change: (row: Record<string, string>) => Record<string, string>) =>
      (
        await read(
          (await givenOrganisation()).scope,
          Papa.unparse({ fields: meta.fields!, data: data.map(change) }),
        )
      )
        .flatMap((row) => row.problems)
        .join(" ");
    expect(await problems((row) => (row.row === "report" ? { ...row, told_on: monday } : row))).toMatch(
      /told after the answer/,
    );
    expect(await problems((row) => ({ ...row, why_revised: "" }))).toMatch(/why_revised: say in a sentence/);
  });
});

describe("words that were taken back", () => {
  it("are not brought back by the file that still holds them, however it is dressed", async () => {
    const one = await givenOrganisation();
    const words = "I was left waiting in the corridor.";
    const id = await givenSaid(one.scope, { people: 1, words });
    await givenAnswer(one.scope, id, monday);
    const file = await fileOf(one.scope);
    const [token] = await issueLoopLinks(one.scope, id, 1, monday);
    await takeBack(await openLink(token!, "answer-loop", new Date()), on(20), secret);
    const dressed = file
      .replace(words, "  i was left waiting - in the CORRIDOR!")
      .replaceAll("Spring evening", "Another evening");
    for (const each of [file, dressed]) {
      const rows = await read(one.scope, each);
      expect(rows[0]).toMatchObject({
        known: true,
        warnings: [expect.stringMatching(/took the words back on 22 March 2026.*does not bring them back/)],
      });
      await bringIn(one.scope, each);
    }
    expect(await exportLoops(one.scope)).toMatchObject([{ words: "", taken_back_on: "2026-03-22" }]);
    const marks = await db.ownerSql`select * from taken_back_marks`;
    expect(JSON.stringify(marks)).not.toMatch(/corridor/i);
    // The file as it is exported now has no words, and stops nothing.
    await bringIn(one.scope, await fileOf(one.scope));
    // Elsewhere nobody took them back.
    const other = await givenOrganisation();
    await bringIn(other.scope, file);
    expect(await exportLoops(other.scope)).toMatchObject([{ words }]);
  });
});
