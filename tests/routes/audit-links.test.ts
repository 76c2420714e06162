import { beforeAll, describe, expect, it } from "vitest";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as answerPage from "#app/routes/audit/answer.tsx";
import * as findingsPage from "#app/routes/audit/findings.tsx";
import * as roundPage from "#app/routes/audit/round.tsx";
import * as apiEntries from "#app/routes/public/api-entries.ts";
import * as publicData from "#app/routes/public/data.ts";
import * as publicPage from "#app/routes/public/audit.tsx";
import { addDays, londonDay } from "#app/domain/dates/days.ts";
import { findInstrument } from "#db/audit-instruments.server.ts";
import { openRound } from "#db/audit.server.ts";
import { createMember } from "#db/organisation.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type GivenOrganisation, givenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { type Answer, Visitor } from "#tests/support/visitor.ts";

const db = useDatabase();
provideTestSettings();

let ours: GivenOrganisation;
const editor = new Visitor();
const participant = new Visitor("203.0.113.99");
const recently = addDays(londonDay(new Date().toISOString()), -30);

beforeAll(async () => {
  ours = await givenOrganisation();
  const [email, password] = ["editor@example.org", "lantern orchard ferry"];
  await createMember(ours.organisationId, { name: "Editor", email, role: "editor", password });
  await editor.send(signIn.action, "/sign-in", { email, password });
});

const where = (id: string) => ({ organisation: ours.slug, id });
const work = (id: string, fields: Record<string, string>) =>
  editor.send(roundPage.action, `/o/${ours.slug}/audit/${id}`, fields, where(id));
const say = (token: string, fields: Record<string, string>) =>
  participant.send(answerPage.action, `/audit/${token}`, fields, { token });
const sentence = (answer: Answer) =>
  Object.values((answer.data as { errors: Record<string, string[]> }).errors).flat();

async function givenRound(title: string): Promise<string> {
  const instrument = await findInstrument(ours.scope, "anti-racism-in-co-production@1.0");
  return openRound(ours.scope, {
    title,
    instrument: instrument!,
    opensOn: "2020-01-01",
    closesOn: "2099-12-31",
  });
}

async function invite(id: string, voice: string, count: number): Promise<string[]> {
  const answer = await work(id, { intent: "invite", voice, count: `${count}` });
  return (answer.data as { slips: { url: string }[] }).slips.map(({ url }) => url.split("/").at(-1)!);
}

describe("a private link of a voice", () => {
  it("says kindly that the round is closed, on the page and to an answer", async () => {
    const id = await givenRound("Closing");
    const [token] = await invite(id, "partners", 1);
    await work(id, { intent: "close" });
    const page = await participant.load(answerPage.loader, `/audit/${token}`, { token: token! });
    expect(page).toMatchObject({ status: 200, data: { state: "closed" } });
    const late = await say(token!, { "level-feedback-loops": "trying", "note-feedback-loops": "We waited" });
    expect(late.status).toBe(409);
    expect(sentence(late)).toEqual([expect.stringContaining("This round is closed")]);
    expect(late.data).toMatchObject({ values: { "note-feedback-loops": "We waited" } });
  });

  it("is made once when a form is sent twice, and says so", async () => {
    const id = await givenRound("Twice");
    const form = { intent: "invite", voice: "team", count: "4", sending: crypto.randomUUID() };
    expect((await work(id, form)).status).toBe(200);
    const again = await work(id, form);
    expect(again.status).toBe(409);
    expect(JSON.stringify(again.data)).toContain("These links were made already");
    const { data } = await editor.load(roundPage.loader, "/x", where(id));
    expect(data).toMatchObject({
      voices: expect.arrayContaining([{ voice: "team", asked: 4, answered: 0 }]),
    });
  });
});

describe("two answers of a voice", () => {
  let id: string;
  const secret = "Only the two of us know this";

  beforeAll(async () => {
    id = await givenRound("Small");
    for (const token of await invite(id, "team", 3))
      await say(token, {
        "level-feedback-loops": "practised",
        "evidence-feedback-loops": "Letters",
        "evidenceOn-feedback-loops": recently,
      });
    for (const token of await invite(id, "co-producers", 2))
      await say(token, { "level-feedback-loops": "not-started", "note-feedback-loops": secret });
    await work(id, { intent: "close" });
    await work(id, { intent: "publish", questions: "feedback-loops" });
    const { fingerprint } = await previewPublication(ours.scope);
    await publish(ours.scope, { fingerprint, reasons: {} });
  });

  const files = ["commitments.csv", "entries.csv", "datapackage.json"];
  const seenBy = async (): Promise<Record<string, Answer>> => ({
    findings: await editor.load(findingsPage.loader, "/x", where(id)),
    page: await new Visitor().load(publicPage.loader, "/x", { slug: ours.slug }),
    json: await new Visitor().load(apiEntries.loader, "/x", { slug: ours.slug }),
    ...Object.fromEntries(
      await Promise.all(
        files.map(async (file) => [
          file,
          await new Visitor().load(publicData.loader, "/x", { slug: ours.slug, file }),
        ]),
      ),
    ),
  });

  it("show nowhere: not in the findings, the public page, CSV or JSON", async () => {
    for (const [place, answer] of Object.entries(await seenBy())) {
      expect([place, answer.status]).toEqual([place, 200]);
      const text = typeof answer.data === "string" ? answer.data : JSON.stringify(answer.data);
      expect([place, text.includes(secret)]).toEqual([place, false]);
      // Nobody said “not started” but the two.
      expect([place, /"not-started":\s*[1-9]/.test(text)]).toEqual([place, false]);
    }
    const page = (await seenBy()).page!.data as {
      rounds: { voices: unknown; questions: { spreads: unknown[] }[] }[];
    };
    expect(page.rounds[0]!.questions[0]!.spreads).toHaveLength(1);
    expect(page.rounds[0]!.voices).toContainEqual({ voice: "co-producers", asked: 2, answered: null });
  });

  it("come with no score: no number stands for a round or an organisation", async () => {
    for (const [place, answer] of Object.entries(await seenBy())) {
      const text = typeof answer.data === "string" ? answer.data : JSON.stringify(answer.data);
      expect([
        place,
        /"?(overall|score|total|average|mean|grade|rating|percent)\w*"?\s*[:,]/i.exec(text)?.[0],
      ]).toEqual([place, undefined]);
    }
  });

  it("leave nothing behind that tells who answered", async () => {
    const columns = await db.ownerSql<{ name: string }[]>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_name in ('audit_seats', 'audit_answers') order by 1`;
    expect(
      columns.map(({ name }) => name).filter((name) => /user|mail|name|address|agent|ip$/.test(name)),
    ).toEqual([]);
    const { data } = await editor.load(roundPage.loader, "/x", where(id));
    expect(Object.keys((data as { voices: object[] }).voices[0]!)).toEqual(["voice", "asked", "answered"]);
  });
});
