import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sweepReminders } from "#app/jobs/reminders.ts";
import { closeDatabase, connectDatabase } from "#db/client.server.ts";
import { adopt } from "#db/commitment.server.ts";
import { openLink } from "#db/private-link.server.ts";
import { choose, findChoice, findRun, listDue, stopLetters } from "#db/reminder.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation } from "#tests/support/given.ts";
import { countStatements, type StatementCounter } from "#tests/support/statement-counter.ts";

const db = useDatabase();
const all = { weekday: 1, without: [] };
const settings = { origin: "https://kept.example" };
const at = (day: string) => `${day}T09:00:00Z`;
const promise = {
  title: "Pay within ten days",
  what: "Everybody is paid within ten days.",
  why: "",
  answerable: "Director of Finance",
  forWhom: "Co-producers",
  startOn: "2026-01-01",
  dueOn: "2026-06-10",
  recommendations: [],
};

beforeEach(async () => {
  await db.ownerSql`truncate reminders, reminder_runs, reminder_choices, reminder_letters, reminder_told, mails`;
});

async function given() {
  const organisation = await givenOrganisation();
  await adopt(organisation.scope, promise, "2026-01-01");
  return organisation;
}
const letters = async (organisationId: string) =>
  (
    await db.ownerSql`select once_key from mails where organisation_id = ${organisationId} and kind = 'digest'`
  ).length;
const noticed = async (organisationId: string) =>
  (await db.ownerSql`select key from reminders where organisation_id = ${organisationId}`).length;

const severalAtOnce = (now: string) => Promise.all([1, 2, 3].map(() => sweepReminders(settings, now)));

async function twoProcesses(now: string) {
  const program = fileURLToPath(new URL("../support/reminder-worker-process.ts", import.meta.url));
  const run = promisify(execFile);
  const arguments_ = ["--import", "tsx", program, db.appUrl, settings.origin, now];
  await Promise.all([1, 2].map(() => run(process.execPath, arguments_)));
}

describe("a look at what is due", () => {
  it("by several at once notices each item once and writes one letter to each person", async () => {
    const organisation = await given();
    await givenMember(organisation, "editor");
    await Promise.all(Array.from({ length: 4 }, () => sweepReminders(settings, at("2026-06-15"))));
    expect(await noticed(organisation.organisationId)).toBe(1);
    expect(await letters(organisation.organisationId)).toBe(2);
    expect(await sweepReminders(settings, at("2026-06-15"))).toBe(0);
  });

  it("by two processes at once does the same", async () => {
    const organisation = await given();
    await givenMember(organisation, "editor");
    await twoProcesses(at("2026-06-15"));
    expect(await noticed(organisation.organisationId)).toBe(1);
    expect(await letters(organisation.organisationId)).toBe(2);
  });

  it("writes once a week, and a clock that jumps a year floods nobody", async () => {
    const { organisationId } = await given();
    // 8 June 2026 is a Monday.
    // Nobody had a letter before: the first waits for the day of the week that was chosen.
    for (const day of ["2026-06-11", "2026-06-12", "2026-06-14"]) await sweepReminders(settings, at(day));
    expect(await letters(organisationId)).toBe(0);
    await sweepReminders(settings, at("2026-06-15"));
    expect(await letters(organisationId)).toBe(1);
    await sweepReminders(settings, at("2027-06-16"));
    expect(await letters(organisationId)).toBe(2);
    await sweepReminders(settings, at("2026-06-16"));
    expect(await letters(organisationId)).toBe(2);
    expect(await noticed(organisationId)).toBe(1);
  });

  it("keeps a person's quiet day, and writes on the next", async () => {
    const { scope, organisationId } = await given();
    await choose(scope, { ...all, digest: "weekly", quietOn: ["2026-06-15"] });
    await sweepReminders(settings, at("2026-06-15"));
    expect(await letters(organisationId)).toBe(0);
    await sweepReminders(settings, at("2026-06-16"));
    expect(await letters(organisationId)).toBe(1);
  });

  it("writes to nobody who chose so, nor for an invented organisation", async () => {
    const { scope, organisationId } = await given();
    await choose(scope, { ...all, digest: "never", quietOn: [] });
    const invented = await givenOrganisation({ name: "Invented", demonstration: true });
    await adopt(invented.scope, promise, "2026-01-01");
    await sweepReminders(settings, at("2026-06-15"));
    expect(await letters(organisationId)).toBe(0);
    expect(await letters(invented.organisationId)).toBe(0);
    expect(await noticed(invented.organisationId)).toBe(1);
  });

  it("that fails is tried again later, and its owner sees it", async () => {
    const { scope, organisationId } = await given();
    await db.ownerSql`create function no_reminder() returns trigger language plpgsql as
      $$ begin raise exception 'The power went out.'; end $$`;
    await db.ownerSql`create trigger no_reminder before insert on reminders for each row execute function no_reminder()`;
    await sweepReminders(settings, at("2026-06-15"));
    expect(await findRun(scope)).toMatchObject({
      checkedOn: null,
      attempts: 1,
      lastError: expect.any(String),
    });
    expect(await letters(organisationId)).toBe(0);
    await db.ownerSql`drop trigger no_reminder on reminders`;
    await sweepReminders(settings, at("2026-06-15"));
    expect(await letters(organisationId)).toBe(0);
    await sweepReminders(settings, "2026-06-15T09:02:00Z");
    expect(await letters(organisationId)).toBe(1);
  });
});

