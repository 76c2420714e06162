import ICAL from "ical.js";
import { beforeAll, describe, expect, it } from "vitest";
import * as signIn from "#app/routes/account/sign-in.tsx";
import * as answer from "#app/routes/session/answer.tsx";
import * as edit from "#app/routes/session/edit.tsx";
import * as find from "#app/routes/session/find.tsx";
import * as food from "#app/routes/session/food.tsx";
import * as ics from "#app/routes/session/ics.ts";
import * as list from "#app/routes/session/list.tsx";
import * as local from "#app/routes/session/local.tsx";
import * as plan from "#app/routes/session/new.tsx";
import * as poll from "#app/routes/session/poll.tsx";
import * as pollNew from "#app/routes/session/poll-new.tsx";
import * as show from "#app/routes/session/show.tsx";
import { createMember } from "#db/organisation.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type GivenOrganisation, givenOrganisation } from "#tests/support/given.ts";
import { provideTestSettings } from "#tests/support/settings.ts";
import { Visitor } from "#tests/support/visitor.ts";

useDatabase();
provideTestSettings();

const password = "lantern orchard ferry";
const stranger = new Visitor();
let ours: GivenOrganisation;
let editor: Visitor;
let reviewer: Visitor;
let here: { organisation: string };

beforeAll(async () => {
  ours = await givenOrganisation();
  here = { organisation: ours.slug };
  for (const role of ["editor", "reviewer"] as const)
    await createMember(ours.organisationId, {
      name: role,
      email: `${role}@sessions.example`,
      role,
      password,
    });
  [editor, reviewer] = (await Promise.all(
    ["editor", "reviewer"].map(async (role) => {
      const visitor = new Visitor();
      await visitor.send(signIn.action, "/sign-in", { email: `${role}@sessions.example`, password });
      return visitor;
    }),
  )) as [Visitor, Visitor];
});

const friday = {
  intent: "save",
  title: "Steering group",
  purpose: "Decide",
  date: "2026-06-19",
  startTime: "12:30",
  endTime: "14:30",
  venue: "Town hall",
};
const at = (rest: string) => `/o/${ours.slug}/sessions${rest}`;

async function planned(more: Record<string, string> = {}): Promise<string> {
  const saved = await editor.send(plan.action, at("/new"), { ...friday, date: "2026-06-16", ...more }, here);
  expect(saved.status).toBe(303);
  return saved.location!.split("/").at(-1)!;
}

