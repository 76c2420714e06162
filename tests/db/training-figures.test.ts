import { beforeEach, describe, expect, it } from "vitest";
import { computeIndicator, listIndicators } from "#db/indicators.server.ts";
import { recordAnswers, startCheck } from "#db/need-check.server.ts";
import { listNeeds } from "#db/persona.server.ts";
import { findPreflight, savePreflight } from "#db/preflight.server.ts";
import { decidePreflight } from "#db/preflight-decision.server.ts";
import { listDue } from "#db/reminder.server.ts";
import { saveBid } from "#db/bid.server.ts";
import { planSession, reviseSession, setSessionStatus } from "#db/session.server.ts";
import {
  addCourse,
  addFacilitator,
  answerPrompt,
  findTraining,
  listDuePrompts,
  markAsLeft,
  recordCompletion,
  removeFacilitator,
} from "#db/training.server.ts";
import { listPlansOf, planTraining, recordSpend } from "#db/training-money.server.ts";
import { addLine, openFund } from "#db/remuneration.server.ts";
import { coverageOn, currentTopics, projectCoverage } from "#app/domain/training/coverage.ts";
import { PreflightSheet } from "#app/domain/session/preflight.ts";
import { PlanInput } from "#app/domain/training/training-input.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";

const submittedBid = {
  funder: "A fund",
  amountPence: 1_000_000,
  stage: "submitted" as const,
  questionFixedOn: null,
  submittedOn: null,
  coProductionPence: 0,
  whatChanged: "",
};

useDatabase();

// Every expected figure below is worked out by hand.
const today = "2026-06-01";
let ours: GivenOrganisation;
beforeEach(async () => {
  ours = await givenOrganisation();
});

const course = (validMonths: number, topics: ("racism" | "access")[] = ["racism"]) =>
  addCourse(ours.scope, {
    title: `Course of ${validMonths} months on ${topics.join()}`,
    provider: "A community trainer",
    topics,
    hours: 6,
    costPence: 30_000,
    designedBy: "Three people",
    livedExperiencePaid: "yes",
    validMonths,
  });
const facilitator = (label: string) => addFacilitator(ours.scope, { label, basis: "external" });
const completed = (facilitatorId: string, courseId: string, completedOn: string) =>
  recordCompletion(ours.scope, { facilitatorId, courseId, completedOn, evidence: "A letter" }, today);
const figure = (id: string) => computeIndicator(ours.scope, id, today);

