import type { Scope } from "#app/domain/organisation/scope.ts";
import { describe, expect, it } from "vitest";
import type { SessionInput } from "#app/domain/session/session-input.ts";
import { inScope } from "#db/client.server.ts";
import { openLink } from "#db/private-link.server.ts";
import { listDue } from "#db/reminder.server.ts";
import { sessionFacts } from "#db/session-indicators.server.ts";
import {
  answerPoll,
  closePoll,
  openPoll,
  pollForLink,
  replacePollLink,
  requirePoll,
  revokePollLink,
} from "#db/session-poll.server.ts";
import {
  addSchoolHoliday,
  listSettings,
  recordAnnouncement,
  removeSchoolHoliday,
  withdrawAnnouncement,
} from "#db/session-settings.server.ts";
import {
  checkDraft,
  listSessions,
  planSession,
  requireSession,
  reviseSession,
  setMenu,
  setSessionStatus,
} from "#db/session.server.ts";
import { sessionConflicts } from "#db/schema/session.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation } from "#tests/support/given.ts";

const db = useDatabase();

const today = "2026-05-01";
const tuesday: SessionInput = {
  title: "Steering group",
  purpose: "Decide the questions",
  date: "2026-06-09",
  startTime: "10:00",
  endTime: "12:00",
  venue: "Town hall",
};
const friday: SessionInput = { ...tuesday, date: "2026-06-19", startTime: "12:30", endTime: "14:30" };
const reason = "The imam of the mosque next door asked for this time.";
const slots = ["2026-06-09", "2026-06-10"].map((date) => ({
  start: `${date}T10:00:00Z`,
  end: `${date}T12:00:00Z`,
  reasons: [],
}));

describe("a reminder of a session", () => {
  it("comes for a serious conflict that nobody accepted, and for no other", async () => {
    const { scope } = await givenOrganisation();
    await planSession(scope, tuesday, today);
    const id = await planSession(scope, { ...friday, acceptReason: reason }, today);
    const touched = async () =>
      (await listDue(scope, today)).filter(({ kind }) => kind === "session-touched");
    expect(await touched()).toEqual([]);
    // As when a day was announced after the session had been saved.
    await db.ownerSql`delete from session_conflicts where session_id = ${id}`;
    expect(await touched()).toMatchObject([
      {
        title: "Steering group",
        because: expect.stringMatching(/^It is planned for 19 June 2026, and meets Jumu/),
        href: expect.stringContaining(`/sessions/${id}`),
      },
    ]);
  });
});

