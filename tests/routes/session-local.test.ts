import { beforeAll, describe, expect, it } from "vitest";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as local from "#app/routes/session/local.tsx";
import * as plan from "#app/routes/session/new.tsx";
import { createMember } from "#db/organisation.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type GivenOrganisation, givenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";

useDatabase();
provideTestSettings();

let ours: GivenOrganisation;
let owner: Visitor;
let here: { organisation: string };

beforeAll(async () => {
  ours = await givenOrganisation();
  here = { organisation: ours.slug };
  const password = "lantern orchard ferry";
  await createMember(ours.organisationId, {
    name: "Owner",
    email: "owner@local-dates.example",
    role: "owner",
    password,
  });
  owner = new Visitor();
  await owner.send(signIn.action, "/sign-in", { email: "owner@local-dates.example", password });
});

const path = () => `/o/${ours.slug}/sessions/local`;
const eid = {
  intent: "announce",
  observance: "islam/eid_al_fitr",
  keptOn: "2027-03-11",
  authority: "Mosques of the town",
  source: "Notice at the door",
};
type Shown = { announcements: { id: string; taken?: string; recordedOn: string }[] };
const shown = async () => (await owner.load(local.loader, path(), here)).data as Shown;

/** What the check says of a meeting on a day, without saving it. */
async function checked(date: string) {
  const form = {
    intent: "check",
    title: "Forum",
    purpose: "Decide",
    date,
    startTime: "10:00",
    endTime: "12:00",
    venue: "Town hall",
  };
  return JSON.stringify((await owner.send(plan.action, `/o/${ours.slug}/sessions/new`, form, here)).data);
}

describe("an announced date, over its page", () => {
  it("is refused where the calendar has nothing near, with the day named and all that was typed kept", async () => {
    const { status, data } = await owner.send(local.action, path(), { ...eid, keptOn: "2027-06-01" }, here);
    expect(status).toBe(400);
    expect(data).toMatchObject({
      values: { authority: eid.authority, source: eid.source, keptOn: "2027-06-01" },
      errors: { keptOn: [expect.stringMatching(/Eid al-Fitr is not near this day/)] },
    });
    expect((await shown()).announcements).toEqual([]);
  });

  it.each([
    ["observance", { observance: "klingon/founding" }],
    ["keptOn", { keptOn: "2027-02-30" }],
    ["keptOn", { keptOn: "9999-01-01" }],
    ["authority", { authority: " " }],
    ["source", { source: "" }],
  ])("names %s when it cannot be taken: %o", async (field, wrong) => {
    const { status, data } = await owner.send(local.action, path(), { ...eid, ...wrong }, here);
    expect(status).toBe(400);
    expect(Object.keys((data as { errors: object }).errors)).toContain(field);
  });

  it("goes before the worked-out dates, in words and in the check of a meeting, until it is taken out", async () => {
    const before = await checked("2027-03-11");
    expect((await owner.send(local.action, path(), eid, here)).status).toBe(303);
    const [announced] = (await shown()).announcements;
    expect(announced?.taken).toMatch(/^likely 11 March, possibly /);
    const after = await checked("2027-03-11");
    expect(after).not.toBe(before);
    expect(after).toMatch(/"observance":"eid_al_fitr"[^}]*"severity":"serious","likely":true/);
    await owner.send(local.action, path(), { intent: "withdraw", id: announced!.id }, here);
    expect((await shown()).announcements).toEqual([]);
    expect(await checked("2027-03-11")).toBe(before);
  });

  it("of a custom of the place keeps its source and the day it was recorded", async () => {
    const custom = {
      ...eid,
      observance: "sikh/vaisakhi",
      keptOn: "2027-04-18",
      authority: "Gurdwara committee",
      source: "Procession on the Sunday after, by custom",
    };
    expect((await owner.send(local.action, path(), custom, here)).status).toBe(303);
    expect((await shown()).announcements).toMatchObject([
      { ...{ authority: custom.authority, source: custom.source }, recordedOn: expect.any(String) },
    ]);
    expect((await shown()).announcements[0]?.taken).toMatch(/^likely 18 April, possibly 1[34]/);
  });
});

describe("school holidays of the place", () => {
  it("are hinted at in the check", async () => {
    const holiday = { intent: "holiday", name: "Half-term", startsOn: "2027-02-15", endsOn: "2027-02-19" };
    expect(await checked("2027-02-16")).not.toContain("Half-term");
    expect((await owner.send(local.action, path(), holiday, here)).status).toBe(303);
    expect(await checked("2027-02-16")).toContain("Half-term");
  });
});
