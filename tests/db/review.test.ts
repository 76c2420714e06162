import { describe, expect, it } from "vitest";
import { foldJourney } from "#app/domain/journey/journey.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { readBoard } from "#db/agenda.server.ts";
import { askForFourEyes, planMeeting, recordMeeting } from "#db/board-plan.server.ts";
import { clear, listWaiting } from "#db/clearance.server.ts";
import { adopt, requireCommitment, setStatus } from "#db/commitment.server.ts";
import { findOrganisation } from "#db/organisation.server.ts";
import { sweepOverdueDecisions } from "#app/jobs/overdue-decisions.ts";
import { owingUntold } from "#db/owing-untold.server.ts";
import { recordOverdueDecisions } from "#db/overdue-decisions.server.ts";
import { findProfile, writeStatement } from "#db/profile.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import { answerReview, decide, type NewReview, readReviews } from "#db/review.server.ts";
import { readState } from "#db/record.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation } from "#tests/support/given.ts";

useDatabase();

const today = "2026-06-01";
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

async function given() {
  const organisation = await givenOrganisation();
  const { scope } = organisation;
  const reviewer = await givenMember(organisation, "reviewer");
  const id = await adopt(scope, promise, "2026-01-01");
  return { organisation, scope, reviewer, id };
}

async function word(scope: Scope, id: string, change: Partial<NewReview> = {}): Promise<NewReview> {
  const { seen, reviews } = await readReviews(scope, id);
  return {
    seen: seen.fingerprint,
    after: reviews.at(-1)?.id ?? "",
    decision: "accept",
    text: "Clear, and dated.",
    actionBy: null,
    conflict: "",
    publish: false,
    ...change,
  };
}

const accepted = { decision: "accept", text: "Read, and right.", conflict: "" } as const;

async function clearAll(reviewer: Scope) {
  await clear(reviewer, await listWaiting(reviewer), accepted, today);
}

async function changeProfile(scope: Scope) {
  const { version } = await findProfile(scope);
  await writeStatement(scope, version, { statement: "We were slow, and say so." }, today);
}

async function publishAll(scope: Scope) {
  const { fingerprint } = await previewPublication(scope);
  return publish(scope, { fingerprint, reasons: {} });
}

