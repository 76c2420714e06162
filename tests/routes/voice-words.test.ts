import { beforeAll, describe, expect, it } from "vitest";
import * as askPage from "#app/routes/voice/ask.tsx";
import * as attestPage from "#app/routes/voice/attest.tsx";
import * as heardPage from "#app/routes/voice/heard.tsx";
import { formOpened } from "#app/http/form-opened.server.ts";
import { issueLoopLinks } from "#db/feedback-links.server.ts";
import {
  givenAnswer,
  givenSaid,
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
let ours: GivenOrganisation;
let heardToken: string;
let attestToken: string;

beforeAll(async () => {
  ours = await givenOrganisation();
  const loop = await givenSaid(ours.scope);
  await givenAnswer(ours.scope, loop, monday);
  await publishAll(ours.scope);
  [heardToken] = (await issueLoopLinks(ours.scope, loop, 1, monday)) as [string];
  const commitment = await givenPromise(ours.scope, today);
  [attestToken] = (await givenRound(ours.scope, commitment, today)).tokens as [string];
});

const visitor = new Visitor();
const forms: Record<string, (words: string) => ReturnType<Visitor["send"]>> = {
  "a comment on an answer": (comment) =>
    visitor.send(
      heardPage.action,
      "/",
      { intent: "answer", reflects: "no", changed: "no", comment, commentUse: "organisation" },
      { token: heardToken },
    ),
  "a comment on a promise": (comment) =>
    visitor.send(
      attestPage.action,
      "/",
      { intent: "answer", verdict: "kept", comment, commentUse: "organisation" },
      { token: attestToken },
    ),
  "a question through the door": (words) => {
    const hour = formOpened(Date.now() - 60_000);
    const fields = {
      kind: "ask",
      words,
      wordsUse: "as-said",
      passphrase: "seven quiet lanterns",
      opened: hour,
    };
    return visitor.send(askPage.action, "/", fields, { slug: ours.slug });
  },
};

/** What no sentence is: a failure, or what programs say among themselves. */
const noSentence = /undefined|\[object|Invalid|Error:|\bat \w+ \(/;

describe.each(Object.keys(forms))("%s", (name) => {
  const send = forms[name]!;

  it.each([
    ["a character that is none", "a\u0000b"],
    ["a megabyte", "x".repeat(1_000_000)],
  ])("that holds %s is answered with a sentence, and nothing is kept of it", async (_, words) => {
    const sums = async () =>
      JSON.stringify(
        await db.ownerSql`select (select count(*) from challenges), (select string_agg(comment, '') from loop_voices),
          (select string_agg(comment, '') from attestation_answers)`,
      );
    const before = await sums();
    const { status, data } = await send(words);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    const said = typeof data === "string" ? data : JSON.stringify((data as { errors: unknown }).errors);
    expect(said).toMatch(/[a-z]+ .*\./);
    expect(said).not.toMatch(noSentence);
    expect(await sums()).toBe(before);
  });

  it.each([
    ["half a character", "a\ud800b"],
    ["marks that turn the text", "\u202eabc\u200f"],
    ["emoji", "👩🏽‍🤝‍👩🏿 thank you"],
    ["a script", `<script>alert(1)</script>`],
  ])("that holds %s is kept as text", async (_, words) => {
    expect((await send(words)).status).toBeLessThan(400);
  });
});
