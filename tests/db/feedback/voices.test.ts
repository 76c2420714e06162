import { beforeAll, describe, expect, it } from "vitest";
import { publicLoops } from "#app/domain/feedback/public-loops.ts";
import { mailLoopLinks } from "#db/feedback-heard-mail.server.ts";
import { requireLoop } from "#db/feedback-read.server.ts";
import { rewrite } from "#db/feedback.server.ts";
import { issueLoopLinks, makeLoopLinkAnew, switchLoopLinksOff } from "#db/feedback-links.server.ts";
import { hear, readHeard, takeBack } from "#db/feedback-voices.server.ts";
import { listLocalOutbox } from "#db/mail.server.ts";
import { openLink } from "#db/private-link.server.ts";
import { previewPublication } from "#db/publishing.server.ts";
import { readState } from "#db/record.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";
import { did, givenAnswer, givenSaid, givenTold, publishAll, versionOf } from "./given.ts";

const db = useDatabase();
const day = "2026-03-12";
const secret = "of the test";
let ours: GivenOrganisation;
beforeAll(async () => {
  ours = await givenOrganisation();
});

const open = (token: string) => openLink(token, "answer-loop", new Date());
const yes = {
  reflects: "yes" as const,
  changed: "yes" as const,
  comment: "",
  commentUse: "organisation" as const,
};
const no = { ...yes, reflects: "no" as const, changed: "no" as const };

async function givenClosed(people = 10): Promise<string> {
  const id = await givenSaid(ours.scope, { people });
  await givenAnswer(ours.scope, id, day);
  await givenTold(ours.scope, id, day, people);
  return id;
}
const view = async (id: string) => requireLoop(ours.scope, id, day);

describe("does this reflect what you said?", () => {
  it("is shown from three answers, and one link is one voice", async () => {
    const id = await givenClosed();
    const tokens = await issueLoopLinks(ours.scope, id, 4, day);
    await hear(await open(tokens[0]!), { ...yes, comment: "Thank you", commentUse: "organisation" });
    await hear(await open(tokens[1]!), yes);
    expect(await view(id)).toMatchObject({ comments: [], view: { heard: null, state: "closed" } });
    await hear(await open(tokens[1]!), no);
    await hear(await open(tokens[1]!), yes);
    expect((await view(id)).view.heard).toBeNull();
    await hear(await open(tokens[2]!), yes);
    expect(await view(id)).toMatchObject({
      comments: ["Thank you"],
      view: { heard: { yes: 3, of: 3 }, state: "agreed" },
    });
  });

  it("keeps from the team what was meant for the board", async () => {
    const id = await givenClosed();
    const tokens = await issueLoopLinks(ours.scope, id, 3, day);
    for (const token of tokens)
      await hear(await open(token), { ...yes, comment: "For the board", commentUse: "board" });
    expect((await view(id)).comments).toEqual([]);
    const { pageOf } = await import("#db/feedback-read.server.ts");
    const { loadLoops } = await import("#db/feedback-load.server.ts");
    const { inScope } = await import("#db/client.server.ts");
    const [loop] = await inScope(ours.scope, (tx) => loadLoops(tx, ours.organisationId, [id]));
    expect(pageOf(loop!, { role: "reviewer" }, day).comments).toHaveLength(3);
  });

  it("does not lose a dispute when the answer is revised", async () => {
    const id = await givenClosed();
    const tokens = await issueLoopLinks(ours.scope, id, 3, day);
    for (const token of tokens) await hear(await open(token), no);
    expect((await view(id)).view.state).toBe("disputed");
    await givenAnswer(ours.scope, id, day, { ...did, text: "Every session begins at six, we say again." });
    expect((await view(id)).view.state).toBe("disputed");
    expect(await readHeard(await open(tokens[0]!))).toMatchObject({ stale: true, answer: { revised: true } });
  });

  it("has no more links than people, and none before an answer", async () => {
    const id = await givenSaid(ours.scope, { people: 3 });
    await expect(issueLoopLinks(ours.scope, id, 1, day)).rejects.toThrow(/no answer/);
    await givenAnswer(ours.scope, id, day);
    await issueLoopLinks(ours.scope, id, 2, day);
    await expect(issueLoopLinks(ours.scope, id, 2, day)).rejects.toThrow(/Make 1 at most/);
    expect(await switchLoopLinksOff(ours.scope, id, "all", day)).toBe(2);
    expect(await issueLoopLinks(ours.scope, id, 3, day)).toHaveLength(3);
  });

  it("is one voice however often its link is made anew, and the links before are dead", async () => {
    const id = await givenClosed();
    const tokens = await issueLoopLinks(ours.scope, id, 3, day);
    for (const token of tokens)
      await hear(await open(token), { ...no, comment: "Nothing changed", commentUse: "public" });
    const { token } = await makeLoopLinkAnew(ours.scope, id, 2, day);
    await expect(open(tokens[1]!)).rejects.toThrow(/switched off/);
    // Whoever holds the new link, the organisation too, reads nothing of what was said with the old one.
    expect(await readHeard(await open(token))).toMatchObject({ mine: null, again: true });
    await hear(await open(token), yes);
    expect(await view(id)).toMatchObject({
      asked: 3,
      sentAgain: 1,
      switchedOff: 0,
      view: { heard: { of: 3 } },
    });
    // What was said with the old one stays said.
    expect((await view(id)).comments).toHaveLength(3);
    await switchLoopLinksOff(ours.scope, id, 2, day);
    await expect(open(token)).rejects.toThrow(/switched off/);
    await publishAll(ours.scope);
    const [loop] = publicLoops(await readState(ours.slug), day).did.filter((one) => one.switchedOff);
    expect(loop).toMatchObject({ asked: 3, switchedOff: 1 });
  });

  it("takes back the comment that was written with a link that was lost", async () => {
    const id = await givenClosed();
    const tokens = await issueLoopLinks(ours.scope, id, 3, day);
    for (const token of tokens)
      await hear(await open(token), { ...no, comment: "Nothing changed", commentUse: "board" });
    const { token } = await makeLoopLinkAnew(ours.scope, id, 1, day);
    await takeBack(await open(token), day, secret);
    const rows = await db.ownerSql`select comment from loop_voices where loop_id = ${id} and comment <> ''`;
    expect(rows).toHaveLength(2);
  });

  it("makes anew no number that nobody has, in no other organisation, and not for reviewers", async () => {
    const id = await givenClosed();
    await issueLoopLinks(ours.scope, id, 1, day);
    const elsewhere = (await givenOrganisation()).scope;
    const gone = { detail: { kind: "not-found" } };
    await expect(makeLoopLinkAnew(ours.scope, id, 7, day)).rejects.toMatchObject(gone);
    await expect(makeLoopLinkAnew(elsewhere, id, 1, day)).rejects.toMatchObject(gone);
    await expect(switchLoopLinksOff(elsewhere, id, "all", day)).rejects.toMatchObject(gone);
    const reviewer = await givenMember(ours, "reviewer");
    await expect(makeLoopLinkAnew(reviewer, id, 1, day)).rejects.toMatchObject({
      detail: { kind: "forbidden" },
    });
  });

  it("opens for nobody who guesses, comes late, or holds a link that was switched off", async () => {
    const id = await givenClosed();
    const [token] = await issueLoopLinks(ours.scope, id, 1, day);
    await expect(open(`${token}x`)).rejects.toMatchObject({ detail: { kind: "not-found" } });
    await expect(openLink(token!, "attest", new Date())).rejects.toMatchObject({
      detail: { kind: "not-found" },
    });
    await expect(openLink(token!, "answer-loop", new Date("2040-01-01"))).rejects.toThrow(/expired/);
    await switchLoopLinksOff(ours.scope, id, "all", day);
    await expect(open(token!)).rejects.toThrow(/switched off/);
  });

  it("is mailed with a link of one's own, and no row says whose", async () => {
    const id = await givenClosed();
    await mailLoopLinks(
      ours.scope,
      id,
      ["a@example.org", "b@example.org"],
      { origin: "http://kept.test", secret: "of the test" },
      day,
    );
    const mails = (await listLocalOutbox()).filter(({ recipient }) => /^[ab]@/.test(recipient));
    const tokens = mails.map(({ body }) => /\/heard\/(\S+)/.exec(body ?? "")![1]!);
    expect(new Set(tokens).size).toBe(2);
    expect((await readHeard(await open(tokens[0]!))).words).toMatch(/after work/);
    const rows = await db.ownerSql`select meta, subject_id from private_links where subject_id = ${id}`;
    expect(JSON.stringify(rows)).not.toMatch(/example.org/);
  });
});