describe("planning", () => {
  it("saves a clear session as it is", async () => {
    const { scope } = await givenOrganisation();
    const { session, conflicts } = await requireSession(scope, await planSession(scope, tuesday, today));
    expect(session.startsAt.toISOString()).toBe("2026-06-09T09:00:00.000Z");
    expect(conflicts.filter(({ severity }) => severity === "serious")).toEqual([]);
  });

  it("asks for a written reason before it saves a serious conflict, and keeps the reason", async () => {
    const { scope } = await givenOrganisation();
    await expect(planSession(scope, friday, today)).rejects.toMatchObject({
      detail: { fields: { acceptReason: [expect.stringContaining("Jumu")] } },
    });
    const id = await planSession(scope, { ...friday, acceptReason: reason }, today);
    const { conflicts } = await requireSession(scope, id);
    const serious = conflicts.filter(({ severity }) => severity === "serious");
    expect(serious.map(({ observance, acceptedReason }) => [observance, acceptedReason])).toEqual([
      ["jumuah", reason],
    ]);
    expect(await sessionFacts(scope, today)).toEqual([
      { heldOn: "2026-06-19", gaveWay: ["islam"], accepted: true },
    ]);
  });

  it("checks again when a session moves, and lets one of two saves through", async () => {
    const { scope } = await givenOrganisation();
    const id = await planSession(scope, tuesday, today);
    await expect(reviseSession(scope, id, 1, friday, today)).rejects.toMatchObject({
      detail: { kind: "invalid" },
    });
    await reviseSession(scope, id, 1, { ...friday, acceptReason: reason }, today);
    await expect(reviseSession(scope, id, 1, tuesday, today)).rejects.toMatchObject({
      detail: { kind: "conflict" },
    });
    await reviseSession(scope, id, 2, tuesday, today);
    expect((await sessionFacts(scope, today))[0]?.gaveWay).toEqual([]);
  });

  it("takes no reason that was written for another observance", async () => {
    const { scope } = await givenOrganisation();
    const id = await planSession(scope, { ...friday, acceptReason: reason }, today);
    await reviseSession(scope, id, 1, { ...friday, title: "Renamed", acceptReason: reason }, today);
    const saturday = { ...friday, date: "2026-06-20", acceptReason: reason };
    await expect(reviseSession(scope, id, 2, saturday, today)).rejects.toMatchObject({
      detail: { fields: { acceptReason: [expect.stringContaining("Shabbat")] } },
    });
  });

  it("keeps a session of several nights as it was typed", async () => {
    const { scope } = await givenOrganisation();
    const nights = { ...tuesday, endDate: "2026-06-11", startTime: "18:00", endTime: "01:00" };
    const id = await planSession(scope, { ...nights, run: "daily" }, today);
    const { session } = await requireSession(scope, id);
    expect([session.daily, session.endsAt.toISOString()]).toEqual([true, "2026-06-11T00:00:00.000Z"]);
  });

  it("keeps what was met when only the menu or the state changes", async () => {
    const { scope } = await givenOrganisation();
    const id = await planSession(scope, { ...friday, acceptReason: reason }, today);
    await setMenu(
      scope,
      id,
      1,
      { dishes: [{ name: "Rice", contains: [], labels: ["vegan"] }], separateServing: true },
      today,
    );
    await expect(
      setSessionStatus(scope, id, 2, { status: "held", shared: false }, today),
    ).rejects.toMatchObject({
      detail: { fields: { status: [expect.any(String)] } },
    });
    await setSessionStatus(scope, id, 2, { status: "held", shared: true }, "2026-06-20");
    const { conflicts } = await requireSession(scope, id);
    expect(conflicts.some(({ acceptedReason }) => acceptedReason === reason)).toBe(true);
    await expect(
      setSessionStatus(scope, id, 3, { status: "held", shared: false }, "2026-06-20"),
    ).rejects.toMatchObject({ detail: { fields: { shared: [expect.any(String)] } } });
  });

  it("never takes a recorded reason back", async () => {
    const { scope } = await givenOrganisation();
    await planSession(scope, { ...friday, acceptReason: reason }, today);
    await expect(
      inScope(scope, (tx) => tx.update(sessionConflicts).set({ acceptedReason: "another reason" })),
    ).rejects.toMatchObject({ cause: { message: expect.stringContaining("permission denied") as string } });
  });

  it("belongs to one organisation", async () => {
    const { scope: ours } = await givenOrganisation();
    const { scope: theirs } = await givenOrganisation({ name: "Another" });
    const id = await planSession(ours, tuesday, today);
    await expect(requireSession(theirs, id)).rejects.toMatchObject({ detail: { kind: "not-found" } });
    await expect(reviseSession(theirs, id, 1, tuesday, today)).rejects.toMatchObject({
      detail: { kind: "not-found" },
    });
    const all = { from: new Date("2026-01-01"), past: false };
    expect(await listSessions(theirs, all)).toEqual([]);
    expect(await listSessions(ours, all)).toHaveLength(1);
  });

  it("is not for reviewers", async () => {
    const organisation = await givenOrganisation();
    const reviewer = await givenMember(organisation, "reviewer");
    await expect(async () => planSession(reviewer, tuesday, today)).rejects.toMatchObject({
      detail: { kind: "forbidden" },
    });
  });
});

describe("what is known on the spot", () => {
  it("goes before what is worked out, until it is withdrawn", async () => {
    const organisation = await givenOrganisation();
    const { scope } = organisation;
    const announcement = {
      observance: "hindu/diwali",
      keptOn: "2026-11-10",
      authority: "The mandir in Leeds",
      source: "Newsletter",
    };
    const editor = await givenMember(organisation, "editor");
    await expect(recordAnnouncement(editor, announcement, today)).rejects.toMatchObject({
      detail: { kind: "forbidden" },
    });
    await recordAnnouncement(scope, announcement, today);
    const draft = { ...tuesday, date: "2026-11-10" };
    const names = async () =>
      (await checkDraft(scope, draft)).conflicts
        .filter(({ severity }) => severity === "serious")
        .map(({ observance }) => observance);
    expect(await names()).toContain("diwali");
    const { announcements } = await listSettings(scope);
    await withdrawAnnouncement(scope, announcements[0]!.id);
    expect(await names()).not.toContain("diwali");
  });

  it("hints at school holidays", async () => {
    const { scope } = await givenOrganisation();
    await addSchoolHoliday(scope, { name: "Half-term", startsOn: "2026-06-08", endsOn: "2026-06-12" });
    expect((await checkDraft(scope, tuesday)).holidays).toHaveLength(1);
    const { schoolHolidays } = await listSettings(scope);
    await removeSchoolHoliday(scope, schoolHolidays[0]!.id);
    expect((await checkDraft(scope, tuesday)).holidays).toEqual([]);
    await expect(
      addSchoolHoliday(scope, { name: "Backwards", startsOn: "2026-06-08", endsOn: "2026-06-01" }),
    ).rejects.toMatchObject({ detail: { fields: { endsOn: [expect.any(String)] } } });
  });
});

