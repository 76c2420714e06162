import { describe, expect, it } from "vitest";
import { addDays } from "#app/domain/dates/days.ts";
import { publicLoops } from "#app/domain/feedback/public-loops.ts";
import { promiseClock } from "#db/feedback-clock.server.ts";
import { importLoops } from "#db/feedback-import.server.ts";
import { issueLoopLinks } from "#db/feedback-links.server.ts";
import { pauseClock } from "#db/feedback-pause.server.ts";
import { hear } from "#db/feedback-voices.server.ts";
import { rewrite } from "#db/feedback.server.ts";
import { openLink } from "#db/private-link.server.ts";
import { readState, withdrawEntry } from "#db/record.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";
import { did, givenAnswer, givenSaid, givenTold, monday, publishAll, versionOf } from "./given.ts";

useDatabase();
const day = addDays(monday, 10);

async function shown(one: GivenOrganisation, today = day) {
  await publishAll(one.scope);
  return publicLoops(await readState(one.slug), today);
}

describe("an organisation that wants to look better than it is", () => {
  it("that tells one of forty has closed it for few, and it says so", async () => {
    const one = await givenOrganisation();
    const id = await givenSaid(one.scope, { people: 40 });
    await givenAnswer(one.scope, id, day);
    await givenTold(one.scope, id, day, 1);
    expect(await shown(one)).toMatchObject({
      counts: { closed: 1, toldFew: 1, agreed: 0, unheard: 1 },
      did: [{ reports: [{ reach: "few" }] }],
    });
  });

  it("that makes the speakers few for a day does not have told them all", async () => {
    const one = await givenOrganisation();
    const id = await givenSaid(one.scope, { people: 40 });
    const people = async (count: number) =>
      rewrite(
        one.scope,
        id,
        await versionOf(one.scope, id),
        {
          words: "Hold the sessions after work, not at noon.",
          byWhom: "people who work days",
          people: count,
          sensitivity: "open",
          wordsUse: "as-said",
        },
        day,
      );
    await givenAnswer(one.scope, id, day);
    await people(8);
    await givenTold(one.scope, id, day, 8);
    await people(40);
    expect((await shown(one)).did[0]!.reports).toMatchObject([{ reach: "few", of: 40 }]);
  });

  it("that revises after people agreed has to tell them and ask them again", async () => {
    const one = await givenOrganisation();
    const id = await givenSaid(one.scope);
    await givenAnswer(one.scope, id, day);
    await givenTold(one.scope, id, day);
    for (const token of await issueLoopLinks(one.scope, id, 3, day))
      await hear(await openLink(token, "answer-loop", new Date()), {
        reflects: "yes",
        changed: "yes",
        comment: "",
        commentUse: "board",
      });
    expect((await shown(one)).counts).toMatchObject({ agreed: 1, closed: 1 });
    await givenAnswer(one.scope, id, day, { ...did, text: "We look into it." });
    expect((await shown(one)).counts).toMatchObject({ agreed: 0, closed: 0, untold: 1 });
  });

  it("that stops the clock for ever is counted as having stopped it", async () => {
    const one = await givenOrganisation();
    const id = await givenSaid(one.scope);
    await pauseClock(one.scope, id, { reason: "We wait for advice." }, day);
    expect((await shown(one, addDays(day, 900))).counts).toMatchObject({ open: 1, paused: 1, closed: 0 });
  });

  it("that changes whose bank holidays count does not change them for what was received before", async () => {
    const one = await givenOrganisation();
    const promise = { acknowledgeWithin: 5, answerWithin: 30, jurisdiction: "scotland" as const };
    await promiseClock(one.scope, 0, promise, monday);
    await givenSaid(one.scope);
    await promiseClock(
      one.scope,
      1,
      { ...promise, jurisdiction: "northern_ireland", answerWithin: 260 },
      day,
    );
    expect((await shown(one)).waiting[0]!.promise).toEqual(promise);
  });

  it("that brings in a happy past has it marked as brought in", async () => {
    const one = await givenOrganisation();
    const said = {
      words: "Pay sooner.",
      inTheirWords: true,
      byWhom: "paid contributors",
      people: 12,
      askedFor: "",
      sensitivity: "open" as const,
      wordsUse: "as-said" as const,
      summary: "",
      saidOn: monday,
      receivedOn: monday,
    };
    const source = { kind: "survey" as const, title: "Old survey", heldOn: monday, people: 12 };
    const report = { on: monday, channels: ["email" as const], told: 12, of: 12, answer: 1 };
    await importLoops(
      one.scope,
      [
        {
          source,
          said,
          acknowledgedOn: null,
          answers: [{ content: did, on: monday, why: "" }],
          reports: [report],
        },
      ],
      day,
    );
    const loops = await shown(one);
    expect(loops.did[0]).toMatchObject({ imported: true, writtenOn: day, heard: null });
    expect(loops.counts).toMatchObject({ agreed: 0, unheard: 1 });
  });

  it("that takes an unwelcome loop out of the record keeps it in the counts", async () => {
    const one = await givenOrganisation();
    await givenSaid(one.scope);
    const [loop] = (await shown(one)).waiting;
    await withdrawEntry(one.scope, loop!.index, "harmful-mistake");
    const after = await shown(one);
    expect(after.counts).toMatchObject({ all: 1, open: 1 });
    expect(after.withdrawn).toBe(1);
  });
});