describe("training that is in date", () => {
  it("is 2 of 4 today, 1 of 4 in a month and none in nine: those who left and what ran out are not counted", async () => {
    const racism = await course(12);
    const access = await course(12, ["access"]);
    const [a, b, c, , gone] = await Promise.all(["A", "B", "C", "D", "E"].map(facilitator));
    // A until 2026-06-14, B until 2027-02-28, C until 2026-05-31 (yesterday), D only on access, E left.
    await completed(a!, racism, "2025-06-15");
    await completed(b!, racism, "2026-03-01");
    await completed(c!, racism, "2025-06-01");
    await completed(a!, access, "2026-03-01");
    await completed(gone!, racism, "2026-03-01");
    await markAsLeft(ours.scope, gone!, "2026-05-01", today);
    const { facilitators, courses, completions } = await findTraining(ours.scope);
    const months = projectCoverage(facilitators, courses, completions, today, 9);
    const racismIn = (month: number) => months[month]!.coverage.find(({ topic }) => topic === "racism");
    expect(
      [0, 1, 8, 9].map((month) => [months[month]!.on, racismIn(month)!.current, racismIn(month)!.of]),
    ).toEqual([
      ["2026-06-01", 2, 4],
      ["2026-07-01", 1, 4],
      ["2027-02-01", 1, 4],
      ["2027-03-01", 0, 4],
    ]);
    expect(coverageOn(facilitators, courses, completions, "2026-05-31")[0]!.current).toBe(3);
    expect([...currentTopics({ id: c! }, courses, completions, today)]).toEqual([]);
    expect(await figure("training.facilitators-current")).toMatchObject({
      value: 50,
      numerator: 2,
      denominator: 4,
      caveat: expect.stringMatching(
        /^Those who left are not counted\. .*does not say what changed in practice\.$/,
      ),
    });
  });

  it("is asked again after 3 and 12 months, whatever the certificate says", async () => {
    const id = await facilitator("A");
    const completionId = await completed(id, await course(6), "2025-05-01");
    expect((await listDuePrompts(ours.scope, today)).map((one) => [one.askedFor, one.dueOn])).toEqual([
      ["3-months", "2025-08-01"],
      ["12-months", "2026-05-01"],
    ]);
    await answerPrompt(ours.scope, { completionId, askedFor: "3-months", text: "Nothing yet." }, today);
    expect((await listDuePrompts(ours.scope, today)).map((one) => one.askedFor)).toEqual(["12-months"]);
    await markAsLeft(ours.scope, id, today, today);
    expect(await listDuePrompts(ours.scope, today)).toEqual([]);
  });

  it("comes back in the reminders on the very day, until somebody says what changed", async () => {
    const completionId = await completed(await facilitator("A"), await course(24), "2025-05-01");
    const asked = async (on: string) =>
      (await listDue(ours.scope, on))
        .filter(({ kind }) => kind === "training-prompt")
        .map(({ dueOn }) => dueOn);
    expect(await asked("2025-07-31")).toEqual([]);
    expect(await asked("2025-08-01")).toEqual(["2025-08-01"]);
    expect(await asked("2026-05-01")).toEqual(["2025-08-01", "2026-05-01"]);
    await answerPrompt(ours.scope, { completionId, askedFor: "3-months", text: "We stop the room." }, today);
    expect(await asked(today)).toEqual(["2026-05-01"]);
    await answerPrompt(ours.scope, { completionId, askedFor: "12-months", text: "Nothing more." }, today);
    expect(await asked("2027-01-01")).toEqual([]);
    const { completions } = await findTraining(ours.scope);
    expect(completions[0]!.changes.map(({ text }) => text)).toEqual(["We stop the room.", "Nothing more."]);
    await expect(
      answerPrompt(ours.scope, { completionId, askedFor: "12-months", text: "Again" }, today),
    ).rejects.toThrow(/answered already/);
  });

  it("keeps what somebody who left completed, and refuses to remove them", async () => {
    const id = await facilitator("A");
    await completed(id, await course(24), "2026-01-10");
    await expect(removeFacilitator(ours.scope, id)).rejects.toThrow(/left/);
    await markAsLeft(ours.scope, id, today, today);
    expect((await findTraining(ours.scope)).completions).toHaveLength(1);
    await markAsLeft(ours.scope, id, null, today);
    expect((await findTraining(ours.scope)).facilitators.map(({ leftOn }) => leftOn)).toEqual([null]);
  });
});