describe("planning a session", () => {
  it("checks without saving", async () => {
    const checked = await editor.send(plan.action, at("/new"), { ...friday, intent: "check" }, here);
    expect(checked.status).toBe(200);
    const { check, values } = checked.data as {
      check: { conflicts: { observance: string }[] };
      values: object;
    };
    expect(check.conflicts.map(({ observance }) => observance)).toContain("jumuah");
    expect(values).toMatchObject({ title: "Steering group" });
  });

  it("checks a day and its times before a name, a purpose or a venue is written", async () => {
    const { date, startTime, endTime } = friday;
    const checked = await editor.send(
      plan.action,
      at("/new"),
      { date, startTime, endTime, intent: "check" },
      here,
    );
    expect(checked.status).toBe(200);
    const { check } = checked.data as { check: { conflicts: { observance: string }[] } };
    expect(check.conflicts.map(({ observance }) => observance)).toContain("jumuah");
    const saved = await editor.send(plan.action, at("/new"), { date, startTime, endTime }, here);
    const { errors } = saved.data as { errors: object };
    expect(Object.keys(errors)).toEqual(["title", "purpose"]);
  });

  it("keeps what was typed and says what it met when a reason is missing", async () => {
    const refused = await editor.send(plan.action, at("/new"), friday, here);
    expect(refused.status).toBe(400);
    expect(refused.data).toMatchObject({
      values: { purpose: "Decide" },
      errors: { acceptReason: [expect.stringContaining("Jumu")] },
      check: { conflicts: expect.any(Array) as unknown },
    });
  });

  it.each([
    [{ date: "2026-02-30" }, "date"],
    [{ endTime: "11:00" }, "endTime"],
    [{ date: "2026-03-29", startTime: "01:15" }, "startTime"],
    [{ venue: "" }, "venue"],
    [{ title: "" }, "title"],
    [{ traditions: "jedi" }, "traditions.0"],
  ])("names what is wrong with %o", async (wrong, field) => {
    const refused = await editor.send(plan.action, at("/new"), { ...friday, ...wrong }, here);
    expect(refused.status).toBe(400);
    expect(Object.keys((refused.data as { errors: object }).errors)).toContain(field);
  });

  it("saves, shows, changes and lists", async () => {
    const id = await planned();
    const params = { ...here, id };
    const shown = await editor.load(show.loader, at(`/${id}`), params);
    expect(shown.data).toMatchObject({ session: { title: "Steering group" }, mayEdit: true });
    const changed = await editor.send(
      edit.action,
      at(`/${id}/edit`),
      { ...friday, version: "1", acceptReason: "The mosque asked for this time." },
      params,
    );
    expect(changed.status).toBe(303);
    const again = await editor.load(show.loader, at(`/${id}`), params);
    expect(again.data).toMatchObject({ reasons: ["The mosque asked for this time."] });
    const stale = await editor.send(
      edit.action,
      at(`/${id}/edit`),
      { ...friday, version: "1", acceptReason: "Again, as before." },
      params,
    );
    expect(stale.status).toBe(409);
    const listed = await reviewer.load(list.loader, at("?show=past"), here);
    expect(listed.status).toBe(200);
  });

  it("is for members, and changes are for editors", async () => {
    expect((await stranger.load(list.loader, at(""), here)).status).toBe(302);
    expect((await reviewer.load(plan.loader, at("/new"), here)).status).toBe(403);
    expect((await editor.load(show.loader, at("/nonsense"), { ...here, id: "nonsense" })).status).toBe(404);
    const elsewhere = await givenOrganisation({ name: "Elsewhere" });
    expect((await editor.load(list.loader, "/x", { organisation: elsewhere.slug })).status).toBe(404);
  });

  it("checks the food, and refuses a vegan dish with beef in it", async () => {
    const id = await planned({ catering: "yes" });
    const params = { ...here, id };
    const add = (fields: Record<string, string>) =>
      editor.send(food.action, at(`/${id}/food`), { intent: "add", ...fields }, params);
    expect((await add({ version: "1", name: "Stew", contains: "beef", labels: "vegan" })).data).toMatchObject(
      {
        errors: { labels: [expect.any(String)] },
      },
    );
    expect((await add({ version: "1", name: "Pork pie", contains: "pork" })).status).toBe(303);
    const { data } = await editor.load(food.loader, at(`/${id}/food`), params);
    const { warnings } = data as { warnings: { tradition: string }[] };
    expect(warnings.map(({ tradition }) => tradition)).toEqual(
      expect.arrayContaining(["islam", "judaism", "jain"]),
    );
  });

  it("goes out as iCalendar that ical.js reads", async () => {
    const id = await planned();
    const file = await editor.load(ics.loader, at(`/${id}/session.ics`), { ...here, id });
    const [event] = new ICAL.Component(ICAL.parse(String(file.data)) as never)
      .getAllSubcomponents("vevent")
      .map((one) => new ICAL.Event(one));
    expect(event?.startDate.toJSDate().toISOString()).toBe("2026-06-16T11:30:00.000Z");
    expect((await stranger.load(ics.loader, at("/sessions.ics"), here)).status).toBe(302);
  });
});

