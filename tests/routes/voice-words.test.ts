import { beforeAll, describe, expect, it } from "vitest";
import * as askPage from "#app/routes/voice/ask.tsx";
import { ask } from "#db/open-door.server.ts";
import { issueLink } from "#db/private-link.server.ts";
import { inOrganisation } from "#db/client.server.ts";
import { hostileValues } from "#tests/support/hostile.ts";
import * as casePage from "#app/routes/voice/case.tsx";
import * as checkInPage from "#app/routes/voice/check-in.tsx";
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

describe("a check-in and the page that a code opens", () => {
  const passphrase = "seven quiet lanterns";
  let code: string;
  let token: string;

  beforeAll(async () => {
    const challenge = {
      kind: "protected",
      words: "I was told to be silent.",
      wordsUse: "not-published",
    } as const;
    code = await ask(ours.slug, undefined, { ...challenge, passphrase }, monday);
    const [{ id }] = (await db.ownerSql`select id from protected_challenges`) as unknown as [{ id: string }];
    ({ token } = await inOrganisation(ours.organisationId, null, (tx) =>
      issueLink(tx, {
        organisationId: ours.organisationId,
        purpose: "check-in",
        subjectId: id,
        expiresAt: new Date(Date.now() + 24 * 60 * 60 * 1000),
      }),
    ));
  });

  type Fields = Record<string, string>;
  const byCode = (fields: Fields) =>
    visitor.send(casePage.action, "/", { code, passphrase, ...fields }, { slug: ours.slug });
  const byLink = (fields: Fields) =>
    visitor.send(checkInPage.action, "/", { passphrase, ...fields }, { token });
  const both = { "with the code": byCode, "with the link of a message": byLink };
  const given = async () => (await db.ownerSql`select words from challenge_check_ins`).length;

  describe.each(Object.entries(both))("%s", (_, send) => {
    it.each(Object.entries(hostileValues))(
      "take %s in every field as text, or say what is wrong",
      async (name, value) => {
        for (const field of ["code", "passphrase", "day", "happened", "words", "wish"]) {
          await db.ownerSql`delete from rate_limits`;
          const checkIn: Fields = { day: "30", happened: "no", words: "" };
          const { status, data } = await send({ ...checkIn, [field]: value });
          const { found, ...rest } = data as { found?: unknown };
          expect(status, field).toBeLessThan(500);
          expect(found === undefined, field).toBe(status >= 400);
          if (status < 400) await db.ownerSql`delete from challenge_check_ins`;
          else
            expect(
              JSON.stringify((rest as { errors?: unknown }).errors ?? rest),
              `${name} in ${field}`,
            ).not.toMatch(noSentence);
        }
      },
    );

    it("lose nothing that was typed when the passphrase is wrong, and tell nothing", async () => {
      const typed = { day: "30", happened: "yes", words: "My hours were cut." };
      const { status, data } = await send({ ...typed, passphrase: "another passphrase" });
      expect(status).toBe(400);
      expect(data).toMatchObject({
        values: typed,
        errors: { form: [expect.stringMatching(/No case has|not the passphrase/)] },
      });
      expect(JSON.stringify(data)).not.toMatch(/another passphrase|told to be silent/);
      expect(await given()).toBe(0);
    });

    it("say that it was taken in, and by whom it is read", async () => {
      expect((await send({ day: "30", happened: "no", words: "" })).data).toMatchObject({
        told: "Thank you. Only the board reads it.",
      });
      await db.ownerSql`delete from challenge_check_ins`;
    });

    it("ask for the answer itself, and for no more words than are read", async () => {
      expect((await send({ day: "30", words: "My hours were cut." })).data).toMatchObject({
        errors: { happened: ["Say whether anything happened to you for speaking."] },
      });
      expect((await send({ day: "30", happened: "yes", words: "x".repeat(2001) })).data).toMatchObject({
        errors: { words: [expect.stringMatching(/2,?000/)] },
      });
      expect(await given()).toBe(0);
    });
  });
});