describe("training money", () => {
  it("is told on the bid and on the fund that are to pay it", async () => {
    const fundId = await openFund(ours.scope, {
      title: "A fund",
      kind: "ring-fenced",
      source: "A giver",
      startsOn: "2026-01-01",
      endsOn: "2026-12-31",
      restrictions: "",
      amountPence: 100_000,
      carriedOverPence: 0,
    });
    const fundLineId = await addLine(ours.scope, {
      fundId,
      purpose: "facilitator-training",
      title: "Training",
      amountPence: 50_000,
    });
    const bidId = await saveBid(ours.scope, {
      title: "Maternity",
      trainingPence: 50_000,
      ...submittedBid,
    });
    const plan = { plannedPence: 40_000, plannedBy: today };
    const both = await planTraining(ours.scope, { ...plan, title: "Both", bidId, fundLineId });
    await planTraining(ours.scope, { ...plan, title: "Neither", project: "Autumn" });
    for (const amountPence of [1000, 2000])
      await recordSpend(ours.scope, { planId: both, amountPence, spentOn: today }, today);
    const told = [{ id: both, title: "Both", plannedBy: today, plannedPence: 40_000, spentPence: 3000 }];
    expect(await listPlansOf(ours.scope, { bidId })).toEqual(told);
    expect(await listPlansOf(ours.scope, { fundId })).toEqual(told);
    const theirs = await givenOrganisation();
    expect(await listPlansOf(theirs.scope, { bidId })).toEqual([]);
  });

  it("belongs to a bid or to a project, and to nothing twice", () => {
    const plan = { title: "Refresh", plannedPence: 100, plannedBy: today };
    const bidId = "00000000-0000-4000-8000-000000000001";
    const said = (one: object) => PlanInput.safeParse({ ...plan, ...one }).error?.issues[0]?.message;
    expect(said({ bidId })).toBeUndefined();
    expect(said({ project: "Autumn" })).toBeUndefined();
    expect(said({})).toMatch(/name the project/);
    expect(said({ bidId, project: "Autumn" })).toMatch(/Leave this empty/);
  });

  it("is spent against what was planned by now: £450 of £1,200 is 37.5 %", async () => {
    const plan = (title: string, plannedPence: number, plannedBy: string) =>
      planTraining(ours.scope, { title, project: "Autumn", plannedPence, plannedBy });
    const due = await plan("Due", 100_000, "2026-05-31");
    const also = await plan("Due today", 20_000, today);
    const ahead = await plan("Ahead", 500_000, "2026-06-02");
    const old = await plan("Long ago", 900_000, "2025-06-01");
    const spend = (planId: string, amountPence: number) =>
      recordSpend(ours.scope, { planId, amountPence, spentOn: "2026-05-20" }, today);
    await spend(due, 25_000);
    await spend(due, 10_000);
    await spend(also, 10_000);
    await spend(ahead, 400_000);
    await spend(old, 900_000);
    expect(await figure("training.spend-against-plan")).toMatchObject({
      value: 37.5,
      numerator: 450,
      denominator: 1200,
    });
  });

  it("belongs to a bid on file or to a project by its name, and is counted once under the bid's newest title", async () => {
    const bid = (title: string, trainingPence: number) =>
      saveBid(ours.scope, {
        title,
        trainingPence,
        ...submittedBid,
      });
    const first = await bid("Maternity", 0);
    await bid("Dementia", 50_000);
    await bid("Sleep", 0);
    const plan = { title: "Refresh", plannedPence: 10_000, plannedBy: today };
    await planTraining(ours.scope, { ...plan, bidId: first });
    await planTraining(ours.scope, { ...plan, project: " maternity " });
    await planTraining(ours.scope, { ...plan, project: "Allotment", plannedPence: 0 });
    // Maternity by its plans and Dementia in the bid itself, of those two, Sleep and the allotment.
    expect(await figure("training.projects-budgeted")).toMatchObject({ numerator: 2, denominator: 4 });
    await expect(planTraining(ours.scope, plan)).rejects.toThrow(/Choose the bid/);
    const theirs = await givenOrganisation();
    await expect(planTraining(theirs.scope, { ...plan, bidId: first })).rejects.toThrow(/could not find/);
    await expect(
      planTraining(await givenMember(ours, "reviewer"), { ...plan, bidId: first }),
    ).rejects.toThrow(/Reviewers/);
  });

  it("has no figure where nothing was planned, rather than nought or a hundred", async () => {
    expect((await figure("training.spend-against-plan")).value).toBeNull();
    expect((await figure("training.facilitators-current")).value).toBeNull();
  });
});

describe("needs in checks", () => {
  it("are 1 of 4 met and 2 of 4 unknown in the newest rounds: what is not needed is not asked", async () => {
    const check = await startCheck(
      ours.scope,
      { subject: "venue", title: "Hall", everyone: true, personas: [] },
      today,
    );
    const rows = (await figure("personas.needs-unknown")).denominator!;
    expect((await figure("personas.needs-unknown")).value).toBe(100);
    const needs = await listNeeds(ours.scope);
    expect(rows).toBe(needs.length);
    const answers = needs.map(({ id }, i) => ({
      need: id,
      answer:
        i === 0
          ? ("met" as const)
          : i === 1
            ? ("not-met" as const)
            : i < 4
              ? ("not-known" as const)
              : ("not-needed" as const),
      evidence: i === 0 ? "Seen on the day" : "",
    }));
    await recordAnswers(ours.scope, check, { answers }, today);
    expect(await figure("personas.needs-met")).toMatchObject({ value: 25, numerator: 1, denominator: 4 });
    expect(await figure("personas.needs-unknown")).toMatchObject({ value: 50, numerator: 2, denominator: 4 });
  });
});

