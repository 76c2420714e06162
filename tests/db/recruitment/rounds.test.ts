import { describe, expect, it } from "vitest";
import { preferredBenchmark } from "#app/domain/recruitment/preferred-benchmark.ts";
import { nothingCounted, type RoundFacts } from "#app/domain/recruitment/round-input.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import {
  addBenchmark,
  listBenchmarks,
  listBenchmarksAside,
  setBenchmarkAside,
} from "#db/recruitment-benchmark.server.ts";
import { loadRecruitment } from "#db/recruitment-indicators.server.ts";
import { previewRelease, releaseFigures } from "#db/recruitment-release.server.ts";
import { countRound, listRounds, openRound, requireRound, reviseRound } from "#db/recruitment.server.ts";
import { readState } from "#db/record.server.ts";
import { writeStatement } from "#db/profile.server.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation } from "#tests/support/given.ts";

const database = useDatabase();
const today = "2026-06-01";

const facts: RoundFacts = {
  title: "Spring group",
  body: "coproduction_group",
  openedOn: "2026-01-05",
  closedOn: "2026-03-01",
  scheme: "ew-2021",
  practice: {
    trustedPartners: ["Harbour mosque"],
    advertPlaces: [],
    paidInterview: true,
    anonymisedShortlisting: false,
    diversePanel: true,
    accessibleFormats: [],
    criteriaSetBy: "The group",
  },
};
const counts = {
  ...nothingCounted(),
  applied: { white_british: 121, black_african: 58, asian_indian: 3, not_recorded: 21 },
  shortlisted: { white_british: 61, black_african: 23, asian_indian: 1, not_recorded: 9 },
  appointed: { white_british: 31, black_african: 11, asian_indian: 1 },
};

async function givenRound(scope: Scope) {
  const id = await openRound(scope, facts, today);
  await countRound(scope, id, 1, { counts }, today);
  return id;
}

describe("a round", () => {
  it("is counted over its version, with a history of both", async () => {
    const { scope } = await givenOrganisation();
    const id = await givenRound(scope);
    expect(await requireRound(scope, id)).toMatchObject({ version: 2, counts });
    await expect(countRound(scope, id, 1, { counts }, today)).rejects.toThrow(/saved this round first/);
    await reviseRound(scope, id, 2, { ...facts, title: "Spring" }, today);
    const rows = await database.ownerSql<
      { kind: string }[]
    >`select kind from recruitment_round_changes where round_id = ${id} order by id`;
    expect(rows.map(({ kind }) => kind)).toEqual(["opened", "counted", "revised"]);
    expect((await listRounds(scope)).map(({ title }) => title)).toEqual(["Spring"]);
  });

  it("refuses a funnel that widens and a group of another list", async () => {
    const { scope } = await givenOrganisation();
    const id = await openRound(scope, facts, today);
    const wider = { ...counts, appointed: { white_british: 62 } };
    await expect(countRound(scope, id, 1, { counts: wider }, today)).rejects.toThrow(/only 61/);
    const strange = { ...nothingCounted(), applied: { martian: 2 } };
    await expect(countRound(scope, id, 1, { counts: strange }, today)).rejects.toThrow(/martian/);
    const negative = { ...nothingCounted(), applied: { white_british: -1 } };
    await expect(countRound(scope, id, 1, { counts: negative }, today)).rejects.toThrow(/less than 0/);
  });

  it("is not there for another organisation, and not a reviewer's to change or release", async () => {
    const mine = await givenOrganisation();
    const theirs = await givenOrganisation();
    const id = await givenRound(mine.scope);
    await expect(requireRound(theirs.scope, id)).rejects.toThrow(/could not find/);
    await expect(countRound(theirs.scope, id, 2, { counts }, today)).rejects.toThrow(/could not find/);
    await expect(releaseFigures(theirs.scope, id, 2, today)).rejects.toThrow(/could not find/);
    const reviewer = await givenMember(mine, "reviewer");
    expect(await requireRound(reviewer, id)).toMatchObject({ counts });
    await expect(countRound(reviewer, id, 2, { counts }, today)).rejects.toThrow(/Reviewers/);
    await expect(releaseFigures(reviewer, id, 2, today)).rejects.toThrow(/Reviewers/);
    expect(() => openRound(reviewer, facts, today)).toThrow(/Reviewers/);
  });
});

