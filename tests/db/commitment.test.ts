import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { CommitmentInput } from "#app/domain/commitment/commitment-input.ts";
import { boardFindings } from "#app/domain/commitment/findings.ts";
import { kinds } from "#app/domain/publishing/kinds.ts";
import { listStandings } from "#db/board.server.ts";
import { asPublic, inScope } from "#db/client.server.ts";
import { listChanges } from "#db/commitment-history.server.ts";
import { listByRecommendation, listCommitments } from "#db/commitment-list.server.ts";
import { listCommitmentPublishables } from "#db/commitment-publishables.server.ts";
import { adopt, listStatuses, requireCommitment, revise, setStatus } from "#db/commitment.server.ts";
import { importFramework, listFrameworks } from "#db/framework.server.ts";
import { addMeasure, listMeasures, requireMeasure, reviseMeasure } from "#db/measure.server.ts";
import { correctReading, recordReading } from "#db/reading.server.ts";
import { addMilestone, reviseMilestone } from "#db/milestone.server.ts";
import { findProfile, writeStatement } from "#db/profile.server.ts";
import { countProgress } from "#db/progress.server.ts";
import { commitmentHistory, commitments } from "#db/schema/commitment.ts";
import { listUpdates, writeUpdate } from "#db/update.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";

const db = useDatabase();
const today = "2026-11-20";

const promise: CommitmentInput = {
  title: "Pay within ten days",
  what: "Everyone who takes part is paid within ten working days.",
  why: "Late pay costs people money.",
  answerable: "Director of Finance",
  forWhom: "Everyone who takes part",
  startOn: "2026-01-01",
  dueOn: "2026-12-31",
  recommendations: ["anti-racism-in-co-production@1.2/fair-reimbursement"],
};

const share = {
  title: "Paid in time",
  unit: "%",
  direction: "up" as const,
  targetValue: 90,
  targetBy: "2026-12-31",
};

let ours: GivenOrganisation;
let theirs: GivenOrganisation;
beforeAll(async () => {
  ours = await givenOrganisation();
  theirs = await givenOrganisation({ name: "Quarry Bank" });
});

const kindOf = (kind: string) => ({ detail: { kind } });