describe("sessions on racism", () => {
  it("are 1 of 2 with two racialised facilitators; others are not counted", async () => {
    const held = async (date: string, changed: object) => {
      const id = await planSession(
        ours.scope,
        {
          title: `Of ${date}`,
          purpose: "To plan",
          traditions: [],
          date,
          startTime: "18:00",
          endTime: "19:00",
          online: true,
          facilities: [],
          catering: false,
        },
        "2026-01-01",
      );
      await savePreflight(ours.scope, id, 0, PreflightSheet.parse({ items: {}, ...changed }), [], today);
    };
    await held("2026-02-09", { racismDiscussed: "yes", twoRacialised: "yes" });
    await held("2026-02-10", { racismDiscussed: "yes", twoRacialised: "not-known" });
    await held("2026-02-11", { racismDiscussed: "no", twoRacialised: "yes" });
    await held("2026-06-10", { racismDiscussed: "yes", twoRacialised: "yes" });
    expect(await figure("training.two-racialised-facilitators")).toMatchObject({
      value: 50,
      numerator: 1,
      denominator: 2,
    });
    expect(await figure("preflight.before-invitation")).toMatchObject({ numerator: 0, denominator: 3 });
  });
});

describe("sessions cleared before the invitation", () => {
  // Conflicts are not what is counted here: whatever a day meets is accepted.
  const acceptReason = "Chosen by the group itself.";
  const session = { purpose: "To plan", startTime: "18:00", endTime: "19:00", online: "yes", acceptReason };
  const plan = (date: string) =>
    planSession(ours.scope, { ...session, title: `Of ${date}`, date }, "2026-01-01");
  const reasons = { needs: "The group meets for the ninth time." };

  /** A session with a preflight that was decided on a day, and an invitation that went out on another. */
  async function decided(date: string, outcome: "go" | "not-yet", on: string, invitedOn?: string) {
    const id = await plan(date);
    const sheet = PreflightSheet.parse({ racismDiscussed: "no", items: {} });
    await savePreflight(ours.scope, id, 0, sheet, [], today);
    const { lines } = await findPreflight(ours.scope, id);
    const written = Object.fromEntries(
      lines.flatMap(({ item, fault }) => (fault ? [[item, reasons.needs]] : [])),
    );
    const decision = { outcome: outcome === "go" ? ("go-with-reasons" as const) : outcome, reasons: written };
    await decidePreflight(ours.scope, id, decision, on);
    await savePreflight(ours.scope, id, 1, { ...sheet, ...(invitedOn ? { invitedOn } : {}) }, [], today);
    return id;
  }

  it("are 2 of 7: late, unwritten, stopped and changed ones count against it, what was called off or lies ahead does not", async () => {
    await decided("2026-02-09", "go", "2026-01-10", "2026-01-15");
    await decided("2026-02-10", "go", "2026-01-10", "2026-01-10");
    await decided("2026-02-11", "go", "2026-01-16", "2026-01-15");
    await decided("2026-02-12", "not-yet", "2026-01-10", "2026-01-15");
    await decided("2026-02-16", "go", "2026-01-10");
    const moved = await decided("2026-02-17", "go", "2026-01-10", "2026-01-15");
    const later = { title: "Moved", purpose: "x", date: "2026-02-17", startTime: "19:00", endTime: "20:00" };
    await reviseSession(ours.scope, moved, 1, { ...later, online: "yes", acceptReason }, "2026-01-20");
    await plan("2026-02-18");
    const off = await decided("2026-02-23", "go", "2026-01-10", "2026-01-15");
    await setSessionStatus(ours.scope, off, 1, { status: "called-off", shared: false }, "2026-02-01");
    await decided("2026-06-03", "go", "2026-01-10", "2026-01-15");
    expect(await figure("preflight.before-invitation")).toMatchObject({
      value: 28.6,
      numerator: 2,
      denominator: 7,
    });
  });
});

it("offers each figure of the people's rooms to commitments with its caveat", () => {
  const offered = new Map(listIndicators().map((one) => [one.id, one.caveat]));
  for (const id of [
    "training.facilitators-current",
    "training.two-racialised-facilitators",
    "preflight.before-invitation",
    "personas.needs-met",
    "personas.needs-unknown",
    "training.spend-against-plan",
  ])
    expect(offered.get(id)?.length ?? 0, id).toBeGreaterThan(20);
});
