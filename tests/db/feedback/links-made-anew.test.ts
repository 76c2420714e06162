import { describe, expect, it } from "vitest";
import { addDays } from "#app/domain/dates/days.ts";
import { verdictIn, commitmentViews } from "#app/domain/journey/commitment-view.ts";
import { reachWords } from "#app/domain/journey/attestation.ts";
import { newLinksWords } from "#app/domain/feedback/steps.ts";
import { publicLoops } from "#app/domain/feedback/public-loops.ts";
import { inviteAgain } from "#db/attestation-links.server.ts";
import { attest, takeCommentBack } from "#db/attestation-answer.server.ts";
import { issueLoopLinks, makeLoopLinkAnew, switchLoopLinksOff } from "#db/feedback-links.server.ts";
import { hear, takeBack } from "#db/feedback-voices.server.ts";
import { openLink } from "#db/private-link.server.ts";
import { readState } from "#db/record.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";
import {
  did,
  givenAnswer,
  givenClaim,
  givenRound,
  givenSaid,
  givenTold,
  monday,
  publishAll,
} from "./given.ts";

useDatabase();
const day = addDays(monday, 10);
const today = new Date().toISOString().slice(0, 10);
const voice = { changed: "no", comment: "", commentUse: "public" } as const;

/** A loop that three people of ten disagreed with, and the links that they answered with. */
async function givenDisputed(
  comment = "Nothing changed at all.",
): Promise<[GivenOrganisation, string, string[]]> {
  const one = await givenOrganisation();
  const id = await givenSaid(one.scope);
  await givenAnswer(one.scope, id, day);
  await givenTold(one.scope, id, day);
  const tokens = await issueLoopLinks(one.scope, id, 3, day);
  for (const token of tokens) await say(token, "no", comment);
  return [one, id, tokens];
}

async function say(token: string, reflects: "yes" | "partly" | "no", comment = "") {
  await hear(await openLink(token, "answer-loop", new Date()), { ...voice, reflects, comment });
}

async function shown({ scope, slug }: GivenOrganisation) {
  await publishAll(scope);
  const loops = publicLoops(await readState(slug), day);
  return { loop: loops.did[0]!, counts: loops.counts };
}

describe("an organisation that makes links anew until the answer is nice", () => {
  it("betters no answer, and it shows how many it did not get counted", async () => {
    const [one, id] = await givenDisputed();
    for (const number of [1, 2, 3])
      for (let again = 0; again < 2; again += 1)
        await say((await makeLoopLinkAnew(one.scope, id, number, day)).token, "yes", "All is well.");
    const { loop, counts } = await shown(one);
    expect(counts).toMatchObject({ agreed: 0, disputed: 1 });
    expect(loop).toMatchObject({ sentAgain: 3, kinder: 3, heard: { yes: 0, partly: 0, no: 3 } });
    expect(loop).not.toHaveProperty("anew");
    expect(loop.comments).toEqual(Array(3).fill("Nothing changed at all."));
    expect(newLinksWords(loop)).toMatch(/made 3 links anew.*3 people had answered before.*not counted/);
  });

  it("silences no comment by answering without one", async () => {
    const [one, id] = await givenDisputed();
    await publishAll(one.scope);
    for (const number of [1, 2, 3])
      await say((await makeLoopLinkAnew(one.scope, id, number, day)).token, "no");
    expect((await shown(one)).loop.comments).toEqual(Array(3).fill("Nothing changed at all."));
  });

  it("gains nothing by switching links off and giving their numbers to others", async () => {
    const [one, id] = await givenDisputed();
    await switchLoopLinksOff(one.scope, id, "all", day);
    for (const token of await issueLoopLinks(one.scope, id, 3, day)) await say(token, "yes");
    expect((await shown(one)).counts).toMatchObject({ agreed: 0, disputed: 1 });
  });

  it("gains nothing by revising first, when a yes to the words before is no yes to these", async () => {
    const one = await givenOrganisation();
    const id = await givenSaid(one.scope);
    await givenAnswer(one.scope, id, day);
    for (const token of await issueLoopLinks(one.scope, id, 3, day)) await say(token, "yes");
    await givenAnswer(one.scope, id, day, { ...did, text: "We look into it." });
    await givenTold(one.scope, id, day);
    for (const number of [1, 2, 3])
      await say((await makeLoopLinkAnew(one.scope, id, number, day)).token, "yes");
    const { loop, counts } = await shown(one);
    expect(counts).toMatchObject({ agreed: 0, closed: 1 });
    expect(loop).toMatchObject({ kinder: 3, heard: { yes: 3, yesNow: 0 } });
  });

  it("tells of no single link what became of it", async () => {
    const [one, id] = await givenDisputed();
    for (const number of [1, 2]) await say((await makeLoopLinkAnew(one.scope, id, number, day)).token, "yes");
    const { loop } = await shown(one);
    expect(loop.sentAgain).toBe(2);
    expect(loop).not.toHaveProperty("kinder");
  });

  it("moves no tally with three answers of one person", async () => {
    const [one, id] = await givenDisputed();
    const fourth = (await issueLoopLinks(one.scope, id, 1, day))[0]!;
    await say(fourth, "yes");
    for (let again = 0; again < 3; again += 1)
      await say((await makeLoopLinkAnew(one.scope, id, 4, day)).token, "yes");
    expect((await shown(one)).loop.heard).toMatchObject({ yes: 0, no: 3 });
  });
});

