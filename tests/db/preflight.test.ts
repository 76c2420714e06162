import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { saidItems } from "#app/domain/session/preflight-items.ts";
import { PreflightSheet } from "#app/domain/session/preflight.ts";
import { inScope } from "#db/client.server.ts";
import { decidePreflight } from "#db/preflight-decision.server.ts";
import { saveTemplate, startFromTemplate } from "#db/preflight-template.server.ts";
import { listVersions, requireVersion } from "#db/preflight-history.server.ts";
import { indicators } from "#app/domain/session/preflight-indicators.ts";
import { preflightRows } from "#db/preflight-indicators.server.ts";
import { findPreflight, recordAfterwards, savePreflight } from "#db/preflight.server.ts";
import { planSession, reviseSession } from "#db/session.server.ts";
import {
  addCourse,
  addFacilitator,
  findTraining,
  markAsLeft,
  recordCompletion,
  removeFacilitator,
} from "#db/training.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";

useDatabase();

const today = "2026-06-01";
const arranged = { state: "done" as const, note: "Arranged", owner: "Ana", dueOn: "2026-06-20" };
const sheet = (changed: object = {}) =>
  PreflightSheet.parse({
    racismDiscussed: "yes",
    twoRacialised: "yes",
    handoutOn: "2026-06-01",
    items: Object.fromEntries(saidItems.map((item) => [item, arranged])),
    ...changed,
  });

let ours: GivenOrganisation;
let session: string;
beforeEach(async () => {
  ours = await givenOrganisation();
  session = await planSession(
    ours.scope,
    {
      title: "Workshop",
      purpose: "To plan",
      traditions: [],
      date: "2026-06-10",
      startTime: "18:00",
      endTime: "19:00",
      online: true,
      facilities: [],
      catering: false,
    },
    today,
  );
});

async function trained(label: string, completedOn: string) {
  const id = await addFacilitator(ours.scope, { label, basis: "external" });
  const courseId = await addCourse(ours.scope, {
    title: "Holding a room",
    provider: "Riverside",
    topics: ["racism"],
    hours: 6,
    costPence: 0,
    designedBy: "Riverside",
    livedExperiencePaid: "yes",
    validMonths: 12,
  });
  await recordCompletion(
    ours.scope,
    { facilitatorId: id, courseId, completedOn, evidence: "Certificate" },
    today,
  );
  return id;
}

const faults = async () =>
  (await findPreflight(ours.scope, session)).lines.flatMap(({ item, fault }) => (fault ? [item] : []));

