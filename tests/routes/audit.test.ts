import { beforeAll, describe, expect, it } from "vitest";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as answerPage from "#app/routes/audit/answer.tsx";
import * as findingsPage from "#app/routes/audit/findings.tsx";
import * as instruments from "#app/routes/audit/instruments.tsx";
import * as roundPage from "#app/routes/audit/round.tsx";
import * as rounds from "#app/routes/audit/rounds.tsx";
import * as publicPage from "#app/routes/public/audit.tsx";
import { addDays, londonDay } from "#app/domain/dates/days.ts";
import { createMember } from "#db/organisation.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type GivenOrganisation, givenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";

useDatabase();
provideTestSettings();

const password = "lantern orchard ferry";
let ours: GivenOrganisation;
let editor: Visitor;
let reviewer: Visitor;

beforeAll(async () => {
  ours = await givenOrganisation();
  for (const role of ["editor", "reviewer"] as const) {
    await createMember(ours.organisationId, { name: role, email: `${role}@example.org`, role, password });
    const visitor = new Visitor();
    await visitor.send(signIn.action, "/sign-in", { email: `${role}@example.org`, password });
    if (role === "editor") editor = visitor;
    else reviewer = visitor;
  }
});

/** Evidence counts for a year, so that its day has to move with the clock. */
const recently = addDays(londonDay(new Date().toISOString()), -30);
const here = (id?: string) => ({ organisation: ours.slug, ...(id ? { id } : {}) });
const path = () => `/o/${ours.slug}/audit`;

async function openOne(): Promise<string> {
  const answer = await editor.send(
    rounds.action,
    path(),
    {
      title: "Spring",
      instrument: "anti-racism-in-co-production@1.0",
      opensOn: "2020-01-01",
      closesOn: "2099-12-31",
    },
    here(),
  );
  expect(answer.status).toBe(303);
  return answer.location!.split("/").at(-1)!;
}

async function invite(id: string, voice: string, count: number): Promise<string[]> {
  const answer = await editor.send(
    roundPage.action,
    path(),
    { intent: "invite", voice, count: `${count}` },
    here(id),
  );
  const { slips } = answer.data as { slips: { url: string }[] };
  return slips.map(({ url }) => url.split("/").at(-1)!);
}

const participant = new Visitor("203.0.113.99");
const say = (token: string, fields: Record<string, string>) =>
  participant.send(answerPage.action, `/audit/${token}`, fields, { token });

describe("a round from opening to the public page", () => {
  it("carries what people said, and only from three up", async () => {
    const id = await openOne();
    const team = await invite(id, "team", 3);
    const others = await invite(id, "co-producers", 3);
    const [board] = await invite(id, "board", 1);
    const shown = { "evidence-feedback-loops": "Letters", "evidenceOn-feedback-loops": recently };
    for (const token of team)
      expect((await say(token, { "level-feedback-loops": "practised", ...shown })).status).toBe(303);
    for (const token of others)
      expect((await say(token, { "level-feedback-loops": "talking" })).status).toBe(303);
    await say(board!, { "level-feedback-loops": "owned", ...shown });

    const early = await editor.load(findingsPage.loader, path(), here(id));
    expect(early.status).toBe(409);
    await editor.send(roundPage.action, path(), { intent: "close" }, here(id));
    const late = await say(team[0]!, { "level-feedback-loops": "trying" });
    expect(late.status).toBe(409);

    const { data } = await editor.load(findingsPage.loader, path(), here(id));
    const { findings } = data as {
      findings: { gaps: unknown[]; questions: { id: string; spreads: unknown[] }[] };
    };
    expect(findings.gaps).toEqual([
      {
        question: "feedback-loops",
        higher: "team",
        higherLevel: "practised",
        lower: "co-producers",
        lowerLevel: "talking",
        levels: 2,
        before: null,
      },
    ]);
    expect(findings.questions.find((one) => one.id === "feedback-loops")?.spreads).toHaveLength(2);

    await editor.send(roundPage.action, path(), { intent: "publish", questions: "feedback-loops" }, here(id));
    const { fingerprint } = await previewPublication(ours.scope);
    await publish(ours.scope, { fingerprint, reasons: {} });
    const page = await new Visitor().load(publicPage.loader, `/journeys/${ours.slug}/audit`, {
      slug: ours.slug,
    });
    expect(page.data).toMatchObject({
      rounds: [
        {
          voices: [
            { voice: "team", asked: 3, answered: 3 },
            { voice: "board", asked: 1, answered: null },
            { voice: "co-producers", asked: 3, answered: 3 },
          ],
          questions: [{ id: "feedback-loops", spreads: [{ voice: "team" }, { voice: "co-producers" }] }],
        },
      ],
    });
    expect(JSON.stringify(page.data)).not.toContain("Letters");

    await editor.send(roundPage.action, path(), { intent: "publish" }, here(id));
    const after = await previewPublication(ours.scope);
    expect(after.proposal.changes).toMatchObject([{ kind: "audit-round", reasonDemanded: true }]);
  });
});

