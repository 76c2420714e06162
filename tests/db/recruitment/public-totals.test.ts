import { describe, expect, it, vi } from "vitest";
import { nothingCounted } from "#app/domain/recruitment/round-input.ts";
import { writeStatement } from "#db/profile.server.ts";
import { previewPublication } from "#db/publishing.server.ts";
import { setPublicTotals } from "#db/recruitment-public-totals.server.ts";
import { previewRelease, releaseFigures } from "#db/recruitment-release.server.ts";
import { countRound, openRound, requireRound } from "#db/recruitment.server.ts";
import { releaseInThread } from "#db/release-thread.server.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation } from "#tests/support/given.ts";
import { springRound } from "#tests/support/recruitment.ts";

const database = useDatabase();
const today = "2026-06-01";
const facts = springRound;
const counts = {
  ...nothingCounted(),
  applied: { white_british: 121, black_african: 58, asian_indian: 13, mixed_other: 4, not_recorded: 21 },
};
const inReport = { stages: ["applied" as const], where: "Annual report 2026, page 12" };

async function givenRound(scope: Scope) {
  const id = await openRound(scope, facts, today);
  await countRound(scope, id, 1, { counts }, today);
  return id;
}

describe("a round whose exact total is public already", () => {
  it("is released exact or hidden, the ledger holds it in that form, and the public reads where the total stands", async () => {
    const { scope, organisationId } = await givenOrganisation();
    await writeStatement(scope, 0, { statement: "We promise." }, today);
    const id = await givenRound(scope);
    await setPublicTotals(scope, id, 2, inReport, today);
    const { released } = await previewRelease(scope, id, today);
    expect(released.figures.cells["applied|all"]).toEqual({ kind: "exact", value: 217, rule: "audited" });
    expect(await releaseFigures(scope, id, 3, today)).toEqual({ held: null });
    const ledger = await database.ownerSql<{ mode: string }[]>`
      select release ->> 'mode' as mode from disclosure_releases where organisation_id = ${organisationId}`;
    expect(ledger.map(({ mode }) => mode)).toEqual(["audited"]);
    const { cells } = (await requireRound(scope, id)).released!.figures;
    expect(cells["applied|group:mixed"]).toMatchObject({ kind: "hidden" });
    const { proposal } = await previewPublication(scope);
    expect(JSON.stringify(proposal)).toContain("Annual report 2026, page 12");
    expect(JSON.stringify(proposal)).not.toMatch(/rounded to 5/);
  });

  it("keeps its form once released, and says so", async () => {
    const { scope } = await givenOrganisation();
    const id = await givenRound(scope);
    await releaseFigures(scope, id, 2, today);
    await expect(setPublicTotals(scope, id, 3, inReport, today)).rejects.toThrow(/keep the form they have/);
    expect((await requireRound(scope, id)).publicTotals).toBeNull();
  });

  it("takes a later stage on, worked out once for all who look", async () => {
    const { scope } = await givenOrganisation();
    const id = await givenRound(scope);
    await setPublicTotals(scope, id, 2, inReport, today);
    await releaseFigures(scope, id, 3, today);
    const before = (await requireRound(scope, id)).released!.figures;
    const shortlisted = { white_british: 61, black_african: 23, asian_indian: 9, not_recorded: 9 };
    await countRound(scope, id, 4, { counts: { ...counts, shortlisted } }, today);
    const looked = await previewRelease(scope, id, today);
    expect(looked.held).toBeNull();
    expect((await previewRelease(scope, id, today)).released.figures).toBe(looked.released.figures);
    await releaseFigures(scope, id, 5, today);
    const { figures } = (await requireRound(scope, id)).released!;
    expect(figures).toEqual(looked.released.figures);
    expect(figures.stages).toEqual(["applied", "shortlisted"]);
    expect(figures.cells).toMatchObject(before.cells);
  });

  it("and so does a round whose figures are rounded", async () => {
    const { scope } = await givenOrganisation();
    const id = await givenRound(scope);
    await releaseFigures(scope, id, 2, today);
    const before = (await requireRound(scope, id)).released!.figures;
    const shortlisted = { white_british: 61, black_african: 23, asian_indian: 9, not_recorded: 9 };
    await countRound(scope, id, 3, { counts: { ...counts, shortlisted } }, today);
    expect(await releaseFigures(scope, id, 4, today)).toEqual({ held: null });
    const { figures } = (await requireRound(scope, id)).released!;
    expect(figures.cells).toMatchObject(before.cells);
    expect(figures.cells["shortlisted|group:white"]).toEqual({
      kind: "rounded",
      value: 60,
      rule: "nearest-5",
    });
  });

  it("is taken back before the first release", async () => {
    const { scope } = await givenOrganisation();
    const id = await givenRound(scope);
    await setPublicTotals(scope, id, 2, inReport, today);
    await setPublicTotals(scope, id, 3, null, today);
    const { released } = await previewRelease(scope, id, today);
    expect(released.figures.cells["applied|all"]).toMatchObject({ kind: "rounded", value: 215 });
  });

  it("needs a place, a stage that is counted, the latest version, and an editor of this organisation", async () => {
    const ours = await givenOrganisation();
    const id = await givenRound(ours.scope);
    const set = (totals: typeof inReport, version = 2) =>
      setPublicTotals(ours.scope, id, version, totals, today);
    await expect(set({ ...inReport, where: " " })).rejects.toThrow(/Say where/);
    await expect(set({ ...inReport, stages: [] })).rejects.toThrow(/Tick each stage/);
    await expect(
      setPublicTotals(ours.scope, id, 2, { ...inReport, stages: ["appointed"] }, today),
    ).rejects.toThrow(/count them first/);
    await expect(set(inReport, 1)).rejects.toThrow(/saved this round first/);
    const reviewer = await givenMember(ours, "reviewer");
    await expect(setPublicTotals(reviewer, id, 2, inReport, today)).rejects.toThrow(/Reviewers/);
    const { scope: stranger } = await givenOrganisation();
    await expect(setPublicTotals(stranger, id, 2, inReport, today)).rejects.toThrow(/could not find/);
  });
});

describe("exact figures are worked out in a thread of their own", () => {
  const work = {
    series: "s",
    asOf: today,
    round: { scheme: "ew-2021" as const, counts, other: null, intersections: null },
    ledger: [],
    publicTotals: ["applied" as const],
  };

  it("while this one goes on", async () => {
    let served = 0;
    const serving = setInterval(() => (served += 1), 1);
    const { held, figures } = await releaseInThread(work);
    clearInterval(serving);
    expect(held).toBeNull();
    expect(figures.cells["applied|all"]).toEqual({ kind: "exact", value: 217, rule: "audited" });
    expect(served).toBeGreaterThan(0);
  });

  it("not for ever, and not many at once", async () => {
    await expect(releaseInThread(work, 1)).rejects.toThrow(/longer than a minute/);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => releaseInThread(work)));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
    await expect(releaseInThread(work)).resolves.toMatchObject({ held: null });
  });

  it("and what breaks in it is a sentence for whoever asked, and the cause for whoever runs Kept", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const odd = { ...work, round: { ...work.round, scheme: "atlantis" as "ew-2021" } };
    const outcome = await releaseInThread(odd).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(Refusal);
    expect(String(outcome)).toMatch(/could not be worked out/);
    expect(told.mock.calls.flat().map(String).join()).toMatch(/TypeError/);
    told.mockRestore();
    await expect(releaseInThread(work)).resolves.toMatchObject({ held: null });
  });
});
