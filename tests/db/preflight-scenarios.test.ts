import { beforeEach, describe, expect, it } from "vitest";
import { saidItems, type PreflightItem } from "#app/domain/session/preflight-items.ts";
import { PreflightSheet } from "#app/domain/session/preflight.ts";
import type { SessionInput } from "#app/domain/session/session-input.ts";
import { recordAnswers, requireCheck, startCheck } from "#db/need-check.server.ts";
import { decidePreflight } from "#db/preflight-decision.server.ts";
import { findPreflight, savePreflight } from "#db/preflight.server.ts";
import { planSession, setMenu } from "#db/session.server.ts";
import { addCourse, addFacilitator, markAsLeft, recordCompletion } from "#db/training.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";

useDatabase();

/** A Monday; the sessions are planned for weeks after it. */
const today = "2026-05-04";

/** Thursday morning, with every room that anybody may need. */
const wellPlanned: SessionInput = {
  title: "What the ward feels like",
  purpose: "To plan a better ward",
  traditions: [],
  date: "2026-06-11",
  startTime: "10:00",
  endTime: "12:00",
  breaks: "10:50-11:05",
  online: "yes",
  catering: "",
};
const inAHall = {
  online: "",
  venue: "Mill Street Hall",
  place: "London",
  facilities: ["prayer-room", "washing", "kitchen-separation", "step-free", "quiet-room"],
};
const arranged = { state: "done", note: "Arranged and written down", owner: "Ana", dueOn: "2026-06-25" };
const undone = { state: "not-yet" };

let ours: GivenOrganisation;
let current: string[];
let course: string;
beforeEach(async () => {
  ours = await givenOrganisation();
  course = await addCourse(ours.scope, {
    title: "Holding a room",
    provider: "Riverside",
    topics: ["racism"],
    hours: 6,
    costPence: 0,
    designedBy: "Riverside",
    livedExperiencePaid: "yes",
    validMonths: 12,
  });
  current = [await facilitator("A", "2026-01-10"), await facilitator("B", "2025-09-01")];
});

async function facilitator(label: string, completedOn?: string): Promise<string> {
  const id = await addFacilitator(ours.scope, { label, basis: "external" });
  const completion = { facilitatorId: id, courseId: course, evidence: "Letter" };
  if (completedOn) await recordCompletion(ours.scope, { ...completion, completedOn }, today);
  return id;
}

type Planned = {
  session?: object;
  dishes?: Parameters<typeof setMenu>[3]["dishes"];
  sheet?: object;
  items?: object;
  leading?: string[];
  /** Needs that the everyone check finds not met; all others are met. */
  notMet?: string[];
};

/** Stores a session with everything in order but what is given, as its pages would, and reads what the preflight finds. */
async function plan({ session = {}, dishes, sheet = {}, items = {}, leading, notMet = [] }: Planned) {
  const id = await planSession(ours.scope, { ...wellPlanned, ...session } as SessionInput, today);
  if (dishes) await setMenu(ours.scope, id, 1, { dishes, separateServing: false }, today);
  const check = await startCheck(
    ours.scope,
    { subject: "session", subjectId: id, title: "Everyone", everyone: true, personas: [] },
    today,
  );
  const { rows } = await requireCheck(ours.scope, check);
  const answers = rows.map(({ need }) =>
    notMet.includes(need.id)
      ? { need: need.id, answer: "not-met" as const, evidence: "" }
      : { need: need.id, answer: "met" as const, evidence: "Seen" },
  );
  await recordAnswers(ours.scope, check, { answers }, today);
  const said = PreflightSheet.parse({
    racismDiscussed: "yes",
    twoRacialised: "yes",
    owner: "Programme lead",
    readyBy: "2026-05-20",
    handoutOn: "2026-05-30",
    items: { ...Object.fromEntries(saidItems.map((item) => [item, arranged])), ...items },
    ...sheet,
  });
  await savePreflight(ours.scope, id, 0, said, leading ?? current, today);
  return id;
}

const faultsOf = async (id: string) =>
  Object.fromEntries(
    (await findPreflight(ours.scope, id)).lines.flatMap(({ item, fault }) => (fault ? [[item, fault]] : [])),
  ) as Partial<Record<PreflightItem, string>>;

