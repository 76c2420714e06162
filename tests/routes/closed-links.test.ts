import { beforeEach, describe, expect, it } from "vitest";
import * as attestPage from "#app/routes/voice/attest.tsx";
import * as checkInPage from "#app/routes/voice/check-in.tsx";
import * as heardPage from "#app/routes/voice/heard.tsx";
import { attest } from "#db/attestation-answer.server.ts";
import {
  issueLoopLinks,
  listLoopLinks,
  makeLoopLinkAnew,
  switchLoopLinksOff,
} from "#db/feedback-links.server.ts";
import { requireLoop } from "#db/feedback-read.server.ts";
import { hear } from "#db/feedback-voices.server.ts";
import { openLink } from "#db/private-link.server.ts";
import {
  did,
  givenAnswer,
  givenSaid,
  givenTold,
  givenPromise,
  givenRound,
  monday,
  publishAll,
} from "#tests/db/feedback/given.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";

const db = useDatabase();
provideTestSettings();

const today = new Date().toISOString().slice(0, 10);
const words = "Hold the sessions after work, not at noon.";
const sure = { intent: "take-back", sure: "on" };
const voice = { reflects: "no", changed: "no", commentUse: "public" } as const;
let ours: GivenOrganisation;
let loop: string;
let tokens: string[];

beforeEach(async () => {
  ours = await givenOrganisation();
  loop = await givenSaid(ours.scope);
  await givenAnswer(ours.scope, loop, monday, did);
  await givenTold(ours.scope, loop, monday);
  tokens = await issueLoopLinks(ours.scope, loop, 3, monday);
  for (const [index, token] of tokens.entries())
    await hear(await openLink(token, "answer-loop", new Date()), { ...voice, comment: `Comment ${index}` });
  await publishAll(ours.scope);
});

const open = (token: string) => new Visitor().load(heardPage.loader, "/", { token });
const send = (token: string, fields: Record<string, string>) =>
  new Visitor().send(heardPage.action, "/", fields, { token });
const expire = () =>
  db.ownerSql`update private_links set expires_at = now() - interval '1 day' where subject_id = ${loop}`;
const takenBackOn = async () => (await requireLoop(ours.scope, loop, today)).takenBackOn;
const comments = async () =>
  (await db.ownerSql`select comment from loop_voices where loop_id = ${loop} and comment <> ''`)
    .map(({ comment }) => comment as string)
    .sort();
const bodies = async () =>
  JSON.stringify(
    await db.ownerSql`select body from record_bodies where organisation_id = ${ours.organisationId}`,
  );

describe("a link that was switched off", () => {
  beforeEach(() => switchLoopLinksOff(ours.scope, loop, "all", monday));

  it("shows neither what was said nor what anybody answered", async () => {
    const { status, data } = await open(tokens[0]!);
    expect(status).toBe(409);
    expect(data).toMatchObject({
      closed: { sentence: expect.stringMatching(/switched off/), replaced: false, takenBack: false },
    });
    expect(JSON.stringify(data)).not.toContain(words);
    expect(JSON.stringify(data)).not.toContain("Comment");
  });

  it("takes no answer any more", async () => {
    const refused = await send(tokens[0]!, { intent: "answer", ...voice, comment: "Another word" });
    expect(refused).toMatchObject({ status: 409, data: { errors: { form: [/switched off/] } } });
    expect(await comments()).toEqual(["Comment 0", "Comment 1", "Comment 2"]);
  });

  it("takes the words back all the same, with the comment that was written with it", async () => {
    expect(await bodies()).toContain("Comment 0");
    expect((await send(tokens[0]!, sure)).status).toBe(303);
    expect(await takenBackOn()).not.toBeNull();
    expect(await comments()).toEqual(["Comment 1", "Comment 2"]);
    expect(await bodies()).not.toContain("Comment 0");
    expect((await open(tokens[0]!)).data).toMatchObject({ closed: { takenBack: true } });
  });

  it("takes nothing back before that is confirmed, nor for whoever guesses", async () => {
    expect((await send(tokens[0]!, { intent: "take-back" })).status).toBe(400);
    expect((await send("guessed", sure)).status).toBe(404);
    expect((await new Visitor().load(attestPage.loader, "/", { token: tokens[0]! })).status).toBe(404);
    expect(await takenBackOn()).toBeNull();
  });
});

describe("a link that has expired", () => {
  it("takes the words back, and does nothing else", async () => {
    await expire();
    expect((await open(tokens[1]!)).data).toMatchObject({
      closed: { sentence: expect.stringMatching(/expired/) },
    });
    expect((await send(tokens[1]!, { intent: "answer", ...voice })).status).toBe(409);
    expect((await send(tokens[1]!, sure)).status).toBe(303);
    expect(await takenBackOn()).not.toBeNull();
  });
});