describe("told at once", () => {
  const atOnce = { ...all, digest: "at-once" as const, quietOn: [] };
  const second = { ...promise, title: "Publish the pay rates", dueOn: "2026-06-11" };
  const texts = async (organisationId: string) =>
    (
      await db.ownerSql`select body from mails where organisation_id = ${organisationId} order by created_at, id`
    ).map(({ body }) => String(body));

  it("is each thing once, in one letter for each look, by two processes at once", async () => {
    const { scope, organisationId } = await given();
    await adopt(scope, second, "2026-01-01");
    await choose(scope, atOnce);
    await twoProcesses(at("2026-06-11"));
    expect(await texts(organisationId)).toEqual([expect.stringMatching(/2 things are due/)]);
    // Within the same hour, in the next, and after the clock was put back, there is nothing new to tell.
    await severalAtOnce("2026-06-11T10:00:00Z");
    await sweepReminders(settings, at("2026-06-10"));
    expect(await texts(organisationId)).toHaveLength(1 + 1);
    expect((await texts(organisationId))[1]).toContain("It is due on 10 June 2026");
    // What was due soon is overdue the day after: that is news, and told alone.
    await severalAtOnce(at("2026-06-12"));
    const [, , third] = await texts(organisationId);
    expect(third).toContain("1 thing is due");
    expect(third).toContain("Publish the pay rates");
    expect(third).not.toContain("Pay within ten days");
  });

  it("does not send everything that stands in the list already to somebody who chooses it later", async () => {
    const { scope, organisationId } = await given();
    await sweepReminders(settings, at("2026-06-11"));
    await choose(scope, atOnce);
    await sweepReminders(settings, "2026-06-11T10:00:00Z");
    expect(await texts(organisationId)).toEqual([]);
    await adopt(scope, second, "2026-01-01");
    await sweepReminders(settings, "2026-06-11T11:00:00Z");
    const [text, ...more] = await texts(organisationId);
    expect(text).toMatch(/1 thing is due[^]*Publish the pay rates/);
    expect(more).toEqual([]);
    // Saving the same choice again marks nothing as told.
    await adopt(scope, { ...second, title: "A third" }, "2026-01-01");
    await choose(scope, atOnce);
    await sweepReminders(settings, "2026-06-11T12:00:00Z");
    expect((await texts(organisationId))[1]).toContain("A third");
  });

  it("waits until the morning and until a quiet day is over", async () => {
    const { scope, organisationId } = await given();
    await choose(scope, { ...atOnce, quietOn: ["2026-06-11"] });
    await sweepReminders(settings, at("2026-06-11"));
    await sweepReminders(settings, "2026-06-12T06:30:00Z");
    expect(await texts(organisationId)).toEqual([]);
    await sweepReminders(settings, "2026-06-12T07:10:00Z");
    expect(await texts(organisationId)).toHaveLength(1);
  });

  it("leaves out the topics that somebody does not want", async () => {
    const { scope, organisationId } = await given();
    await choose(scope, { ...atOnce, without: ["promises"] });
    await sweepReminders(settings, at("2026-06-11"));
    expect(await texts(organisationId)).toEqual([]);
  });

  it("carries a link that stops the letters of its reader alone, without signing in", async () => {
    const organisation = await given();
    const editor = await givenMember(organisation, "editor");
    await choose(organisation.scope, { ...atOnce, weekday: 3, quietOn: ["2026-07-01"] });
    await sweepReminders(settings, at("2026-06-11"));
    const [text = ""] = (await texts(organisation.organisationId)).filter((body) =>
      body.includes("/letters/"),
    );
    expect(text).toContain("/letters/");
    for (const body of await texts(organisation.organisationId)) {
      const token = /\/letters\/(\S+)/.exec(body)?.[1] ?? "";
      const link = await openLink(token, "stop-letters", new Date("2026-06-12T00:00:00Z"));
      if (link.subjectId === organisation.scope.userId) await stopLetters(link);
      await expect(openLink(token, "vote", new Date("2026-06-12T00:00:00Z"))).rejects.toThrow();
      const kept = await db.ownerSql`select 1 from private_links where token_hash = ${token}`;
      expect(kept).toHaveLength(0);
    }
    expect(await findChoice(organisation.scope)).toEqual({
      digest: "never",
      weekday: 3,
      without: [],
      quietOn: ["2026-07-01"],
    });
    expect((await findChoice(editor)).digest).toBe("weekly");
  });
});