describe("a promise", () => {
  it("is adopted from a recommendation as planned, with its history", async () => {
    const id = await adopt(ours.scope, promise, today);
    const stored = await requireCommitment(ours.scope, id);
    expect(stored).toMatchObject({ title: promise.title, status: "planned", version: 1, answerableName: "" });
    expect(stored.recommendations).toEqual(promise.recommendations);
    const changes = await listChanges(ours.scope, id);
    expect(changes.map((change) => change.kind)).toEqual(["adopted"]);
    expect(changes[0]?.by).toBe("Olwen Owner");
  });

  it("is refused with the field's name when it is due before it starts or answers nothing we know", async () => {
    await expect(adopt(ours.scope, { ...promise, dueOn: "2025-12-31" }, today)).rejects.toMatchObject({
      detail: { kind: "invalid", fields: { dueOn: [expect.stringContaining("before the start")] } },
    });
    const unknown = { ...promise, recommendations: ["anti-racism-in-co-production@9/seed-money"] };
    await expect(adopt(ours.scope, unknown, today)).rejects.toMatchObject({
      detail: { kind: "invalid", fields: { recommendations: [expect.stringContaining("@9/seed-money")] } },
    });
  });

  it("stores a text box's line ends as LF, so that saving it again changes nothing", async () => {
    const id = await adopt(ours.scope, { ...promise, what: " One.\r\nTwo.\r\n" }, today);
    expect((await requireCommitment(ours.scope, id)).what).toBe("One.\nTwo.");
  });

  it("keeps every status with its reason", async () => {
    const id = await adopt(ours.scope, promise, today);
    await setStatus(
      ours.scope,
      id,
      1,
      { status: "under-way", reason: "We began.", effectiveOn: "2026-02-01" },
      today,
    );
    await setStatus(
      ours.scope,
      id,
      2,
      { status: "stalled", reason: "Nobody to do it.", effectiveOn: "2026-06-01" },
      today,
    );
    expect((await listStatuses(ours.scope, id)).map((row) => [row.status, row.effectiveOn])).toEqual([
      ["planned", "2026-01-01"],
      ["under-way", "2026-02-01"],
      ["stalled", "2026-06-01"],
    ]);
    const erase = inScope(ours.scope, (tx) => tx.execute(sql`delete from commitment_statuses`));
    await expect(erase).rejects.toMatchObject({ cause: { code: "42501" } });
    const drop = inScope(ours.scope, (tx) => tx.delete(commitments).where(eq(commitments.id, id)));
    await expect(drop).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

describe("two editors at once", () => {
  it("lets the first save and gives the second what is stored now", async () => {
    const id = await adopt(ours.scope, promise, today);
    const editor = await givenMember(ours, "editor");
    const saves = await Promise.allSettled([
      revise(ours.scope, id, 1, { ...promise, title: "From the owner" }, today),
      revise(editor, id, 1, { ...promise, title: "From the editor" }, today),
    ]);
    expect(saves.map((save) => save.status).sort()).toEqual(["fulfilled", "rejected"]);
    const { title, version } = await requireCommitment(ours.scope, id);
    expect(version).toBe(2);
    const refused = saves.find((save) => save.status === "rejected") as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ detail: { kind: "conflict", theirs: { title, version: 2 } } });
  });

  it("writes no history for a save that was refused", async () => {
    const id = await adopt(ours.scope, promise, today);
    await expect(revise(ours.scope, id, 7, promise, today)).rejects.toMatchObject(kindOf("conflict"));
    expect(await listChanges(ours.scope, id)).toHaveLength(1);
  });
});

describe("a change and its history", () => {
  it("stand or fall together", async () => {
    const id = await adopt(ours.scope, promise, today);
    await db.ownerSql`alter table commitment_history add constraint broken check (kind <> 'revised') not valid`;
    try {
      await expect(revise(ours.scope, id, 1, { ...promise, title: "Never" }, today)).rejects.toThrow();
    } finally {
      await db.ownerSql`alter table commitment_history drop constraint broken`;
    }
    expect(await requireCommitment(ours.scope, id)).toMatchObject({ title: promise.title, version: 1 });
  });

  it("cannot be rewritten, even by the organisation itself", async () => {
    const rewrite = inScope(ours.scope, (tx) => tx.update(commitmentHistory).set({ reason: "x" }));
    await expect(rewrite).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

describe("measures and readings", () => {
  it("keep a reading a day, and the wrong figure in the history when it is corrected", async () => {
    const commitmentId = await adopt(ours.scope, promise, today);
    const measureId = await addMeasure(ours.scope, commitmentId, share, today);
    const reading = await recordReading(ours.scope, measureId, { on: "2026-05-01", value: 40 }, today);
    const again = recordReading(ours.scope, measureId, { on: "2026-05-01", value: 41 }, today);
    await expect(again).rejects.toMatchObject({
      detail: { kind: "invalid", fields: { on: [expect.any(String)] } },
    });
    const correction = {
      on: "2026-05-01",
      value: 44,
      numerator: 11,
      denominator: 25,
      reason: "A payment was counted twice.",
    };
    await correctReading(ours.scope, reading, 1, correction, today);
    const [measure] = await listMeasures(ours.scope, commitmentId);
    expect(measure?.readings).toMatchObject([{ value: 44, numerator: 11, denominator: 25, version: 2 }]);
    const [latest] = await listChanges(ours.scope, commitmentId);
    expect(latest).toMatchObject({ kind: "reading-corrected", before: { value: 40 }, after: { value: 44 } });
    expect(latest?.reason).toBe("A payment was counted twice.");
  });

  it("refuse a reading from the future and a target without its day", async () => {
    const commitmentId = await adopt(ours.scope, promise, today);
    const measureId = await addMeasure(ours.scope, commitmentId, share, today);
    const ahead = recordReading(ours.scope, measureId, { on: "2026-11-21", value: 1 }, today);
    await expect(ahead).rejects.toMatchObject({
      detail: { fields: { on: [expect.stringContaining("future")] } },
    });
    expect(() => addMeasure(ours.scope, commitmentId, { ...share, targetBy: undefined }, today)).toThrow(
      /by which day/,
    );
  });

  it("tell the board of a target that moved, with its reason", async () => {
    const commitmentId = await adopt(ours.scope, promise, today);
    const measureId = await addMeasure(ours.scope, commitmentId, share, today);
    const lower = { ...share, targetValue: 70, reason: "We had counted volunteers." };
    await reviseMeasure(ours.scope, measureId, 1, lower, today);
    const standings = await listStandings(ours.scope, today, new Set());
    const moved = boardFindings(
      standings.filter((one) => one.id === commitmentId),
      today,
    ).find((finding) => finding.kind === "target-moved");
    expect(moved?.sentence).toContain("90 % by 31 December 2026 became 70 % by 31 December 2026");
    expect(moved?.sentence).toContain("We had counted volunteers.");
  });
});

describe("another organisation", () => {
  it("cannot find, change or add to a promise, and sees no table of it", async () => {
    const id = await adopt(ours.scope, promise, today);
    const measure = await addMeasure(ours.scope, id, share, today);
    const reading = await recordReading(ours.scope, measure, { on: "2026-05-01", value: 40 }, today);
    const milestone = await addMilestone(ours.scope, id, { title: "Step", dueOn: "2026-06-01" }, today);
    const update = { kind: "setback" as const, title: "t", text: "x", effectiveOn: "2026-05-01" };
    const status = { status: "under-way" as const, reason: "r", effectiveOn: today };
    const correction = { on: "2026-05-01", value: 1, reason: "r" };
    const { scope } = theirs;
    const tries = [
      () => requireCommitment(scope, id),
      () => revise(scope, id, 1, promise, today),
      () => setStatus(scope, id, 1, status, today),
      () => addMeasure(scope, id, share, today),
      () => requireMeasure(scope, id, measure),
      () => reviseMeasure(scope, measure, 1, share, today),
      () => recordReading(scope, measure, { on: "2026-06-01", value: 1 }, today),
      () => correctReading(scope, reading, 1, correction, today),
      () => addMilestone(scope, id, { title: "Step", dueOn: "2026-06-01" }, today),
      () => reviseMilestone(scope, milestone, 1, { title: "Step", dueOn: "2026-06-01" }, today),
      () => writeUpdate(scope, id, update, today),
      () => requireCommitment(scope, randomUUID()),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject(kindOf("not-found"));
    expect(await asPublic((tx) => tx.select().from(commitments))).toEqual([]);
    expect(await inScope(scope, (tx) => tx.select().from(commitments))).toEqual([]);
  });
});

describe("a reviewer", () => {
  it("reads but changes nothing", async () => {
    const reviewer = await givenMember(ours, "reviewer");
    const id = await adopt(ours.scope, promise, today);
    expect((await requireCommitment(reviewer, id)).title).toBe(promise.title);
    await expect(revise(reviewer, id, 1, promise, today)).rejects.toMatchObject(kindOf("forbidden"));
    await expect(adopt(reviewer, promise, today)).rejects.toMatchObject(kindOf("forbidden"));
    await expect(importFramework(reviewer, "{}")).rejects.toMatchObject(kindOf("forbidden"));
  });
});

describe("lists", () => {
  it("go by due date, page by keyset, and filter", async () => {
    const many = await givenOrganisation({ name: "Many Promises" });
    for (let n = 1; n <= 35; n++)
      await adopt(
        many.scope,
        { ...promise, title: `Promise ${n}`, dueOn: `2026-${n % 2 ? "10" : "12"}-15`, recommendations: [] },
        today,
      );
    const first = await listCommitments(many.scope);
    expect(first).toHaveLength(31);
    const last = first[29]!;
    const second = await listCommitments(many.scope, {}, last);
    expect(second).toHaveLength(5);
    expect(new Set([...first.slice(0, 30), ...second].map((row) => row.id)).size).toBe(35);
    expect(await listCommitments(many.scope, { overdueOn: today })).toHaveLength(18);
    expect(await listCommitments(many.scope, { status: "done" })).toEqual([]);
    const key = promise.recommendations![0]!;
    expect(await listCommitments(many.scope, { recommendation: key })).toEqual([]);
    await adopt(many.scope, promise, today);
    expect(await listCommitments(many.scope, { recommendation: key })).toHaveLength(1);
    expect([...(await listByRecommendation(many.scope)).keys()]).toEqual([key]);
  });
});

describe("what the overview counts", () => {
  it("begins at nothing and follows the work", async () => {
    const { scope } = await givenOrganisation({ name: "Newcomer" });
    const nothing = {
      statement: false,
      commitments: 0,
      withoutMeasure: 0,
      measuresWithoutReading: 0,
      updates: 0,
      unmeasured: null,
      unread: null,
    };
    expect(await countProgress(scope)).toEqual(nothing);
    await writeStatement(scope, 0, { statement: "We promise." }, today);
    const id = await adopt(scope, promise, today);
    expect(await countProgress(scope)).toEqual({
      ...nothing,
      statement: true,
      commitments: 1,
      withoutMeasure: 1,
      unmeasured: id,
    });
    const measure = await addMeasure(scope, id, share, today);
    await writeUpdate(scope, id, { kind: "progress", title: "t", text: "x", effectiveOn: today }, today);
    expect(await countProgress(scope)).toEqual({
      statement: true,
      commitments: 1,
      withoutMeasure: 0,
      measuresWithoutReading: 1,
      updates: 1,
      unmeasured: null,
      unread: { commitment: id, measure },
    });
    expect(await listUpdates(scope, id)).toHaveLength(1);
  });
});

describe("the statement", () => {
  it("is saved over the version on the page only", async () => {
    const { scope } = await givenOrganisation({ name: "Stater" });
    expect(await findProfile(scope)).toMatchObject({ name: "Stater", statement: "", version: 0 });
    await writeStatement(scope, 0, { statement: "First." }, today);
    await expect(writeStatement(scope, 0, { statement: "Second." }, today)).rejects.toMatchObject({
      detail: { kind: "conflict", theirs: { statement: "First.", version: 1 } },
    });
  });
});

describe("an imported framework", () => {
  it("stands beside the built-in one for its own organisation alone, once", async () => {
    const [report] = await listFrameworks(ours.scope);
    const later = JSON.stringify({ ...report, version: "1.3" });
    const key = "anti-racism-in-co-production@1.3";
    expect(await importFramework(ours.scope, later)).toEqual({ ok: true, key });
    expect(await importFramework(ours.scope, later)).toMatchObject({
      ok: false,
      errors: [{ path: "version" }],
    });
    expect(await importFramework(ours.scope, JSON.stringify(report))).toMatchObject({ ok: false });
    expect((await listFrameworks(ours.scope)).map((one) => one.version)).toEqual(["1.2", "1.3"]);
    expect((await listFrameworks(theirs.scope)).map((one) => one.version)).toEqual(["1.2"]);
    await adopt(ours.scope, { ...promise, recommendations: [`${key}/seed-money`] }, today);
    await expect(
      adopt(theirs.scope, { ...promise, recommendations: [`${key}/seed-money`] }, today),
    ).rejects.toMatchObject(kindOf("invalid"));
  });
});

describe("what is meant for the public", () => {
  it("fits the published schemas and carries the reasons given", async () => {
    const { scope } = await givenOrganisation({ name: "Publisher" });
    const id = await adopt(scope, { ...promise, answerableName: "Ade" }, today);
    const measure = await addMeasure(scope, id, share, today);
    await reviseMeasure(scope, measure, 1, { ...share, targetValue: 80, reason: "Too high." }, today);
    await recordReading(scope, measure, { on: "2026-05-01", value: 40 }, today);
    await addMilestone(scope, id, { title: "Step", dueOn: "2026-06-01", metOn: "2026-06-03" }, today);
    const update = { kind: "learning" as const, title: "Learnt", text: "x", effectiveOn: "2026-04-01" };
    await writeUpdate(scope, id, update, today);
    const found = await inScope(scope, (tx) => listCommitmentPublishables(tx, scope));
    expect(found.map((one) => one.kind)).toEqual([
      "organisation",
      "commitment",
      "status",
      "measure",
      "reading",
      "milestone",
      "update",
    ]);
    for (const one of found)
      expect(kinds[one.kind]?.schema.safeParse(one.content).error, one.kind).toBeUndefined();
    expect(found.find((one) => one.kind === "measure")?.reason).toBe("Too high.");
    expect(found.find((one) => one.kind === "update")?.effectiveOn).toBe("2026-04-01");
  });
});