describe("taking one's words back", () => {
  it("removes them from the public record and the workspace, and the loop stays counted", async () => {
    const one = await givenOrganisation();
    const id = await givenSaid(one.scope, { people: 1, words: "Words of one person alone." });
    await givenAnswer(one.scope, id, day, { ...did, text: "You said words of one person alone. We did it." });
    const [token] = await issueLoopLinks(one.scope, id, 1, day);
    await publishAll(one.scope);
    await takeBack(await open(token!), day, secret);
    const state = await readState(one.slug);
    const tombstone = state.subjects.get(`loop:${id}`)!.at(-1)!;
    expect(tombstone).toMatchObject({ body: null, withdrawn: { reason: "consent-taken-back" } });
    expect(JSON.stringify([...state.subjects])).not.toMatch(/one person alone/);
    expect(await requireLoop(one.scope, id, day)).toMatchObject({ words: "", takenBackOn: day });
    await publishAll(one.scope);
    const loops = publicLoops(await readState(one.slug), day);
    expect(loops.counts.all).toBe(1);
    expect(loops.wordsGone).toEqual({ takenBack: 1, takenDown: 0, unpublished: 0 });
    expect(loops.did[0]).toMatchObject({ said: "", takenBack: true, answer: { text: "" } });
    await takeBack(await open(token!), day, secret);
    expect((await previewPublication(one.scope)).proposal.changes).toEqual([]);
  });

  it("lets the rest of a group be written down anew", async () => {
    const one = await givenOrganisation();
    const id = await givenSaid(one.scope, { people: 10 });
    await givenAnswer(one.scope, id, day);
    const [token] = await issueLoopLinks(one.scope, id, 1, day);
    await publishAll(one.scope);
    await takeBack(await open(token!), day, secret);
    await publishAll(one.scope);
    await rewrite(
      one.scope,
      id,
      await versionOf(one.scope, id),
      {
        words: "Evenings suit us better.",
        byWhom: "nine people",
        people: 9,
        sensitivity: "open",
        wordsUse: "as-said",
      },
      day,
    );
    await publishAll(one.scope);
    const loops = publicLoops(await readState(one.slug), day);
    expect(loops.did.map(({ said }) => said)).toEqual(["Evenings suit us better."]);
  });
});
