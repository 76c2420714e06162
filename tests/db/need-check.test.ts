import { beforeEach, describe, expect, it } from "vitest";
import { vocabulary } from "#app/domain/persona/vocabulary.ts";
import { listChecks, listOthers } from "#db/need-check-list.server.ts";
import { recordAnswers, requireCheck, startCheck } from "#db/need-check.server.ts";
import { draftPersona, givePersonaNeed, recordProvenance } from "#db/persona.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { planSession } from "#db/session.server.ts";
import { givenMember, givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";

useDatabase();

const today = "2026-06-01";
const session = { subject: "session" as const, title: "June workshop" };
let ours: GivenOrganisation;
beforeEach(async () => {
  ours = await givenOrganisation();
});

async function persona(reviewOn = "2027-01-01") {
  const id = await draftPersona(ours.scope, { title: "A porter who sings", about: "Works nights." }, today);
  const madeWith = [{ name: "Riverside Carers", part: "Wrote it" }];
  const consent = { consent: "Agreed in writing, any day back.", consentOn: "2026-02-01" };
  const provenance = {
    madeWith,
    howPaid: "£25 an hour each",
    ...consent,
    licence: "CC0-1.0" as const,
    reviewOn,
  };
  await recordProvenance(ours.scope, id, 1, { provenance }, today);
  await givePersonaNeed(ours.scope, id, 2, { need: "by-phone" }, today);
  return id;
}

describe("a check", () => {
  it("asks everybody's needs or those of the personas, and knows nothing at first", async () => {
    const everyone = await startCheck(ours.scope, { ...session, everyone: true, personas: [] }, today);
    const { rows } = await requireCheck(ours.scope, everyone);
    expect(rows.map((row) => row.need.id)).toEqual(vocabulary.map((need) => need.id));
    expect(new Set(rows.map((row) => row.answer))).toEqual(new Set(["not-known"]));
    const id = await persona();
    const one = await startCheck(ours.scope, { ...session, personas: [id] }, today);
    expect((await requireCheck(ours.scope, one)).rows.map((row) => row.need.id)).toEqual(["by-phone"]);
  });

  it("keeps what each round found", async () => {
    const check = await startCheck(ours.scope, { ...session, personas: [await persona()] }, today);
    const answer = (found: "not-met" | "met", evidence: string) => ({
      answers: [{ need: "by-phone", answer: found, evidence }],
    });
    await recordAnswers(ours.scope, check, answer("not-met", ""), today);
    await expect(recordAnswers(ours.scope, check, answer("met", " "), today)).rejects.toThrow(
      /how one can see/,
    );
    await recordAnswers(ours.scope, check, answer("met", "Number on the invitation"), "2026-06-02");
    const { rounds, rows } = await requireCheck(ours.scope, check);
    expect(rounds.map((round) => [round.checkedOn, round.rows[0]!.answer])).toEqual([
      ["2026-06-02", "met"],
      [today, "not-met"],
    ]);
    expect(rows[0]).toMatchObject({ answer: "met", evidence: "Number on the invitation" });
  });

  it("uses no draft, no persona whose review is due, and nobody else's", async () => {
    const draft = await draftPersona(ours.scope, { title: "D", about: "D" }, today);
    const due = await persona("2026-05-31");
    await expect(startCheck(ours.scope, { ...session, personas: [draft] }, today)).rejects.toThrow(/draft/);
    await expect(startCheck(ours.scope, { ...session, personas: [due] }, today)).rejects.toThrow(
      /review date/,
    );
    await expect(startCheck(ours.scope, { ...session, personas: [] }, today)).rejects.toThrow(
      /everyone check/,
    );
    const theirs = await givenOrganisation();
    const foreign = startCheck(theirs.scope, { ...session, personas: [await persona()] }, today);
    await expect(foreign).rejects.toThrow(/from the list/);
    expect(await listChecks(theirs.scope)).toEqual([]);
  });

  it("is tied to a session or a round from the list, and to nobody else's", async () => {
    const tied = {
      ...session,
      everyone: true,
      personas: [],
      subjectId: "00000000-0000-4000-8000-000000000001",
    };
    await expect(startCheck(ours.scope, tied, today)).rejects.toThrow(/from the list/);
  });

  it("is found again by its kind and its name, with the day and what was found", async () => {
    const start = (subject: "venue" | "survey", title: string) =>
      startCheck(ours.scope, { subject, title, everyone: true, personas: [] }, today);
    const first = await start("venue", "The Hall on Mill Street");
    const again = await start("venue", " the hall on  mill street");
    const survey = await start("survey", "The Hall on Mill Street");
    const need = (await requireCheck(ours.scope, first)).rows[0]!.need.id;
    const answers = [{ need, answer: "not-met" as const, evidence: "" }];
    await recordAnswers(ours.scope, first, { answers }, "2026-06-02");
    const { check } = await requireCheck(ours.scope, again);
    expect(await listOthers(ours.scope, check)).toMatchObject([
      { id: first, checkedOn: "2026-06-02", rounds: 1, tally: { "not-met": 1 } },
    ]);
    const found = async (filter: Parameters<typeof listChecks>[1]) =>
      (await listChecks(ours.scope, filter)).map(({ id }) => id);
    expect(await found({ subject: "survey" })).toEqual([survey]);
    expect(await found({ subject: "venue", named: "MILL street" })).toEqual([again, first]);
    expect(await found({ named: "100%_" })).toEqual([]);
    expect(await listOthers((await givenOrganisation()).scope, check)).toEqual([]);
  });

  it("takes the name of the session that it is tied to", async () => {
    const id = await planSession(
      ours.scope,
      {
        title: "Steering group",
        purpose: "x",
        date: "2026-06-10",
        startTime: "18:00",
        endTime: "19:00",
        online: "yes",
      },
      "2026-06-01",
    );
    const input = { subject: "session" as const, everyone: true, personas: [] };
    const check = await startCheck(ours.scope, { ...input, subjectId: id }, today);
    expect((await requireCheck(ours.scope, check)).check.title).toBe("Steering group");
    await expect(startCheck(ours.scope, input, today)).rejects.toThrow(/Name what is checked/);
  });

  it("is changed by no reviewer and seen by no stranger", async () => {
    const check = await startCheck(ours.scope, { ...session, everyone: true, personas: [] }, today);
    const reviewer = await givenMember(ours, "reviewer");
    await expect(startCheck(reviewer, { ...session, everyone: true, personas: [] }, today)).rejects.toThrow(
      /Reviewers/,
    );
    await expect(requireCheck((await givenOrganisation()).scope, check)).rejects.toThrow(/could not find/);
  });
});