describe("stored sessions with one known fault each", () => {
  it("has none where all is in order, and may go", async () => {
    const id = await plan({});
    expect(await faultsOf(id)).toEqual({});
    await decidePreflight(ours.scope, id, { outcome: "go", reasons: {} }, today);
    expect((await findPreflight(ours.scope, id)).lapse).toBeUndefined();
  });

  it("1: one facilitator from a racialised background alone", async () => {
    expect(await faultsOf(await plan({ sheet: { twoRacialised: "no" } }))).toEqual({
      facilitators: expect.stringMatching(/fewer than two facilitators are from racialised backgrounds/),
    });
    expect(await faultsOf(await plan({ leading: current.slice(0, 1) }))).toEqual({
      facilitators: expect.stringMatching(/Fewer than two/),
    });
  });

  it("2: a facilitator without training", async () => {
    const untrained = await facilitator("C");
    expect(await faultsOf(await plan({ leading: [...current, untrained] }))).toEqual({
      trained: "Training on racism is not in date on the day for C (no course on record).",
    });
  });

  it("3: a certificate that expires between the planning and the day", async () => {
    const lapsing = await facilitator("D", "2025-06-11");
    expect(await faultsOf(await plan({ leading: [current[0]!, lapsing] }))).toEqual({
      trained: "Training on racism is not in date on the day for D (in date until 10 June 2026).",
    });
    const lastDay = await facilitator("E", "2025-06-12");
    expect(await faultsOf(await plan({ leading: [current[0]!, lastDay] }))).toEqual({});
  });

  it("names who will be gone by the day, and lets nobody have left before a session that they led", async () => {
    const id = await plan({});
    await markAsLeft(ours.scope, current[1]!, "2026-06-10", today);
    expect(await faultsOf(id)).toEqual({
      facilitators: "Named to lead it, and gone by the day: B (until 10 June 2026).",
    });
    const after = "2026-06-20";
    await expect(markAsLeft(ours.scope, current[0]!, "2026-06-10", after)).rejects.toThrow(
      /led a session on 11 June 2026/,
    );
    await markAsLeft(ours.scope, current[0]!, "2026-06-11", after);
    expect((await faultsOf(id)).facilitators).not.toMatch(/A \(/);
  });

  it("4: preparation and debrief that nobody is paid for", async () => {
    expect(await faultsOf(await plan({ items: { "preparation-paid": undone } }))).toEqual({
      "preparation-paid": "Preparation and debrief are not paid.",
    });
  });

  it("5: no seed money and no budget line", async () => {
    expect(await faultsOf(await plan({ items: { "budget-line": undone } }))).toEqual({
      "budget-line": "No budget line or seed money is named.",
    });
  });

  it("6: Friday prayer, and who would be kept out, also where it was accepted", async () => {
    const friday = { date: "2026-06-12", startTime: "12:30", endTime: "14:30", breaks: "13:10-13:25" };
    await expect(plan({ session: friday })).rejects.toThrow(/Friday/);
    const id = await plan({ session: { ...friday, acceptReason: "The group chose this hour itself." } });
    const found = await findPreflight(ours.scope, id);
    expect(found.lines.find(({ item }) => item === "calendar")?.accepted).toMatch(
      /Friday.*The group chose this hour itself/,
    );
    expect(found.keptOut).toEqual([
      expect.objectContaining({
        why: expect.stringMatching(/Friday/),
        accepted: expect.stringMatching(/chose/),
      }),
    ]);
    await expect(decidePreflight(ours.scope, id, { outcome: "go", reasons: {} }, today)).rejects.toThrow(
      /accepted with a reason/,
    );
    expect(await faultsOf(id)).toEqual({});
    await decidePreflight(ours.scope, id, { outcome: "go-with-reasons", reasons: {} }, today);
    expect((await findPreflight(ours.scope, id)).decisions[0]?.reasons).toEqual({
      calendar: expect.stringMatching(/The group chose this hour itself/),
    });
  });

  it("7: no room for prayer, and no step-free way in", async () => {
    const facilities = ["washing", "kitchen-separation", "quiet-room"];
    const long = { startTime: "10:00", endTime: "16:00", breaks: "13:05-13:30" };
    const faults = await faultsOf(await plan({ session: { ...inAHall, ...long, facilities } }));
    expect(Object.keys(faults)).toEqual(["venue"]);
    expect(faults.venue).toMatch(/no room for prayer.*not step-free/);
    expect(await faultsOf(await plan({ session: { ...inAHall, ...long } }))).toEqual({});
  });

  it("names whom the plan itself keeps out, and the reason once a decision let it be", async () => {
    const facilities = inAHall.facilities.filter((one) => one !== "step-free");
    const id = await plan({ session: { ...inAHall, facilities }, items: { "up-front": undone } });
    const keptOut = async () => (await findPreflight(ours.scope, id)).keptOut;
    expect(await keptOut()).toEqual([
      {
        who: "People who cannot lend you the fare or the cost of their support",
        why: "Access and travel are not paid up front",
        change: "Pay access and travel before the day.",
        accepted: "",
      },
      {
        who: "People who cannot use steps",
        why: "The venue is not step-free, or nobody has said so",
        change: "Check, and say so on the invitation.",
        accepted: "",
      },
    ]);
    const reasons = { venue: "The ramp arrives on the Monday before.", "up-front": "Nobody travels to it." };
    await decidePreflight(ours.scope, id, { outcome: "go-with-reasons", reasons }, today);
    expect((await keptOut()).map(({ accepted }) => accepted)).toEqual([reasons["up-front"], reasons.venue]);
  });

  it("8: pork beside other food, without separate plates, where Muslims and Jews are expected", async () => {
    const session = { ...inAHall, traditions: ["islam", "judaism"], catering: "yes" };
    const facilities = inAHall.facilities.filter((one) => one !== "kitchen-separation");
    const dishes: Planned["dishes"] = [
      { name: "Ham rolls", contains: ["pork"], labels: [] },
      { name: "Falafel", contains: [], labels: ["halal", "kosher", "vegan", "vegetarian"] },
    ];
    const faults = await faultsOf(await plan({ session: { ...session, facilities }, dishes }));
    expect(Object.keys(faults).sort()).toEqual(["food", "venue"]);
    expect(faults.food).toMatch(/Muslim: Ham rolls shares a table.*Jewish: Ham rolls shares a table/);
    expect(faults.venue).toBe("Food is not kept apart.");
  });

  it("9: no interpreter, and no large print", async () => {
    expect(await faultsOf(await plan({ items: { interpreters: undone } }))).toEqual({
      interpreters: "Interpreters are not arranged.",
    });
    expect(await faultsOf(await plan({ items: { "large-print": undone }, notMet: ["large-print"] }))).toEqual(
      {
        "large-print": "Large print is not arranged.",
        needs: expect.stringMatching(/^Needs not met: .*print/i),
      },
    );
  });

  it("10: nobody to report back, and no day", async () => {
    expect(await faultsOf(await plan({ items: { loop: { ...arranged, owner: "" } } }))).toEqual({
      loop: "Nobody is named who will report back.",
    });
    expect(await faultsOf(await plan({ items: { loop: { ...arranged, dueOn: "" } } }))).toEqual({
      loop: "No day is named by which somebody reports back.",
    });
  });

  it("11: no content note, no way to step out, nobody who responds", async () => {
    const items = { "content-note": undone, "stepping-out": undone, responder: { ...arranged, owner: "" } };
    expect(await faultsOf(await plan({ items }))).toEqual({
      "content-note": "There is no content note.",
      "stepping-out": "There is no plan for stepping out.",
      responder: "Nobody is named who responds when something is said.",
    });
  });

  it("12: invitations that went out before the preflight", async () => {
    const id = await plan({ sheet: { invitedOn: "2026-05-03" } });
    expect(await faultsOf(id)).toEqual({
      invitation: expect.stringMatching(/went out on 3 May 2026, before a preflight/),
    });
    await expect(decidePreflight(ours.scope, id, { outcome: "go", reasons: {} }, today)).rejects.toThrow(
      /1 item is not in order/,
    );
  });

  it("and a preflight that nobody wrote names every one of them", async () => {
    const id = await planSession(ours.scope, wellPlanned, today);
    const faults = await faultsOf(id);
    const everything = [...saidItems, "needs", "trained"].sort();
    expect(Object.keys(faults).sort()).toEqual(everything);
  });
});
