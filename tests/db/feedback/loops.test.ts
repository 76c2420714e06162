import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { publicLoops } from "#app/domain/feedback/public-loops.ts";
import { proveScope } from "#app/domain/organisation/scope.ts";
import { inScope } from "#db/client.server.ts";
import { findClockPromise, promiseClock } from "#db/feedback-clock.server.ts";
import { listFeedbackPublishables } from "#db/feedback-publishables.server.ts";
import { listOwed, requireLoop } from "#db/feedback-read.server.ts";
import { addSource, rewrite, writeDown } from "#db/feedback.server.ts";
import { answerLoop, reportBack } from "#db/feedback-answer.server.ts";
import { pauseClock, resumeClock } from "#db/feedback-pause.server.ts";
import { readState } from "#db/record.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";
import { did, givenAnswer, givenSaid, givenTold, monday, publishAll, versionOf } from "./given.ts";

const db = useDatabase();
let ours: GivenOrganisation;
let theirs: GivenOrganisation;
beforeAll(async () => {
  ours = await givenOrganisation();
  theirs = await givenOrganisation({ name: "Quarry Bank" });
});

const kind = (kind: string) => ({ detail: { kind } });
const stateOf = async (id: string, today: string) => (await requireLoop(ours.scope, id, today)).view.state;