describe("a preflight", () => {
  it("reads who leads it and whose certificate will have expired on the day", async () => {
    const current = await trained("A", "2025-12-01");
    // In date when the session is planned, and no more on its day.
    const lapsed = await trained("B", "2025-06-05");
    await savePreflight(ours.scope, session, 0, sheet(), [current, lapsed], today);
    const found = await findPreflight(ours.scope, session);
    expect(found.lines.find(({ item }) => item === "trained")?.fault).toMatch(/not in date on the day for B/);
    expect(await faults()).toEqual(["needs", "trained"]);
  });

  it("goes ahead only with a written reason for each fault, and keeps every decision", async () => {
    await expect(decidePreflight(ours.scope, session, { outcome: "go", reasons: {} }, today)).rejects.toThrow(
      /save/,
    );
    const leading = [await trained("A", "2025-12-01"), await trained("B", "2025-12-01")];
    await savePreflight(ours.scope, session, 0, sheet(), leading, today);
    await expect(decidePreflight(ours.scope, session, { outcome: "go", reasons: {} }, today)).rejects.toThrow(
      /not in order/,
    );
    const bare = { outcome: "go-with-reasons" as const, reasons: { needs: "no" } };
    await expect(decidePreflight(ours.scope, session, bare, today)).rejects.toThrow(/Write why/);
    await decidePreflight(ours.scope, session, { outcome: "not-yet", reasons: {} }, today);
    const reasons = { needs: "The group meets for the ninth time." };
    await decidePreflight(ours.scope, session, { outcome: "go-with-reasons", reasons }, today);
    const { decisions } = await findPreflight(ours.scope, session);
    expect(decisions.map(({ outcome }) => outcome)).toEqual(["go-with-reasons", "not-yet"]);
  });

  it("lets a decision lapse when the session moves afterwards, and says so", async () => {
    const leading = [await trained("A", "2025-12-01"), await trained("B", "2025-12-01")];
    await savePreflight(ours.scope, session, 0, sheet(), leading, today);
    const reasons = { needs: "The group meets for the ninth time." };
    await decidePreflight(ours.scope, session, { outcome: "go-with-reasons", reasons }, today);
    expect((await findPreflight(ours.scope, session)).lapse).toBeUndefined();
    await reviseSession(
      ours.scope,
      session,
      1,
      {
        title: "Workshop",
        purpose: "To plan",
        date: "2026-06-10",
        startTime: "17:00",
        endTime: "18:00",
        online: true,
      },
      today,
    );
    expect((await findPreflight(ours.scope, session)).lapse?.changed).toEqual(["the time"]);
    await decidePreflight(ours.scope, session, { outcome: "go-with-reasons", reasons }, today);
    expect((await findPreflight(ours.scope, session)).lapse).toBeUndefined();
  });

  it("is saved over the version that was read, by editors of this organisation", async () => {
    await savePreflight(ours.scope, session, 0, sheet(), [], today);
    await expect(savePreflight(ours.scope, session, 0, sheet(), [], today)).rejects.toThrow(/Somebody else/);
    const reviewer = await givenMember(ours, "reviewer");
    await expect(savePreflight(reviewer, session, 1, sheet(), [], today)).rejects.toThrow(/Reviewers/);
    const theirs = await givenOrganisation();
    await expect(findPreflight(theirs.scope, session)).rejects.toThrow(/could not find/);
    const foreign = await addFacilitator(theirs.scope, { label: "X", basis: "internal" });
    await expect(savePreflight(ours.scope, session, 1, sheet(), [foreign], today)).rejects.toThrow(
      /from the list/,
    );
  });

  it("keeps every save with who made it, and lets nobody change one", async () => {
    const leader = await addFacilitator(ours.scope, { label: "A", basis: "external" });
    await savePreflight(ours.scope, session, 0, sheet({ owner: "Ana" }), [leader], today);
    const editor = await givenMember(ours, "editor");
    await savePreflight(editor, session, 1, sheet({ owner: "Ben" }), [], "2026-06-02");
    await expect(savePreflight(editor, session, 1, sheet({ owner: "Cem" }), [], today)).rejects.toThrow();
    const kept = await listVersions(ours.scope, session);
    expect(kept.map(({ version, sheet, changedOn }) => [version, sheet.owner, changedOn])).toEqual([
      [2, "Ben", "2026-06-02"],
      [1, "Ana", today],
    ]);
    expect(kept[0]!.by).not.toBe(kept[1]!.by);
    expect((await requireVersion(ours.scope, session, 1)).leading).toEqual(["A"]);
    // Entered by mistake and removed: her name is gone from the history too.
    await removeFacilitator(ours.scope, leader);
    expect((await requireVersion(ours.scope, session, 1)).leading).toEqual([
      "an entry that was removed since",
    ]);
    await expect(requireVersion(ours.scope, session, 3)).rejects.toThrow(/could not find/);
    const theirs = await givenOrganisation();
    expect(await listVersions(theirs.scope, session)).toEqual([]);
    for (const change of [sql`delete from preflight_history`, sql`update preflight_history set sheet = '{}'`])
      await expect(inScope(ours.scope, (tx) => tx.execute(change))).rejects.toThrow();
  });

  it("is told afterwards, not before", async () => {
    await savePreflight(ours.scope, session, 0, sheet(), [], today);
    const told = {
      whatHappened: "We met.",
      couldNotCome: "Nobody said.",
      toChange: "Start later.",
      notAsPlanned: [],
    };
    await expect(recordAfterwards(ours.scope, session, 1, told, today)).rejects.toThrow(/still ahead/);
    await recordAfterwards(ours.scope, session, 1, told, "2026-06-11");
    const { afterwards } = await findPreflight(ours.scope, session);
    expect(afterwards).toMatchObject(told);
    // What was still open was no plan.
    const { planned } = afterwards!;
    expect(planned).toContain("rate");
    expect(planned).not.toContain("facilitators");
    const figure = async () =>
      indicators
        .find(({ id }) => id === "preflight.as-planned")!
        .compute(await preflightRows(ours.scope, "2026-06-11"), "2026-06-11");
    expect(await figure()).toMatchObject({ value: 100, denominator: planned!.length });
    // Put in order only once it was over: that makes it no plan either, and what was open cannot differ.
    const after = { ...told, notAsPlanned: ["rate" as const, "facilitators" as const] };
    await recordAfterwards(ours.scope, session, 2, after, "2026-06-11");
    expect(await figure()).toMatchObject({ numerator: planned!.length - 1, denominator: planned!.length });
  });

  it("becomes a template, in no circle", async () => {
    await savePreflight(ours.scope, session, 0, sheet(), [], today);
    await saveTemplate(ours.scope, session, { title: "Ours" });
    const templates = async () => (await findPreflight(ours.scope, session)).templates;
    const [first] = await templates();
    await saveTemplate(ours.scope, session, { title: "Evening", basedOn: first!.id });
    const evening = (await templates()).find(({ title }) => title === "Evening")!;
    await expect(saveTemplate(ours.scope, session, { title: "Ours", basedOn: evening.id })).rejects.toThrow(
      /itself/,
    );
    await startFromTemplate(ours.scope, session, 1, evening.id, today);
    expect((await findPreflight(ours.scope, session)).sheet.items.rate).toMatchObject({
      state: "not-yet",
      note: "Arranged",
    });
  });
});

describe("a facilitator", () => {
  it("who led a session is marked as left and never removed", async () => {
    const id = await addFacilitator(ours.scope, { label: "A", basis: "external" });
    const mistake = await addFacilitator(ours.scope, { label: "Twice", basis: "external" });
    await savePreflight(ours.scope, session, 0, sheet(), [id], today);
    await expect(removeFacilitator(ours.scope, id)).rejects.toThrow(/Mark them as left/);
    await removeFacilitator(ours.scope, mistake);
    await markAsLeft(ours.scope, id, today, today);
    const { facilitators, led } = await findTraining(ours.scope);
    expect(facilitators).toMatchObject([{ id, leftOn: today }]);
    expect(led).toMatchObject([{ facilitatorId: id, title: "Workshop" }]);
  });
});
