import { describe, expect, it, vi } from "vitest";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Concern } from "#app/domain/review/agenda.ts";
import type { SessionInput } from "#app/domain/session/session-input.ts";
import { readBoard } from "#db/agenda.server.ts";
import { database, readTogether } from "#db/client.server.ts";
import { ask } from "#db/open-door.server.ts";
import { listCases, refuseCase, takeUp } from "#db/open-door-moderation.server.ts";
import { answerProtected, listProtected } from "#db/protected-challenge.server.ts";
import { withdrawEntry } from "#db/record.server.ts";
import { listDue } from "#db/reminder.server.ts";
import { planSession, requireSession, reviseSession, setSessionStatus } from "#db/session.server.ts";
import { londonToday } from "#db/today.server.ts";
import { publishAll } from "#tests/db/feedback/given.ts";
import { everyAddress, filled } from "#tests/support/every-address.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation } from "#tests/support/given.ts";
import { publishJourney } from "#tests/support/journey.ts";

useDatabase();

const today = "2026-05-01";

const addresses = everyAddress()
  .filter(({ pattern }) => pattern !== "/*")
  .map(({ pattern }) => new RegExp(`^${filled(pattern, () => "[^/]+")}$`));

/** What the board reads of one kind, on a day. Each point leads somewhere. */
async function agendaOf(scope: Scope, concern: Concern, day = today) {
  const { items } = await readBoard(scope, day);
  const lost = items.filter(({ href }) => !addresses.some((one) => one.test(href.replace(/#.*/, ""))));
  expect(lost).toEqual([]);
  return items.filter((item) => item.concern === concern);
}

describe("a conflict that somebody accepted", () => {
  const friday: SessionInput = {
    title: "Steering group",
    purpose: "Decide the questions",
    date: "2026-06-19",
    startTime: "12:30",
    endTime: "14:30",
    venue: "Town hall",
  };
  const acceptReason = "The imam of the mosque next door asked for this time.";
  const accepted = (scope: Scope, day = today) => agendaOf(scope, "conflict-accepted", day);

  it("comes before the board with its reason, dated when it was first accepted", async () => {
    const { scope, slug } = await givenOrganisation();
    const id = await planSession(scope, { ...friday, acceptReason }, today);
    const point = {
      title: "Steering group",
      href: `/o/${slug}/sessions/${id}`,
      because: expect.stringMatching(/^On 19 June 2026, which meets Jumu.* The reason given: The imam/),
    };
    const [first] = await accepted(scope);
    expect(first).toMatchObject(point);
    const renamed = { ...friday, title: "Steering group", venue: "Library", acceptReason };
    await reviseSession(scope, id, 1, renamed, "2026-05-03");
    expect(await accepted(scope, "2026-05-03")).toMatchObject([{ ...point, since: first!.since }]);
  });

  it("is gone when the session moves or is called off, and a year after it was held", async () => {
    const { scope } = await givenOrganisation();
    const moves = await planSession(scope, { ...friday, acceptReason }, today);
    const stops = await planSession(scope, { ...friday, acceptReason, title: "Called off" }, today);
    expect(await accepted(scope)).toHaveLength(2);
    await reviseSession(scope, moves, 1, { ...friday, date: "2026-06-16" }, today);
    const { session } = await requireSession(scope, stops);
    await setSessionStatus(scope, stops, session.version, { status: "called-off", shared: false }, today);
    expect(await accepted(scope)).toEqual([]);
    await planSession(scope, { ...friday, acceptReason, title: "Held" }, today);
    expect(await accepted(scope, "2027-06-18")).toMatchObject([{ title: "Held" }]);
    expect(await accepted(scope, "2027-06-19")).toEqual([]);
  });

  it("is nobody else's to read", async () => {
    const [ours, theirs] = [await givenOrganisation(), await givenOrganisation()];
    await planSession(ours.scope, { ...friday, acceptReason }, today);
    expect(await accepted(theirs.scope)).toEqual([]);
  });
});

describe("what somebody says under protection", () => {
  const asked = {
    kind: "protected" as const,
    words: "I was told to stop asking.",
    wordsUse: "not-published" as const,
    passphrase: "seven quiet lanterns",
  };
  const waiting = (scope: Scope, day: string) => agendaOf(scope, "challenge-unanswered", day);

  async function given() {
    const organisation = await givenOrganisation();
    await publishAll(organisation.scope);
    const reviewer = await givenMember(organisation, "reviewer");
    await ask(organisation.slug, undefined, asked, today);
    const [challenge] = await listProtected(reviewer, today);
    return { organisation, reviewer, challenge: challenge! };
  }

  it("waits on the agenda from the day after the answer was promised, until it is given", async () => {
    const { organisation, reviewer, challenge } = await given();
    expect(await waiting(reviewer, challenge.answerBy)).toEqual([]);
    const late = "2026-08-03";
    expect(await waiting(reviewer, late)).toMatchObject([
      {
        title: "A protected challenge",
        href: `/o/${organisation.slug}/feedback/protected`,
        boardOnly: true,
        because: expect.stringMatching(/^Somebody who spoke under protection waits/),
      },
    ]);
    expect(JSON.stringify(await waiting(reviewer, late))).not.toContain("told to stop");
    await answerProtected(reviewer, challenge.id, { answer: "We have stopped it." }, late);
    expect(await waiting(reviewer, late)).toEqual([]);
  });

  it("is told to nobody who does the work, or once did", async () => {
    const { organisation } = await given();
    const late = "2026-08-03";
    expect(await waiting(organisation.scope, late)).toEqual([]);
    expect(await waiting(await givenMember(organisation, "editor"), late)).toEqual([]);
    const owner = { ...organisation.scope, role: "reviewer" } as Scope;
    expect(await waiting(owner, late)).toEqual([]);
  });
});

describe("what comes in through the open door", () => {
  const question = {
    kind: "ask" as const,
    words: "Why are sessions held at noon?",
    wordsUse: "as-said" as const,
    passphrase: "seven quiet lanterns",
  };
  const late = "2026-08-03";
  const titles = async (scope: Scope, day = late) =>
    (await agendaOf(scope, "challenge-unanswered", day)).map(({ title }) => title);

  it("waits on the agenda once its answer is late, whether or not somebody has taken it up", async () => {
    const { scope, slug } = await givenOrganisation();
    await publishAll(scope);
    await ask(slug, undefined, question, today);
    expect(await titles(scope, "2026-05-04")).toEqual([]);
    expect(await agendaOf(scope, "challenge-unanswered", late)).toMatchObject([
      {
        title: "A question from outside",
        href: `/o/${slug}/feedback/door`,
        because: expect.stringMatching(/^Nobody has taken it up\. We promised an answer by/),
      },
    ]);
    const [one] = await listCases(scope);
    await takeUp(scope, one!.id, "2026-05-05");
    expect(await titles(scope)).toEqual(["Something people told us"]);
  });

  it("is gone when it was turned away on a ground", async () => {
    const { scope, slug } = await givenOrganisation();
    await publishAll(scope);
    await ask(slug, undefined, { ...question, kind: "challenge" }, today);
    expect(await titles(scope)).toEqual(["A challenge from outside"]);
    const [one] = await listCases(scope);
    const note = "It names a neighbour of yours. Please send it again without the name.";
    await refuseCase(scope, one!.id, { ground: "personal-details", note }, today);
    expect(await titles(scope)).toEqual([]);
  });
});

describe("published words that an owner took back", () => {
  it("come before the board afterwards, without the words, for a year", async () => {
    const ours = await givenOrganisation();
    const journey = await publishJourney(ours);
    // The record's own clock is not ours to set.
    const now = londonToday();
    expect(await agendaOf(ours.scope, "words-withdrawn", now)).toEqual([]);
    await withdrawEntry(ours.scope, journey.updateIndex, "harmful-mistake");
    expect(await agendaOf(ours.scope, "words-withdrawn", now)).toMatchObject([
      {
        title: `An update, entry ${journey.updateIndex}`,
        href: `/journeys/${ours.slug}/entries/${journey.updateIndex}`,
        because: expect.stringMatching(/^The reason given: it was a mistake that could harm somebody\./),
        since: now,
      },
    ]);
    const [year, rest] = [Number(now.slice(0, 4)), now.slice(4)];
    expect(await agendaOf(ours.scope, "words-withdrawn", `${year + 1}${rest}`)).toEqual([]);
  });
});

describe("what the board and the reminders ask of the database", () => {
  it.each<[string, (scope: Scope) => Promise<unknown>, number]>([
    // Whose it is, what is public, and everything else at once.
    ["the agenda", (scope) => readBoard(scope, today), 4],
    ["the reminders", (scope) => listDue(scope, today), 1],
  ])("is asked in few transactions: %s", async (_, read, most) => {
    const { scope } = await givenOrganisation();
    const begun = vi.spyOn(database(), "transaction");
    await read(scope);
    const transactions = begun.mock.calls.length;
    begun.mockRestore();
    expect(transactions).toBeLessThanOrEqual(most);
  });
  it("never holds two connections: somebody else's transaction within is a mistake of ours", async () => {
    const [ours, theirs] = [await givenOrganisation(), await givenOrganisation()];
    await expect(readTogether(ours.scope, () => listDue(theirs.scope, today))).rejects.toThrow(
      /two connections/,
    );
  });
});