describe("a loop", () => {
  it("goes from open to answered to closed, and never by an answer alone", async () => {
    const id = await givenSaid(ours.scope);
    expect(await stateOf(id, monday)).toBe("open");
    await givenAnswer(ours.scope, id, "2026-03-10");
    expect(await stateOf(id, "2026-03-10")).toBe("answered");
    await givenTold(ours.scope, id, "2026-03-12");
    expect(await stateOf(id, "2026-03-12")).toBe("closed");
  });

  it("is refused with everything that is wrong at once: a day gone by, no next step, no reason to revise", async () => {
    const id = await givenSaid(ours.scope);
    await givenAnswer(ours.scope, id, "2026-03-10");
    const doing = { kind: "we-are-doing", text: "We look for a room.", nextStep: "", by: "2026-03-01" };
    await expect(
      answerLoop(ours.scope, id, await versionOf(ours.scope, id), doing, "2026-03-12"),
    ).rejects.toMatchObject({
      detail: {
        fields: {
          nextStep: ["Say what the next step is."],
          by: ["That day has passed. Give the day by which the next step is taken."],
          why: ["Say in a sentence why the answer is revised. It is published."],
        },
      },
    });
  });

  it("cannot be reported before it is answered, nor with a date before the answer", async () => {
    const id = await givenSaid(ours.scope);
    const report = { on: "2026-03-05", channels: ["email"], told: 10 };
    await expect(reportBack(ours.scope, id, report, "2026-03-05")).rejects.toMatchObject(kind("conflict"));
    await givenAnswer(ours.scope, id, "2026-03-10");
    await expect(reportBack(ours.scope, id, report, "2026-03-11")).rejects.toMatchObject(kind("invalid"));
    await expect(
      reportBack(ours.scope, id, { ...report, on: "2026-03-11", told: 11 }, "2026-03-11"),
    ).rejects.toThrow(/More people were told than spoke/);
  });

  it("has to be told anew once the answer is revised, and the revision says why", async () => {
    const id = await givenSaid(ours.scope);
    await givenAnswer(ours.scope, id, "2026-03-10");
    await givenTold(ours.scope, id, "2026-03-12");
    const version = await versionOf(ours.scope, id);
    await expect(
      answerLoop(ours.scope, id, version, { ...did, text: "Some sessions begin at six now." }, "2026-03-12"),
    ).rejects.toMatchObject({ detail: { fields: { why: expect.any(Array) as unknown } } });
    await givenAnswer(ours.scope, id, "2026-03-12", { ...did, text: "Some sessions begin at six now." });
    expect(await stateOf(id, "2026-03-12")).toBe("answered");
  });

  it("keeps of two editors at once the first, and shows the second what is stored", async () => {
    const id = await givenSaid(ours.scope);
    const version = await versionOf(ours.scope, id);
    const outcomes = await Promise.allSettled(
      ["Sessions begin at six.", "Sessions begin at seven."].map((text) =>
        answerLoop(ours.scope, id, version, { ...did, text }, "2026-03-10"),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = outcomes.find((outcome) => outcome.status === "rejected");
    expect(refused?.reason).toMatchObject({ detail: { kind: "conflict", theirs: { id } } });
  });

  it("points out contact details and an explanation used before, until somebody confirms", async () => {
    const text =
      "The landlord would not let us change the entrance before the lease ends, and no other hall is near.";
    const no = { kind: "we-could-not" as const, reason: "logistics" as const, text };
    await givenAnswer(ours.scope, await givenSaid(ours.scope), "2026-03-10", no);
    const id = await givenSaid(ours.scope);
    const warned = { detail: { fields: { confirmed: [expect.stringMatching(/same explanation/)] } } };
    await expect(answerLoop(ours.scope, id, 1, no, "2026-03-10")).rejects.toMatchObject(warned);
    const mailed = { ...did, text: "Write to amira@example.org and ask for an evening." };
    await expect(answerLoop(ours.scope, id, 1, mailed, "2026-03-10")).rejects.toMatchObject({
      detail: { fields: { confirmed: [expect.stringMatching(/amira@example.org/)] } },
    });
    await answerLoop(ours.scope, id, 1, mailed, "2026-03-10", { confirmed: true });
  });

  it("takes no explanation that explains nothing", async () => {
    const id = await givenSaid(ours.scope);
    const text = "Due to budget constraints. We take this seriously. Lessons will be learned.";
    await expect(
      answerLoop(ours.scope, id, 1, { kind: "we-could-not", reason: "budget", text }, monday, {
        confirmed: true,
      }),
    ).rejects.toMatchObject({ detail: { fields: { text: [expect.stringMatching(/explains nothing/)] } } });
  });

  it("cannot be deleted, by anybody", async () => {
    const id = await givenSaid(ours.scope);
    await expect(
      inScope(ours.scope, (tx) => tx.execute(`delete from loops where id = '${id}'`)),
    ).rejects.toThrow();
    expect(await stateOf(id, monday)).toBe("open");
  });

  it("cannot be said to be about fewer people than were told", async () => {
    const id = await givenSaid(ours.scope);
    await givenAnswer(ours.scope, id, "2026-03-10");
    await givenTold(ours.scope, id, "2026-03-12", 4);
    const version = await versionOf(ours.scope, id);
    const words = {
      words: "Evenings, please.",
      byWhom: "some",
      people: 3,
      sensitivity: "open" as const,
      wordsUse: "as-said" as const,
    };
    await expect(rewrite(ours.scope, id, version, words, "2026-03-12")).rejects.toThrow(/Fewer cannot/);
  });
});

describe("the clock", () => {
  it("cannot be stopped once it has run out, and never from an earlier day", async () => {
    const id = await givenSaid(ours.scope);
    const reason = "Waiting for the landlord to write back.";
    await expect(pauseClock(ours.scope, id, { reason }, "2026-04-16")).rejects.toMatchObject(
      kind("conflict"),
    );
    await pauseClock(ours.scope, id, { reason }, "2026-03-09");
    await resumeClock(ours.scope, id, "2026-03-16");
    const { view } = await requireLoop(ours.scope, id, "2026-04-16");
    expect(view.due).toMatchObject({ answerBy: "2026-04-22", state: "nearly-due" });
  });

  it("keeps the promise of the day it was received when the promise is loosened", async () => {
    const one = await givenOrganisation();
    const id = await givenSaid(one.scope);
    const { version } = await findClockPromise(one.scope);
    const looser = { acknowledgeWithin: 20, answerWithin: 200, jurisdiction: "scotland" as const };
    await promiseClock(one.scope, version, looser, "2026-03-20");
    expect((await requireLoop(one.scope, id, "2026-04-16")).view.due.state).toBe("overdue");
    await expect(promiseClock(one.scope, version, looser, "2026-03-20")).rejects.toMatchObject(
      kind("conflict"),
    );
  });

  it("lists what is overdue, nearly due and untold", async () => {
    const one = await givenOrganisation();
    const late = await givenSaid(one.scope);
    const untold = await givenSaid(one.scope);
    await givenAnswer(one.scope, untold, "2026-03-10");
    const owed = await listOwed(one.scope, "2026-04-16");
    expect(owed.overdue.map(({ id }) => id)).toEqual([late]);
    expect(owed.untold.map(({ id }) => id)).toEqual([untold]);
    expect((await listOwed(one.scope, "2026-04-10")).nearlyDue.map(({ id }) => id)).toEqual([late]);
  });
});

describe("what the public reads", () => {
  it("lists what is not answered, and counts it", async () => {
    const one = await givenOrganisation();
    await givenSaid(one.scope);
    const closed = await givenSaid(one.scope, { words: "Pay for travel before the day.", people: 40 });
    await givenAnswer(one.scope, closed, "2026-03-10");
    await givenTold(one.scope, closed, "2026-03-12", 3);
    await publishAll(one.scope);
    const { counts, waiting, did } = publicLoops(await readState(one.slug), "2026-04-20");
    expect(counts).toMatchObject({ all: 2, open: 1, closed: 1, overdue: 1, unexplained: 1, agreed: 0 });
    expect(waiting).toHaveLength(1);
    expect(did[0]!.reports[0]).toMatchObject({ reach: "few", told: null, of: 40 });
  });

  it("shows words only as people agreed", async () => {
    const one = await givenOrganisation();
    await givenSaid(one.scope, { wordsUse: "not-published", words: "Secret words" });
    await givenSaid(one.scope, {
      wordsUse: "in-summary",
      summary: "People want evenings.",
      words: "Secret words",
    });
    const listed = await inScope(one.scope, (tx) => listFeedbackPublishables(tx, one.scope));
    expect(JSON.stringify(listed)).not.toMatch(/Secret words/);
    expect(JSON.stringify(listed)).toMatch(/People want evenings/);
  });

  it("demands a reason for a promise that gives more time", async () => {
    const one = await givenOrganisation();
    const promise = { acknowledgeWithin: 5, answerWithin: 20, jurisdiction: "england_wales" as const };
    await promiseClock(one.scope, 0, promise, monday);
    await publishAll(one.scope);
    await promiseClock(one.scope, 1, { ...promise, answerWithin: 60 }, "2026-03-20");
    const { previewPublication } = await import("#db/publishing.server.ts");
    const { proposal } = await previewPublication(one.scope);
    const change = proposal.changes.find((one) => one.kind === "clock-promise");
    expect(change).toMatchObject({ reasonDemanded: true });
  });
});

describe("who may", () => {
  it("answers 404 for another organisation's loop and source, and 403 for a reviewer", async () => {
    const id = await givenSaid(theirs.scope);
    await expect(requireLoop(ours.scope, id, monday)).rejects.toMatchObject(kind("not-found"));
    await expect(answerLoop(ours.scope, id, 1, did, monday)).rejects.toMatchObject(kind("not-found"));
    const reviewer = await givenMember(ours, "reviewer");
    await expect(
      addSource(reviewer, { kind: "session", title: "X", heldOn: monday, people: 3 }, monday),
    ).rejects.toMatchObject(kind("forbidden"));
  });

  it("sees nothing of a neighbour's tables", async () => {
    await givenSaid(theirs.scope);
    const stranger = proveScope({ organisationId: randomUUID(), userId: "x", role: "owner" });
    const rows = await inScope(stranger, (tx) => tx.execute("select id from loops"));
    expect([...rows]).toEqual([]);
    expect((await db.ownerSql`select count(*)::int as n from loops`)[0]!.n).toBeGreaterThan(0);
  });

  it("does not take what was said in the future, or by more people than were there", async () => {
    const sourceId = await addSource(
      ours.scope,
      { kind: "survey", title: "Survey", heldOn: monday, people: 3 },
      monday,
    );
    const said = {
      sourceId,
      words: "Words",
      byWhom: "three people",
      people: 4,
      sensitivity: "open" as const,
      wordsUse: "as-said" as const,
      saidOn: monday,
      receivedOn: monday,
    };
    await expect(writeDown(ours.scope, said, monday)).rejects.toThrow(/names 3 people/);
    await expect(
      writeDown(ours.scope, { ...said, people: 3, receivedOn: "2026-03-03" }, monday),
    ).rejects.toThrow(/future/);
  });
});