describe("a review", () => {
  it("is for reviewers alone, of their own organisation", async () => {
    const { organisation, scope, reviewer, id } = await given();
    const theirs = await given();
    const editor = await givenMember(organisation, "editor");
    for (const wrong of [scope, editor])
      await expect(decide(wrong, id, await word(scope, id), today)).rejects.toThrow(/Only board reviewers/);
    await expect(decide(theirs.reviewer, id, await word(scope, id), today)).rejects.toThrow(/could not find/);
    await expect(readReviews(theirs.reviewer, id)).rejects.toThrow(/could not find/);
    await expect(
      setStatus(reviewer, id, 1, { status: "done", reason: "x", effectiveOn: today }, today),
    ).rejects.toThrow(/Reviewers/);
  });

  it("lapses when the content changes, and cannot be signed on what is no longer there", async () => {
    const { scope, reviewer, id } = await given();
    const read = await word(reviewer, id);
    await decide(reviewer, id, read, today);
    expect((await readReviews(scope, id)).standing).toMatchObject({ lapsed: false });
    const { version } = await requireCommitment(scope, id);
    const before = await word(reviewer, id);
    await setStatus(scope, id, version, { status: "under-way", reason: "Begun.", effectiveOn: today }, today);
    expect((await readReviews(scope, id)).standing).toMatchObject({ lapsed: true });
    await expect(decide(reviewer, id, before, today)).rejects.toThrow(/changed while you were reading/);
  });

  it("by two reviewers at the same moment: one counts, the other reads it first", async () => {
    const { organisation, reviewer, id } = await given();
    const other = await givenMember(organisation, "reviewer");
    const words = [
      await word(reviewer, id),
      await word(other, id, { decision: "return", text: "Not yet." }),
    ] as const;
    const both = await Promise.allSettled([
      decide(reviewer, id, words[0], today),
      decide(other, id, words[1], today),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = both.find((one) => one.status === "rejected") as PromiseRejectedResult;
    expect(String(refused.reason)).toMatch(/Another reviewer wrote/);
    expect((await readReviews(reviewer, id)).reviews).toHaveLength(1);
  });

  it("needs a day for a question, and no conflict of interest for accepting", async () => {
    const { reviewer, id } = await given();
    await expect(
      decide(reviewer, id, await word(reviewer, id, { decision: "question" }), today),
    ).rejects.toMatchObject({
      detail: { fields: { actionBy: expect.anything() } },
    });
    await expect(
      decide(reviewer, id, await word(reviewer, id, { conflict: "My sister leads it." }), today),
    ).rejects.toThrow(/another reviewer/);
  });

  it("is answered once, by those who do the work", async () => {
    const { scope, reviewer, id } = await given();
    const asked = await decide(
      reviewer,
      id,
      await word(reviewer, id, { decision: "question", text: "Who waits?", actionBy: "2026-06-10" }),
      today,
    );
    const late = await readBoard(scope, "2026-06-11");
    expect(late.items).toMatchObject([{ concern: "action-overdue", since: "2026-06-11" }]);
    await expect(answerReview(reviewer, id, asked, "Nobody.", today)).rejects.toThrow(/Reviewers/);
    await answerReview(scope, id, asked, "Nobody.", today);
    await expect(answerReview(scope, id, asked, "Nobody now.", today)).rejects.toThrow(/answered already/);
    expect((await readBoard(scope, "2026-06-11")).items).toEqual([]);
  });
});

describe("four eyes", () => {
  it("stand between an editor and the public until exactly this is accepted", async () => {
    const { scope, reviewer, id } = await given();
    await expect(askForFourEyes(scope, true)).rejects.toThrow(/Only board reviewers/);
    await askForFourEyes(reviewer, true);
    await expect(publishAll(scope)).rejects.toThrow(/second pair of eyes.*“Pay within ten days”/);
    await decide(reviewer, id, await word(reviewer, id), today);
    await clearAll(reviewer);
    await publishAll(scope);
    const { version } = await requireCommitment(scope, id);
    await setStatus(scope, id, version, { status: "under-way", reason: "Begun.", effectiveOn: today }, today);
    await expect(publishAll(scope)).rejects.toThrow(/second pair of eyes/);
  });
  it("stand before everything else that is published, until exactly this is accepted", async () => {
    const organisation = await givenOrganisation();
    const { scope } = organisation;
    const reviewer = await givenMember(organisation, "reviewer");
    await askForFourEyes(reviewer, true);
    await expect(publishAll(scope)).rejects.toThrow(/second pair of eyes/);
    const [read] = await listWaiting(reviewer);
    for (const wrong of [scope, await givenMember(organisation, "editor")])
      await expect(clear(wrong, [read!], accepted, today)).rejects.toThrow(/Only board reviewers/);
    await expect(clear(reviewer, [read!], { ...accepted, conflict: "My firm." }, today)).rejects.toThrow(
      /another reviewer/,
    );
    await clear(reviewer, [read!], accepted, today);
    expect(await listWaiting(scope)).toMatchObject([{ state: "accepted" }]);
    await changeProfile(scope);
    expect(await listWaiting(scope)).toMatchObject([{ state: "waiting" }]);
    await expect(publishAll(scope)).rejects.toThrow(/second pair of eyes/);
    await expect(clear(reviewer, [read!], accepted, today)).rejects.toThrow(/changed while you were reading/);
    await clearAll(reviewer);
    await publishAll(scope);
  });
  it("do not hold back what the board itself decided", async () => {
    const { scope, reviewer, id } = await given();
    await publishAll(scope);
    await askForFourEyes(reviewer, true);
    await decide(reviewer, id, await word(reviewer, id, { decision: "return", publish: true }), today);
    await publishAll(scope);
  });
});

describe("a decision for the public", () => {
  it("is published as the board chose, and its answer follows", async () => {
    const { scope, reviewer, id } = await given();
    const review = await word(reviewer, id, {
      decision: "require-action",
      text: "Pay the ten who wait.",
      actionBy: "2099-01-01",
      publish: true,
    });
    const asked = await decide(reviewer, id, review, today);
    await publishAll(scope);
    await answerReview(scope, id, asked, "All ten are paid.", today);
    const { proposal, state } = await previewPublication(scope);
    expect(state.subjects.get(`decision:${asked}`)?.at(-1)?.body?.content).toMatchObject({
      text: "Pay the ten who wait.",
      answeredOn: null,
    });
    expect(proposal.changes).toMatchObject([{ kind: "decision", content: { answer: "All ten are paid." } }]);
    expect(JSON.stringify(proposal.changes)).not.toContain("Mo reviewer");
  });
  it("stays private otherwise, unless it is late", async () => {
    const { scope, reviewer, id } = await given();
    const action = { decision: "require-action", text: "Say who.", actionBy: "2020-02-01" } as const;
    await decide(
      reviewer,
      id,
      await word(reviewer, id, { decision: "return", text: "Private words." }),
      "2020-01-01",
    );
    await decide(reviewer, id, await word(reviewer, id, action), "2020-01-01");
    const { proposal } = await previewPublication(scope);
    const decided = proposal.changes.filter(({ kind }) => kind === "decision");
    expect(decided).toMatchObject([{ content: { text: null, actionBy: "2020-02-01" } }]);
    expect(JSON.stringify(decided)).not.toMatch(/Private words|Say who/);
  });
});

describe("an overdue action", () => {
  it("reaches the public record by itself, once, without the board's words", async () => {
    const { scope, reviewer, id } = await given();
    const action = { decision: "require-action", text: "Say who waits.", actionBy: "2026-06-10" } as const;
    await decide(reviewer, id, await word(reviewer, id, action), today);
    expect(await recordOverdueDecisions(scope, "2026-06-11")).toBe(0); // nothing is public yet
    await publishAll(scope);
    const { slug } = await findOrganisation(scope);
    const before = (await readState(slug)).size;
    expect(await recordOverdueDecisions(scope, "2026-06-10")).toBe(0);
    await recordOverdueDecisions(scope, "2026-06-11");
    expect(await recordOverdueDecisions(scope, "2026-06-12")).toBe(0);
    const state = await readState(slug);
    expect(state.size).toBeLessThanOrEqual(before + 1);
    const [view] = foldJourney(state, "2026-06-12")!.commitments;
    expect(view!.decisions).toMatchObject([{ text: null, actionBy: "2026-06-10", overdue: true }]);
    expect(foldJourney(state, "2026-06-10")!.commitments[0]!.decisions).toMatchObject([{ overdue: false }]);
  });
});

describe("the agenda", () => {
  it("marks what is new since the last meeting", async () => {
    const { organisation, scope, reviewer } = await given();
    await adopt(scope, { ...promise, title: "Old", dueOn: "2026-02-01" }, "2026-01-01");
    await adopt(scope, { ...promise, title: "New", dueOn: "2026-05-20" }, "2026-01-01");
    await recordMeeting(reviewer, { heldOn: "2026-05-01", title: "Spring board" }, today);
    const { items } = await readBoard(scope, today);
    expect(items.map(({ title, isNew }) => [title, isNew])).toEqual([
      ["Old", false],
      ["New", true],
    ]);
    const editor = await givenMember(organisation, "editor");
    await expect(recordMeeting(editor, { heldOn: "2026-05-02", title: "x" }, today)).rejects.toThrow(
      /Only board/,
    );
    await expect(recordMeeting(reviewer, { heldOn: "2026-05-01", title: "x" }, today)).rejects.toThrow(
      /already/,
    );
    await expect(planMeeting(reviewer, "2026-05-31", today)).rejects.toThrow(/passed/);
  });
});

describe("the job that tells the record what is late", () => {
  it("looks only into organisations that owe something untold", async () => {
    const owes = await given();
    const owesNothing = await given();
    await publishAll(owes.scope);
    await publishAll(owesNothing.scope);
    const action = { decision: "require-action", text: "Say who.", actionBy: "2026-06-10" } as const;
    await decide(owes.reviewer, owes.id, await word(owes.reviewer, owes.id, action), today);
    const owing = async (day: string) =>
      (await owingUntold(day)).filter((id) =>
        [owes.scope.organisationId, owesNothing.scope.organisationId].includes(id),
      );
    expect(await owing("2026-06-10")).toEqual([]);
    expect(await owing("2026-06-11")).toEqual([owes.scope.organisationId]);
    await sweepOverdueDecisions("2026-06-11T09:00:00Z");
    expect(await owing("2026-06-11")).toEqual([]);
    const { slug } = await findOrganisation(owes.scope);
    const [view] = foldJourney(await readState(slug), "2026-06-12")!.commitments;
    expect(view!.decisions).toMatchObject([{ text: null, overdue: true }]);
  });
});