describe("the weekly letter", () => {
  it("goes on the chosen weekday only, and what falls due later waits for the next", async () => {
    const { scope, organisationId } = await givenOrganisation();
    await choose(scope, { ...all, digest: "weekly", weekday: 3, quietOn: [] });
    await sweepReminders(settings, at("2026-06-03"));
    await adopt(scope, promise, "2026-01-01");
    await sweepReminders(settings, at("2026-06-08"));
    expect(await letters(organisationId)).toBe(0);
    await sweepReminders(settings, "2026-06-10T06:59:00Z");
    expect(await letters(organisationId)).toBe(0);
    await sweepReminders(settings, "2026-06-10T07:00:00Z");
    expect(await letters(organisationId)).toBe(1);
  });

  it("goes once in the week in which the clocks change, whoever looks", async () => {
    const { scope, organisationId } = await givenOrganisation();
    await adopt(scope, { ...promise, dueOn: "2026-03-20" }, "2026-01-01");
    await choose(scope, { ...all, digest: "weekly", weekday: 7, quietOn: [] });
    await severalAtOnce("2026-03-22T08:00:00Z");
    expect(await letters(organisationId)).toBe(1);
    // Summer time begins on Sunday, 29 March, at one: eight o'clock is an hour earlier in Greenwich.
    await severalAtOnce("2026-03-29T06:59:00Z");
    expect(await letters(organisationId)).toBe(1);
    await severalAtOnce("2026-03-29T07:00:00Z");
    await severalAtOnce("2026-03-29T08:00:00Z");
    expect(await letters(organisationId)).toBe(2);
  });
});

it("shows nobody another person's choice, not even an owner", async () => {
  const organisation = await given();
  const editor = await givenMember(organisation, "editor");
  await choose(editor, { ...all, digest: "never", quietOn: ["2026-06-11"] });
  expect(await findChoice(organisation.scope)).toEqual({ digest: "weekly", ...all, quietOn: [] });
  expect(await findChoice(editor)).toMatchObject({ digest: "never", quietOn: ["2026-06-11"] });
  await expect(findRun(editor)).rejects.toThrow(/owner/);
});

it("waits for the announcement of Eid in the two weeks before it, and no longer than that", async () => {
  const { scope } = await givenOrganisation();
  const kinds = async (day: string) => (await listDue(scope, day)).map(({ kind }) => kind);
  // Eid al-Fitr is reckoned for 20 March 2026.
  expect(await kinds("2026-03-15")).toContain("announcement-awaited");
  expect(await kinds("2026-07-15")).toEqual([]);
});

describe("a look over many organisations", () => {
  let counter: StatementCounter;
  beforeAll(async () => {
    counter = await countStatements(db.appUrl);
    await closeDatabase();
    connectDatabase({ appUrl: counter.url, poolSize: 4 });
  });
  afterAll(async () => {
    await closeDatabase();
    counter.stop();
    connectDatabase({ appUrl: db.appUrl, poolSize: 4 });
  });

  it("asks one question for all whose hour has passed already, and little of those with nobody to write to", async () => {
    const some = 20;
    for (let i = 0; i < some; i += 1) await givenOrganisation();
    await sweepReminders(settings, at("2026-06-11"));
    const before = counter.count();
    // The same hour: nobody is asked anything.
    expect(await sweepReminders(settings, "2026-06-11T09:30:00Z")).toBe(0);
    const sameHour = counter.count();
    // The next hour of the same day, with weekly letters on Mondays only.
    const looked = await sweepReminders(settings, "2026-06-11T10:00:00Z");
    expect(looked).toBeGreaterThanOrEqual(some);
    const nextHour = counter.count();
    expect(sameHour - before).toBeLessThan(some);
    expect((nextHour - sameHour) / looked).toBeLessThan(20);
  }, 60_000);
});