describe("the holder of a link", () => {
  it("may send part of the answers, and finds them again", async () => {
    const [token] = await invite(await openOne(), "partners", 1);
    expect(
      (await say(token!, { "level-open-personas": "unknown", "note-open-personas": "Ask us" })).status,
    ).toBe(303);
    const { data } = await participant.load(answerPage.loader, `/audit/${token}`, { token: token! });
    expect(data).toMatchObject({
      stored: { "level-open-personas": "unknown", "note-open-personas": "Ask us" },
    });
  });
  it("reads which question lacks its evidence, with what was typed", async () => {
    const [token] = await invite(await openOne(), "team", 1);
    const answer = await say(token!, { "level-open-personas": "owned", "note-open-personas": "We do" });
    expect(answer).toMatchObject({
      status: 400,
      data: {
        values: { "note-open-personas": "We do" },
        errors: { "evidence-open-personas": [expect.stringContaining("needs evidence")] },
      },
    });
  });
  it("is told that nothing was chosen", async () => {
    const [token] = await invite(await openOne(), "team", 1);
    expect((await say(token!, {})).status).toBe(400);
  });
  it("does not get in with another word", async () => {
    const answer = await participant.load(answerPage.loader, "/audit/nothing", { token: "nothing" });
    expect(answer.status).toBe(404);
  });
});

describe("a reviewer", () => {
  it("reads rounds and opens none", async () => {
    expect((await reviewer.load(rounds.loader, path(), here())).status).toBe(200);
    expect((await reviewer.send(rounds.action, path(), {}, here())).status).toBe(403);
    expect((await reviewer.send(instruments.action, path(), {}, here())).status).toBe(403);
  });
});

it("gives 404 for another organisation's round and for what is no id", async () => {
  const theirs = await givenOrganisation({ name: "Elsewhere" });
  const id = await openOne();
  expect((await editor.load(roundPage.loader, path(), { organisation: theirs.slug, id })).status).toBe(404);
  expect((await editor.load(roundPage.loader, path(), here("nonsense"))).status).toBe(404);
});

describe("opening a round", () => {
  it("names every mistake at once", async () => {
    const answer = await editor.send(
      rounds.action,
      path(),
      { title: "", instrument: "gone@9", opensOn: "2026-05-01", closesOn: "2026-04-01" },
      here(),
    );
    expect(answer.status).toBe(400);
    const { errors } = answer.data as { errors: Record<string, string[]> };
    expect(Object.keys(errors).sort()).toEqual(["closesOn", "instrument", "title"]);
  });
  it("names a missing voice and too many people of it at once", async () => {
    const id = await openOne();
    const answer = await editor.send(roundPage.action, path(), { intent: "invite", count: "0" }, here(id));
    expect(answer.status).toBe(400);
    const { errors } = answer.data as { errors: Record<string, string[]> };
    expect(Object.keys(errors).sort()).toEqual(["count", "voice"]);
  });
});