describe("finding a time and asking about it", () => {
  it("ranks the best times", async () => {
    const found = await editor.load(find.loader, at("/find?from=2026-06-15&to=2026-06-26&length=120"), here);
    const { slots } = found.data as { slots: { clear: boolean }[] };
    expect(slots[0]?.clear).toBe(true);
  });

  it.each([
    ["from=2026-06-15&to=2026-06-01", "to"],
    ["from=2026-06-15&to=2040-06-01", "to"],
    ["from=2026-06-15&to=2026-06-30&length=ages", "length"],
    ["from=2026-06-15&to=2026-06-30&earliest=noon", "earliest"],
    ["from=2026-06-15&to=2026-06-30&tradition=jedi", "tradition"],
    ["from=2026-06-15&to=2026-06-30&place=Gotham", "place"],
    ["from=2026-06-15&to=2026-06-30&sessions=99", "sessions"],
    ["from=2026-06-15&to=2026-06-30&breakAt=110&breakLength=60", "breakAt"],
  ])("answers %s with 400 and the field's name", async (query, field) => {
    const refused = await editor.load(find.loader, at(`/find?${query}`), here);
    expect(refused.status).toBe(400);
    const { errors } = refused.data as { errors: Record<string, string[]> };
    expect(Object.keys(errors)).toEqual([field]);
    expect(errors[field]?.[0]).toMatch(
      /^(From|To|Length|Not before|Traditions|Nearest place|How many|Break)/,
    );
  });

  it("asks through private links, without accounts", async () => {
    const slots = ["2026-06-15", "2026-06-16"].map((day) =>
      JSON.stringify({ start: `${day}T10:00:00Z`, end: `${day}T12:00:00Z`, reasons: [] }),
    );
    const one = await editor.send(
      pollNew.action,
      at("/polls/new"),
      { title: "When?", slot: slots[0]!, links: "3", closesOn: "2099-01-01" },
      here,
    );
    expect(one.data).toMatchObject({
      errors: { slot: [expect.any(String)] },
      typed: {
        title: "When?",
        links: "3",
        closesOn: "2099-01-01",
        offered: [{ start: "2026-06-15T10:00:00Z" }],
      },
    });
    const body = new URLSearchParams({ title: "When?", links: "3", closesOn: "2099-01-01" });
    for (const slot of slots) body.append("slot", slot);
    const made = await editor.send(pollNew.action, at("/polls/new"), body as never, here);
    const { id, links } = (made.data as { made: { id: string; links: string[] } }).made;
    expect(links).toHaveLength(3);
    for (const link of links) {
      const token = link.split("/").at(-1)!;
      expect((await stranger.load(answer.loader, `/answer-session/${token}`, { token })).status).toBe(200);
      const half = await stranger.send(
        answer.action,
        `/answer-session/${token}`,
        { "choice-0": "yes" },
        { token },
      );
      expect(half.status).toBe(400);
      const whole = { "choice-0": "yes", "choice-1": "no" };
      expect((await stranger.send(answer.action, `/answer-session/${token}`, whole, { token })).status).toBe(
        303,
      );
    }
    const { data } = await editor.load(poll.loader, at(`/polls/${id}`), { ...here, id });
    expect(data).toMatchObject({ answered: 3, tally: [{ yes: 3 }, { no: 3 }] });
    const unknown = await stranger.load(answer.loader, "/answer-session/guess", { token: "guess" });
    expect(unknown.status).toBe(404);
  });
});

describe("announced dates", () => {
  it("are recorded by owners alone", async () => {
    const announcement = {
      intent: "announce",
      observance: "islam/eid_al_fitr",
      keptOn: "2027-03-10",
      authority: "The mosque",
      source: "Its page",
    };
    expect((await editor.send(local.action, at("/local"), announcement, here)).status).toBe(403);
    expect((await editor.load(local.loader, at("/local"), here)).data).toMatchObject({
      announcements: [],
      mayAnnounce: false,
    });
    const holiday = { intent: "holiday", name: "Easter", startsOn: "2027-03-22", endsOn: "2027-03-01" };
    expect((await editor.send(local.action, at("/local"), holiday, here)).data).toMatchObject({
      errors: { endsOn: [expect.any(String)] },
    });
  });
});