describe("releasing figures", () => {
  it("keeps a private ledger that nobody edits, and previews without a trace", async () => {
    const { scope, organisationId } = await givenOrganisation();
    const id = await givenRound(scope);
    await previewRelease(scope, id, today);
    const ledger = () =>
      database.ownerSql<{ series: string }[]>`select series from disclosure_releases
        where organisation_id = ${organisationId} order by id`;
    expect(await ledger()).toHaveLength(0);
    expect(await releaseFigures(scope, id, 2, today)).toEqual({ held: null });
    expect((await ledger()).map(({ series }) => series)).toEqual([`recruitment-round:${id}`]);
    const rights = await database.ownerSql<{ may: boolean }[]>`
      select has_table_privilege('kept_app', 'disclosure_releases', 'update, delete') as may`;
    expect(rights[0]?.may).toBe(false);
  });

  it("holds a change of fewer than 8 people and keeps what stands", async () => {
    const { scope } = await givenOrganisation();
    const id = await givenRound(scope);
    await releaseFigures(scope, id, 2, today);
    const before = (await requireRound(scope, id)).released;
    const corrected = { ...counts, applied: { ...counts.applied, asian_indian: 5 } };
    await countRound(scope, id, 3, { counts: corrected }, today);
    expect((await releaseFigures(scope, id, 4, "2026-07-01")).held).toMatch(/Fewer than 8/);
    expect((await requireRound(scope, id)).released).toEqual(before);
  });

  it("lets one of several at once through", async () => {
    const { scope } = await givenOrganisation();
    const id = await givenRound(scope);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => releaseFigures(scope, id, 2, today)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("has nothing to release before anybody is counted", async () => {
    const { scope } = await givenOrganisation();
    const id = await openRound(scope, facts, today);
    await expect(releaseFigures(scope, id, 1, today)).rejects.toThrow(/Count the people/);
  });
});

describe("publishing", () => {
  it("offers released figures only, and the record holds no exact count", async () => {
    const { scope, slug } = await givenOrganisation();
    await writeStatement(scope, 0, { statement: "We promise." }, today);
    await addBenchmark(scope, {
      kind: "served",
      scheme: "ew-2021",
      place: "young people served",
      source: "Service records",
      on: "2026-01-01",
      counts: { white_british: 211, black_african: 803 },
    });
    const id = await givenRound(scope);
    const kinds = async () => (await previewPublication(scope)).proposal.changes.map(({ kind }) => kind);
    expect(await kinds()).not.toContain("recruitment-round");
    await releaseFigures(scope, id, 2, today);
    expect(await kinds()).toContain("recruitment-round");
    const { fingerprint } = await previewPublication(scope);
    await publish(scope, { fingerprint, reasons: {} });
    const state = await readState(slug);
    const content = state.subjects.get(`recruitment-round:${id}`)?.at(-1)?.body?.content;
    expect(content).toMatchObject({
      title: "Spring group",
      benchmark: { allOtherPercent: 79 },
      figures: { cells: { "applied|group:white": { kind: "rounded", value: 120 } } },
    });
    expect(JSON.stringify(content)).not.toMatch(/:(121|58|61|23|31|11|211|803|203|94)\b/);
    expect(await kinds()).toEqual([]);
    expect((await loadRecruitment(scope)).rounds[0]?.released?.benchmark?.place).toBe("young people served");
  });
});

describe("benchmarks", () => {
  it("stand last added first where their figures are of one day, as all areas of a census are", async () => {
    const { scope } = await givenOrganisation();
    const places = ["Hartlepool", "Leeds", "Manchester", "Newcastle upon Tyne", "York"];
    for (const place of places)
      await addBenchmark(scope, {
        kind: "area",
        scheme: "ew-2021",
        place,
        source: "TS021",
        on: "2021-03-21",
        counts: { white_british: 8, black_african: 2 },
      });
    const listed = await listBenchmarks(scope);
    expect(listed.map(({ place }) => place)).toEqual(places.toReversed());
    expect(preferredBenchmark(listed, "ew-2021")?.place).toBe("York");
  });

  it("stay within their organisation and need a source", async () => {
    const [mine, theirs] = [await givenOrganisation(), await givenOrganisation()];
    const benchmark = {
      kind: "area" as const,
      scheme: "ew-2021" as const,
      place: "Hartlepool",
      source: "ONS",
      on: "2021-03-21",
      counts: { white_british: 10 },
    };
    const id = await addBenchmark(mine.scope, benchmark);
    expect(await listBenchmarks(theirs.scope)).toEqual([]);
    await expect(addBenchmark(mine.scope, { ...benchmark, source: " " })).rejects.toThrow(
      /where the figures/,
    );
    await expect(addBenchmark(mine.scope, { ...benchmark, counts: { x: 1 } })).rejects.toThrow(/not a group/);
    const gone = { detail: { kind: "not-found" } };
    await expect(setBenchmarkAside(theirs.scope, id, today)).rejects.toMatchObject(gone);
    await setBenchmarkAside(mine.scope, id, today);
    expect(await listBenchmarks(mine.scope)).toEqual([]);
    expect(await listBenchmarksAside(mine.scope)).toMatchObject([{ id, setAsideOn: today }]);
    await expect(setBenchmarkAside(mine.scope, id, today)).rejects.toMatchObject(gone);
  });
});