describe("somebody whose link was lost", () => {
  it("has a voice with the new one, shown apart once three have", async () => {
    const one = await givenOrganisation();
    const id = await givenSaid(one.scope);
    await givenAnswer(one.scope, id, day);
    await givenTold(one.scope, id, day);
    await issueLoopLinks(one.scope, id, 3, day);
    for (const number of [1, 2, 3])
      await say((await makeLoopLinkAnew(one.scope, id, number, day)).token, "yes");
    const { loop, counts } = await shown(one);
    expect(counts.agreed).toBe(1);
    expect(loop).toMatchObject({ sentAgain: 3, anew: 3 });
    expect(newLinksWords(loop)).toMatch(/3 of the answers came over a link that was made anew/);
  });

  it("may say no after a yes, and takes back every comment with the new one", async () => {
    const [one, id] = await givenDisputed();
    const fresh = await issueLoopLinks(one.scope, id, 3, day);
    for (const token of fresh) await say(token, "yes", "It is better.");
    await publishAll(one.scope);
    const anew: string[] = [];
    for (const number of [4, 5, 6]) {
      anew.push((await makeLoopLinkAnew(one.scope, id, number, day)).token);
      await say(anew.at(-1)!, "no");
    }
    expect((await shown(one)).loop.heard).toMatchObject({ yes: 0, no: 6 });
    await takeBack(await openLink(anew[0]!, "answer-loop", new Date()), day, "of the test");
    expect(JSON.stringify((await shown(one)).loop.comments).match(/It is better/g)).toHaveLength(2);
  });
});

describe("an organisation that sends invitations again until a promise was kept", () => {
  it("betters no verdict, silences no comment, and it shows", async () => {
    const one = await givenOrganisation();
    const commitment = await givenClaim(one.scope, today);
    const { roundId, tokens } = await givenRound(one.scope, commitment, today);
    const judge = async (token: string, verdict: "kept" | "not-kept" | "cannot-tell", comment = "") =>
      attest(await openLink(token, "attest", new Date()), { verdict, comment, commentUse: "public" });
    for (const token of tokens) await judge(token, "not-kept", "Paid late, twice.");
    await publishAll(one.scope);
    const anew: string[] = [];
    for (const number of [1, 2, 3]) {
      anew.push((await inviteAgain(one.scope, commitment, roundId, number, "letter", today))!);
      await judge(anew.at(-1)!, number === 1 ? "cannot-tell" : "kept");
    }
    await publishAll(one.scope);
    const round = async () => verdictIn(commitmentViews(await readState(one.slug), today)[0]!.attestations)!;
    expect(await round()).toMatchObject({
      answers: { kept: 0, notKept: 3, cannotTell: 0 },
      sentAgain: 3,
      kinder: 3,
      comments: { texts: Array(3).fill("Paid late, twice.") },
    });
    expect(reachWords(await round())).toMatch(
      /made 3 links anew.*newer answer was kinder: it is not counted/,
    );
    await takeCommentBack(await openLink(anew[0]!, "attest", new Date()));
    expect((await round()).comments).toMatchObject({ takenBack: 1, takenDown: 0 });
  });
});