describe("a link that was replaced by a newer one", () => {
  it("is not said to be, once the newer one is switched off or has expired, nor is the newer one by it", async () => {
    const replaced = async (token: string) =>
      (await open(token)).data as { closed: { replaced: boolean } | null };
    const { token } = await makeLoopLinkAnew(ours.scope, loop, 1, monday);
    await db.ownerSql`update private_links set expires_at = now() - interval '1 day'
      where subject_id = ${loop} and revoked_at is null and meta->>'number' = '1'`;
    expect(await replaced(tokens[0]!)).toMatchObject({ closed: { replaced: false } });
    // The first one merely ran out; the one after it was switched off: nothing stands in the later one’s place.
    await db.ownerSql`update private_links set revoked_at = case when revoked_at is null then now() end,
      expires_at = now() + interval '1 day' where subject_id = ${loop} and meta->>'number' = '1'`;
    expect(await replaced(token)).toMatchObject({ closed: { replaced: false } });
  });

  it("whose time is over may be asked for anew, under the same number, and is not counted as switched off", async () => {
    await expire();
    expect(await listLoopLinks(ours.scope, loop)).toMatchObject(
      [1, 2, 3].map((number) => ({ number, works: false, off: false })),
    );
    expect(await issueLoopLinks(ours.scope, loop, 10, monday)).toHaveLength(10);
    expect(await requireLoop(ours.scope, loop, monday)).toMatchObject({ asked: 10, switchedOff: 0 });
  });

  it("says so, and takes the words back as the newer one does", async () => {
    await makeLoopLinkAnew(ours.scope, loop, 1, monday);
    expect((await open(tokens[0]!)).data).toMatchObject({ closed: { replaced: true } });
    expect((await send(tokens[0]!, sure)).status).toBe(303);
    expect(await takenBackOn()).not.toBeNull();
  });

  it("leaves alone what was written with the newer one", async () => {
    const { token } = await makeLoopLinkAnew(ours.scope, loop, 1, monday);
    await hear(await openLink(token, "answer-loop", new Date()), { ...voice, comment: "Newer word" });
    await send(tokens[0]!, sure);
    expect(await comments()).toContain("Newer word");
  });
});

describe("a link to a round of attestation that is closed", () => {
  it("takes back the comment that was written with it, and no answer any more", async () => {
    const commitment = await givenPromise(ours.scope, today);
    const invited = (await givenRound(ours.scope, commitment, today)).tokens;
    for (const [index, token] of invited.entries())
      await attest(await openLink(token, "attest", new Date()), {
        verdict: "kept",
        comment: `Remark ${index}`,
        commentUse: "public",
      });
    await db.ownerSql`update private_links set revoked_at = now() where purpose = 'attest'`;
    const visitor = new Visitor();
    const params = { token: invited[0]! };
    const { status, data } = await visitor.load(attestPage.loader, "/", params);
    expect({ status, data }).toMatchObject({
      status: 409,
      data: { closed: { takenBack: false } },
    });
    const answer = { intent: "answer", verdict: "not-kept", commentUse: "public" };
    expect((await visitor.send(attestPage.action, "/", answer, params)).status).toBe(409);
    expect((await visitor.send(attestPage.action, "/", { intent: "take-back" }, params)).status).toBe(303);
    const kept = await db.ownerSql`select comment, verdict from attestation_answers order by comment`;
    expect(kept.map((row) => ({ ...row }))).toEqual([
      { comment: "", verdict: "kept" },
      { comment: "Remark 1", verdict: "kept" },
      { comment: "Remark 2", verdict: "kept" },
    ]);
  });
});

describe("opening a private link", () => {
  /** Every row of every table, counted and summed up. */
  async function everything(): Promise<Record<string, string>> {
    const tables = await db.ownerSql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
    const sums: Record<string, string> = {};
    for (const { name } of tables) {
      // Guesses are counted by the address that they come from: that is no word of anybody's.
      if (name === "rate_limits") continue;
      const [row] = await db.ownerSql<{ sum: string }[]>`
        select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as sum
        from ${db.ownerSql(name)} t`;
      sums[name] = row!.sum;
    }
    return sums;
  }

  it("changes nothing, however often a mail scanner follows it", async () => {
    const before = await everything();
    expect(Object.keys(before).length).toBeGreaterThan(40);
    for (const token of [tokens[0]!, "guessed"])
      for (const page of [heardPage, attestPage, checkInPage])
        for (const query of [
          "",
          "?done=take-back",
          "?intent=take-back&sure=on",
          "?intent=answer&reflects=yes",
        ])
          await new Visitor().load(page.loader, `/${query}`, { token });
    expect(await everything()).toEqual(before);
  });
});
