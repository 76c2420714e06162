import { beforeAll, describe, expect, it } from "vitest";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as moneyPage from "#app/routes/commitment/money.tsx";
import * as clearancePage from "#app/routes/review/clearance.tsx";
import * as meetingsPage from "#app/routes/review/meetings.tsx";
import * as remindersPage from "#app/routes/reminder/reminders.tsx";
import * as publishPage from "#app/routes/publishing/publish.tsx";
import type { Role } from "#app/domain/organisation/scope.ts";
import { adopt } from "#db/commitment.server.ts";
import { createMember } from "#db/organisation.server.ts";
import { openFund } from "#db/remuneration.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type GivenOrganisation, givenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";
import { voicesFund } from "#tests/support/money.ts";

useDatabase();
provideTestSettings();

let ours: GivenOrganisation;
const people = {} as Record<Role, Visitor>;

beforeAll(async () => {
  ours = await givenOrganisation();
  const password = "lantern orchard ferry";
  for (const role of ["owner", "editor", "reviewer"] as const) {
    const email = `${role}-board@example.org`;
    await createMember(ours.organisationId, { name: role, email, role, password });
    people[role] = new Visitor();
    await people[role].send(signIn.action, "/sign-in", { email, password });
  }
});

const promise = {
  title: "Pay within ten days",
  what: "Everybody is paid within ten days.",
  why: "",
  answerable: "Director of Finance",
  forWhom: "Co-producers",
  startOn: "2026-01-01",
  dueOn: "2027-01-01",
  recommendations: [],
};
const fund = {
  ...voicesFund,
  title: "Seed money",
  amountPence: 500_000,
  startsOn: "2026-04-01",
  endsOn: "2027-03-31",
};

describe("the page before publishing", () => {
  const here = () => ({ organisation: ours.slug });
  const read = async () =>
    (await people.reviewer.load(clearancePage.loader, "/x", here())).data as {
      mayReview: boolean;
      waiting: { value: string; state: string }[];
    };
  const sign = (who: Role, fields: Record<string, string>) =>
    people[who].send(clearancePage.action, "/x", fields, here());

  it("takes a reviewer's word for exactly what was read, and nobody else's", async () => {
    const { mayReview, waiting } = await read();
    expect(mayReview).toBe(true);
    const [first] = waiting;
    const word = { chosen: first!.value, decision: "accept", text: "Read, and right." };
    for (const role of ["owner", "editor"] as const) expect((await sign(role, word)).status).toBe(403);
    expect(
      (await sign("reviewer", { ...word, chosen: `${first!.value.split(" ")[0]} ${"0".repeat(64)}` })).status,
    ).toBe(409);
    expect((await read()).waiting[0]!.state).toBe(first!.state);
    expect((await sign("reviewer", word)).status).toBe(303);
    expect((await read()).waiting.find(({ value }) => value === first!.value)?.state).toBe("accepted");
  });

  it("says what is missing and keeps what was typed", async () => {
    const nothing = await sign("reviewer", { decision: "accept", text: "Read." });
    expect(nothing).toMatchObject({
      status: 400,
      data: { values: { text: "Read." }, errors: { chosen: [expect.any(String)] } },
    });
    expect(Object.keys(((await sign("reviewer", {})).data as { errors: object }).errors)).toEqual([
      "chosen",
      "decision",
      "text",
    ]);
    const [first] = (await read()).waiting;
    expect((await sign("reviewer", { chosen: first!.value, decision: "maybe", text: "x" })).status).toBe(400);
    expect((await sign("reviewer", { chosen: "anything", decision: "accept", text: "x" })).status).toBe(400);
  });
});

describe("the page that publishes", () => {
  const waits = async (who: Role) =>
    (
      (await people[who].load(publishPage.loader, "/x", { organisation: ours.slug })).data as {
        waitsFor: string[];
      }
    ).waitsFor;

  it("says before anybody presses what a reviewer has still to accept, where the board asks for it", async () => {
    const ask = (on: boolean) =>
      people.reviewer.send(
        meetingsPage.action,
        "/x",
        { intent: "four-eyes", on: on ? "yes" : "no" },
        { organisation: ours.slug },
      );
    await adopt(ours.scope, promise, "2026-01-01");
    expect(await waits("editor")).toEqual([]);
    expect((await ask(true)).status).toBe(303);
    expect(await waits("editor")).toContain("Pay within ten days");
    expect(await waits("reviewer")).toEqual([]);
    expect((await ask(false)).status).toBe(303);
    expect(await waits("editor")).toEqual([]);
  });
});

describe("the money for a promise", () => {
  const load = async (id: string, who: Role = "editor") =>
    people[who].load(moneyPage.loader, "/x", { organisation: ours.slug, id });
  const save = (id: string, funds: string | undefined, who: Role = "editor") =>
    people[who].send(moneyPage.action, "/x", funds ? { funds } : {}, { organisation: ours.slug, id });

  it("is named by an editor, read by the board, and taken back", async () => {
    const id = await adopt(ours.scope, promise, "2026-01-01");
    const fundId = await openFund(ours.scope, fund);
    expect((await save(id, fundId)).status).toBe(303);
    expect((await load(id, "reviewer")).data).toMatchObject({
      mayEdit: false,
      funds: [{ id: fundId, chosen: true, others: 0 }],
    });
    expect((await save(id, undefined, "reviewer")).status).toBe(403);
    expect((await save(id, undefined)).status).toBe(303);
    expect((await load(id)).data).toMatchObject({ funds: [{ id: fundId, chosen: false }] });
  });

  it("takes no fund of others and knows no promise of others", async () => {
    const theirs = await givenOrganisation();
    const id = await adopt(ours.scope, promise, "2026-01-01");
    const foreign = await openFund(theirs.scope, fund);
    expect((await save(id, foreign)).status).toBe(400);
    expect((await save(id, "nonsense")).status).toBe(400);
    const other = await adopt(theirs.scope, promise, "2026-01-01");
    expect((await load(other)).status).toBe(404);
    expect((await save(other, undefined)).status).toBe(404);
    expect((await load("nonsense")).status).toBe(404);
  });
});

describe("recording a meeting", () => {
  it("names the missing name and the day to come at once", async () => {
    const answer = await people.owner.send(
      meetingsPage.action,
      "/x",
      { intent: "record", heldOn: "2099-01-01", title: "" },
      { organisation: ours.slug },
    );
    expect(answer.status).toBe(400);
    const { errors } = answer.data as { errors: Record<string, string[]> };
    expect(Object.keys(errors).sort()).toEqual(["heldOn", "title"]);
  });
});

describe("quiet days", () => {
  it("are told of at the field they were typed into", async () => {
    const answer = await people.editor.send(
      remindersPage.action,
      "/x",
      { intent: "choose", digest: "weekly", weekday: "1", quietOn: "2026-12-25\n31/13/2026\nEaster" },
      { organisation: ours.slug },
    );
    expect(answer.status).toBe(400);
    const { errors } = answer.data as { errors: Record<string, string[]> };
    expect(Object.keys(errors)).toEqual(["quietOn"]);
    expect(errors.quietOn).toHaveLength(2);
  });
});