describe("a poll", () => {
  const poll = { title: "When?", slots, closesOn: "2099-01-01", links: 4 };

  it("is answered through private links, and tallied when enough have answered", async () => {
    const { scope } = await givenOrganisation();
    const { id, tokens } = await openPoll(scope, poll, today);
    expect(new Set(tokens).size).toBe(4);
    const links = await Promise.all(tokens.map((token) => openLink(token, "answer-session", new Date())));
    await answerPoll(links[0]!, ["yes", "no"]);
    await answerPoll(links[1]!, ["no", "yes"]);
    expect(await requirePoll(scope, id)).toMatchObject({ answered: 2, tally: undefined });
    await answerPoll(links[2]!, ["if-need-be", "yes"]);
    const { answered, tally } = await requirePoll(scope, id);
    expect(answered).toBe(3);
    expect(tally?.map(({ yes, ifNeedBe, no }) => [yes, ifNeedBe, no])).toEqual([
      [2, 0, 1],
      [1, 1, 1],
    ]);
    expect((await pollForLink(links[2]!)).choices).toEqual(["if-need-be", "yes"]);
  });

  const answering = async (tokens: readonly string[], choices: unknown[]) => {
    for (const token of tokens)
      await answerPoll(await openLink(token, "answer-session", new Date()), choices);
  };
  const seen = async (scope: Scope, id: string, now?: Date) => {
    const { tally, waiting } = await requirePoll(scope, id, now);
    return { yes: tally?.find(({ slot }) => slot.start === slots[0]!.start)?.yes, waiting };
  };

  it("moves its tally in steps of three new or changed answers, so that none can be told from it", async () => {
    const { scope } = await givenOrganisation();
    const { id, tokens } = await openPoll(scope, { ...poll, links: 7 }, today);
    await answering(tokens.slice(0, 3), ["yes", "no"]);
    expect(await seen(scope, id)).toEqual({ yes: 3, waiting: 0 });
    await answering(tokens.slice(3, 5), ["yes", "no"]);
    // One who changes twice is one.
    await answering(tokens.slice(3, 4), ["no", "no"]);
    expect(await seen(scope, id)).toEqual({ yes: 3, waiting: 2 });
    await answering(tokens.slice(0, 1), ["no", "no"]);
    expect(await seen(scope, id)).toEqual({ yes: 3, waiting: 0 });
    await answering(tokens.slice(5, 6), ["yes", "no"]);
    await closePoll(scope, id);
    expect(await seen(scope, id)).toEqual({ yes: 3, waiting: 1 });
    expect(await seen(scope, id, new Date("2099-01-02T00:00:00Z"))).toEqual({ yes: 4, waiting: 0 });
  });

  it("closed by hand takes no answer more", async () => {
    const ours = await givenOrganisation();
    const { id, tokens } = await openPoll(ours.scope, poll, today);
    const reviewer = await givenMember(ours, "reviewer");
    await expect(closePoll(reviewer, id)).rejects.toThrow(/Reviewers/);
    await closePoll(ours.scope, id);
    await expect(answering(tokens.slice(0, 1), ["yes", "no"])).rejects.toThrow(/closed/);
    await expect(replacePollLink(ours.scope, id, 1)).rejects.toThrow(/closed/);
    const theirs = await givenOrganisation();
    await expect(closePoll(theirs.scope, id)).rejects.toThrow(/could not find/);
  });

  it("replaces a lost link: the old one stops, its answer counts once and is not read by the new holder", async () => {
    const { scope } = await givenOrganisation();
    const { id, tokens } = await openPoll(scope, poll, today);
    await answering(tokens.slice(0, 3), ["yes", "no"]);
    const token = await replacePollLink(scope, id, 2);
    await expect(openLink(tokens[1]!, "answer-session", new Date())).rejects.toThrow(/switched off/);
    const renewed = await openLink(token, "answer-session", new Date());
    expect((await pollForLink(renewed)).choices).toBeUndefined();
    expect((await requirePoll(scope, id)).answered).toBe(3);
    await answerPoll(renewed, ["no", "yes"]);
    expect((await pollForLink(renewed)).choices).toEqual(["no", "yes"]);
    expect((await requirePoll(scope, id)).answered).toBe(3);
    await revokePollLink(scope, id, 2);
    expect((await requirePoll(scope, id)).numbers[1]).toEqual({ number: 2, state: "off" });
    await expect(revokePollLink(scope, id, 9)).rejects.toThrow(/could not find/);
  });

  it("takes no half answers", async () => {
    const { scope } = await givenOrganisation();
    const { tokens } = await openPoll(scope, poll, today);
    const link = await openLink(tokens[0]!, "answer-session", new Date());
    await expect(answerPoll(link, ["yes"])).rejects.toMatchObject({
      detail: {
        fields: {
          "choice-1": [expect.stringMatching(/^Choose an answer for \w+day \d+ \w+ \d{4}, \d\d:\d\d\.$/)],
        },
      },
    });
  });

  it.each([
    [{ slots: slots.slice(0, 1) }, "slot"],
    [{ links: 0 }, "links"],
    [{ links: 61 }, "links"],
    [{ closesOn: "2020-01-01" }, "closesOn"],
    [{ title: " " }, "title"],
  ])("is refused with %o", async (wrong, field) => {
    const { scope } = await givenOrganisation();
    const refused = await Promise.resolve()
      .then(() => openPoll(scope, { ...poll, ...wrong }, today))
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ detail: { fields: { [field]: [expect.any(String)] } } });
  });
});
