import { describe, expect, it } from "vitest";
import { addDays } from "#app/domain/dates/days.ts";
import { publicLoops } from "#app/domain/feedback/public-loops.ts";
import { promiseClock } from "#db/feedback-clock.server.ts";
import { importLoops } from "#db/feedback-import.server.ts";
import { issueLoopLinks } from "#db/feedback-links.server.ts";
import { pauseClock } from "#db/feedback-pause.server.ts";
import { hear } from "#db/feedback-voices.server.ts";
import { addSource, rewrite } from "#db/feedback.server.ts";
import { disputeRefusal, ask, readCase } from "#db/open-door.server.ts";
import { listCases, refuseCase, takeUp } from "#db/open-door-moderation.server.ts";
import { readFeedback } from "#db/feedback-figures.server.ts";
import { refusedWords } from "#app/domain/feedback/open-door-words.ts";
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
          promise: null,
          pauses: [],
          answers: [{ content: did, on: monday, why: "" }],
          reports: [report],
        },
      ],
      day,
    );
    const loops = await shown(one);
    expect(loops.did[0]).toMatchObject({ imported: true, writtenOn: day, heard: null });
    expect(loops.counts).toMatchObject({ agreed: 0, unheard: 1, imported: 1, medianDays: null });
    expect((await readFeedback(one.scope)).loops).toMatchObject([{ imported: true }]);
  });

  it.each(["consent-taken-back", "erasure-request", "harmful-mistake"] as const)(
    "that takes an unwelcome loop out of the record as %s keeps it in the counts, and it is not laid to who spoke",
    async (reason) => {
      const one = await givenOrganisation();
      await givenSaid(one.scope);
      const [loop] = (await shown(one)).waiting;
      await withdrawEntry(one.scope, loop!.index, reason);
      // Not published again since, it counts all the same.
      const before = publicLoops(await readState(one.slug), day);
      expect(before.counts).toMatchObject({ all: 1, open: 1 });
      expect(before.wordsGone).toEqual({ takenBack: 0, takenDown: 1, unpublished: 1 });
      const after = await shown(one);
      expect(after.counts).toMatchObject({ all: 1, open: 1 });
      expect(after.wordsGone).toEqual({ takenBack: 0, takenDown: 1, unpublished: 0 });
      expect(after.waiting[0]).toMatchObject({ said: "", takenBack: true, takenDown: true });
      await withdrawEntry(one.scope, after.waiting[0]!.index, reason);
      expect((await shown(one)).wordsGone).toEqual({ takenBack: 0, takenDown: 1, unpublished: 0 });
    },
  );

  it("that takes down an unwelcome comment cannot say that its writer did", async () => {
    const one = await givenOrganisation();
    const id = await givenSaid(one.scope);
    await givenAnswer(one.scope, id, day);
    for (const token of await issueLoopLinks(one.scope, id, 3, day))
      await hear(await openLink(token, "answer-loop", new Date()), {
        reflects: "no",
        changed: "no",
        comment: "They promised this before.",
        commentUse: "public",
      });
    await shown(one);
    const state = await readState(one.slug);
    const comment = [...state.subjects.values()].flat().find(({ kind }) => kind === "comment");
    await withdrawEntry(one.scope, comment!.index, "consent-taken-back");
    expect((await shown(one)).did[0]).toMatchObject({ commentsGone: { takenBack: 0, takenDown: 1 } });
  });

  it("that splits one thing said into many small ones has it shown", async () => {
    const one = await givenOrganisation();
    const sourceId = await addSource(
      one.scope,
      { kind: "session", title: "Spring evening", heldOn: monday, people: 40 },
      monday,
    );
    for (const people of [1, 2, 3])
      await givenSaid(one.scope, {
        sourceId,
        people,
        words: `Hold the sessions after work, please, not at noon.`,
      });
    const loops = await shown(one);
    expect(loops.counts).toMatchObject({ all: 3, sources: 1, repeated: 3 });
    expect(loops.waiting).toMatchObject(
      Array(3).fill({ people: null, sameWords: 3, source: { title: "Spring evening", people: 40 } }),
    );
  });

  it("that refuses what is unwelcome is contradicted in public by those who asked", async () => {
    const one = await givenOrganisation();
    await publishAll(one.scope);
    const passphrase = "seven quiet lanterns";
    const codes: string[] = [];
    for (const words of ["Why was nobody paid in May?", "Who decided on noon?", "Where is the fund?"])
      codes.push(
        await ask(one.slug, undefined, { kind: "challenge", words, wordsUse: "as-said", passphrase }, monday),
      );
    const cases = await listCases(one.scope);
    await takeUp(one.scope, cases[0]!.id, monday);
    await expect(disputeRefusal(codes[0]!, passphrase, day)).rejects.toThrow(/was not refused/);
    for (const { id } of (await listCases(one.scope)).filter(({ moderatedOn }) => !moderatedOn))
      await refuseCase(one.scope, id, { ground: "spam", note: "It looks like advertising to us." }, monday);
    const refusedCode = await firstRefused(codes, passphrase);
    await disputeRefusal(refusedCode, passphrase, day);
    await disputeRefusal(refusedCode, passphrase, day);
    await expect(disputeRefusal(refusedCode, "another passphrase", day)).rejects.toMatchObject({
      detail: { kind: "not-found" },
    });
    expect(await readCase(refusedCode, passphrase, day)).toMatchObject({
      state: "refused",
      refusal: { ground: "spam", disputed: true },
    });
    const { openDoor } = await shown(one);
    expect(openDoor).toMatchObject({ refused: { spam: 2 }, refusedWrongly: 1, taken: 1 });
    expect(refusedWords(openDoor!)).toBe(
      "2 of 3 decided, more than were taken up. Of 1 whoever asked says that the ground is wrong",
    );
    const { refused, challenges } = await readFeedback(one.scope);
    expect([refused, challenges.length]).toEqual([2, 1]);
  });
});

async function firstRefused(codes: readonly string[], passphrase: string): Promise<string> {
  for (const code of codes) if ((await readCase(code, passphrase, day)).state === "refused") return code;
  throw new Error("None was refused.");
}
