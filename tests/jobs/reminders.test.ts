import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import { sweepReminders } from "#app/jobs/reminders.ts";
import { adopt } from "#db/commitment.server.ts";
import { choose, findChoice, findRun, listDue } from "#db/reminder.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation } from "#tests/support/given.ts";

const db = useDatabase();
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
  await db.ownerSql`truncate reminders, reminder_runs, reminder_choices, mails`;
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

describe("a look at what is due", () => {
  it("by several at once notices each item once and writes one letter to each person", async () => {
    const organisation = await given();
    await givenMember(organisation, "editor");
    await Promise.all(Array.from({ length: 4 }, () => sweepReminders(settings, at("2026-06-11"))));
    expect(await noticed(organisation.organisationId)).toBe(1);
    expect(await letters(organisation.organisationId)).toBe(2);
    expect(await sweepReminders(settings, at("2026-06-11"))).toBe(0);
  });

  it("by two processes at once does the same", async () => {
    const organisation = await given();
    await givenMember(organisation, "editor");
    const program = fileURLToPath(new URL("../support/reminder-worker-process.ts", import.meta.url));
    const arguments_ = ["--import", "tsx", program, db.appUrl, settings.origin, at("2026-06-11")];
    const run = promisify(execFile);
    await Promise.all([1, 2].map(() => run(process.execPath, arguments_)));
    expect(await noticed(organisation.organisationId)).toBe(1);
    expect(await letters(organisation.organisationId)).toBe(2);
  });

  it("writes once a week, and a clock that jumps a year floods nobody", async () => {
    const { organisationId } = await given();
    // 8 June 2026 is a Monday.
    for (const day of ["2026-06-11", "2026-06-12", "2026-06-14"]) await sweepReminders(settings, at(day));
    expect(await letters(organisationId)).toBe(1);
    await sweepReminders(settings, at("2026-06-15"));
    expect(await letters(organisationId)).toBe(2);
    await sweepReminders(settings, at("2027-06-16"));
    expect(await letters(organisationId)).toBe(3);
    await sweepReminders(settings, at("2026-06-16"));
    expect(await letters(organisationId)).toBe(3);
    expect(await noticed(organisationId)).toBe(1);
  });

  it("keeps a person's quiet day, and writes on the next", async () => {
    const { scope, organisationId } = await given();
    await choose(scope, { digest: "weekly", quietOn: ["2026-06-11"] });
    await sweepReminders(settings, at("2026-06-11"));
    expect(await letters(organisationId)).toBe(0);
    await sweepReminders(settings, at("2026-06-12"));
    expect(await letters(organisationId)).toBe(1);
  });

  it("writes to nobody who chose so, nor for an invented organisation", async () => {
    const { scope, organisationId } = await given();
    await choose(scope, { digest: "never", quietOn: [] });
    const invented = await givenOrganisation({ name: "Invented", demonstration: true });
    await adopt(invented.scope, promise, "2026-01-01");
    await sweepReminders(settings, at("2026-06-11"));
    expect(await letters(organisationId)).toBe(0);
    expect(await letters(invented.organisationId)).toBe(0);
    expect(await noticed(invented.organisationId)).toBe(1);
  });

  it("that fails is tried again later, and its owner sees it", async () => {
    const { scope, organisationId } = await given();
    await db.ownerSql`create function no_reminder() returns trigger language plpgsql as
      $$ begin raise exception 'The power went out.'; end $$`;
    await db.ownerSql`create trigger no_reminder before insert on reminders for each row execute function no_reminder()`;
    await sweepReminders(settings, at("2026-06-11"));
    expect(await findRun(scope)).toMatchObject({
      checkedOn: null,
      attempts: 1,
      lastError: expect.any(String),
    });
    expect(await letters(organisationId)).toBe(0);
    await db.ownerSql`drop trigger no_reminder on reminders`;
    await sweepReminders(settings, at("2026-06-11"));
    expect(await letters(organisationId)).toBe(0);
    await sweepReminders(settings, "2026-06-11T09:02:00Z");
    expect(await letters(organisationId)).toBe(1);
  });
});

it("shows nobody another person's choice, not even an owner", async () => {
  const organisation = await given();
  const editor = await givenMember(organisation, "editor");
  await choose(editor, { digest: "never", quietOn: ["2026-06-11"] });
  expect(await findChoice(organisation.scope)).toEqual({ digest: "weekly", quietOn: [] });
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
