import { beforeAll, describe, expect, it } from "vitest";
import type { CommitmentInput } from "#app/domain/commitment/commitment-input.ts";
import { foldJourney } from "#app/domain/journey/journey.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { adopt } from "#db/commitment.server.ts";
import { addMeasure, reviseMeasure } from "#db/measure.server.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import { readState } from "#db/record.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenMember, givenOrganisation, type GivenOrganisation } from "#tests/support/given.ts";

const db = useDatabase();
const today = "2026-11-20";

const promise: CommitmentInput = {
  title: "Pay within ten days",
  what: "Everyone who takes part is paid within ten working days.",
  why: "",
  answerable: "Director of Finance",
  forWhom: "Everyone who takes part",
  startOn: "2026-01-01",
  dueOn: "2026-12-31",
  recommendations: [],
};
const aim = {
  title: "Paid in time",
  unit: "%",
  direction: "up" as const,
  targetValue: 90,
  targetBy: "2026-12-31",
};

/** Publishes whatever there is, as the desk does. */
async function publishAll(scope: Scope, reasons: Record<string, string> = {}) {
  const { fingerprint } = await previewPublication(scope);
  return publish(scope, { fingerprint, reasons });
}

describe("publishing", () => {
  let northgate: GivenOrganisation;
  let measure: string;

  beforeAll(async () => {
    northgate = await givenOrganisation();
    const commitment = await adopt(northgate.scope, promise, today);
    measure = await addMeasure(northgate.scope, commitment, aim, today);
  });

  it("shows nothing to the public until it is asked to", async () => {
    const { proposal } = await previewPublication(northgate.scope);
    expect(proposal.changes.map(({ kind }) => kind)).toEqual([
      "organisation",
      "commitment",
      "measure",
      "status",
    ]);
    expect((await readState(northgate.slug)).size).toBe(0);
  });

  it("appends exactly what was previewed and folds to a journey", async () => {
    expect(await publishAll(northgate.scope)).toEqual({ firstIndex: 0, size: 4 });
    const journey = foldJourney(await readState(northgate.slug), today)!;
    expect(journey.commitments.map(({ title }) => title)).toEqual(["Pay within ten days"]);
    expect((await previewPublication(northgate.scope)).proposal.changes).toEqual([]);
  });

  it("refuses a preview that is out of date, and one that others published first", async () => {
    const { fingerprint } = await previewPublication(northgate.scope);
    await adopt(northgate.scope, { ...promise, title: "Pay before the bid" }, today);
    await expect(publish(northgate.scope, { fingerprint, reasons: {} })).rejects.toMatchObject({
      detail: { kind: "conflict" },
    });
    const now = await previewPublication(northgate.scope);
    const asked = { fingerprint: now.fingerprint, reasons: {} };
    const tries = await Promise.allSettled([
      publish(northgate.scope, asked),
      publish(northgate.scope, asked),
      publish(northgate.scope, asked),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await readState(northgate.slug)).size).toBe(6);
  });

  it("demands a reason for a promise made smaller, and publishes it beside the change", async () => {
    await reviseMeasure(
      northgate.scope,
      measure,
      1,
      { ...aim, targetValue: 60, reason: "Late invoices." },
      today,
    );
    await db.ownerSql`update measures set change_reason = '' where id = ${measure}`;
    await expect(publishAll(northgate.scope)).rejects.toMatchObject({
      detail: {
        kind: "invalid",
        fields: { [`reason:measure:${measure}`]: [expect.stringContaining("Paid in time")] },
      },
    });
    const before = (await readState(northgate.slug)).size;
    await publishAll(northgate.scope, { [`measure:${measure}`]: "Invoices reached us late." });
    const versions = (await readState(northgate.slug)).subjects.get(`measure:${measure}`)!;
    expect(versions.map(({ index }) => index).at(-1)).toBe(before);
    expect(versions.at(-1)!.body!.reason).toBe("Invoices reached us late.");
  });

  it("leaves nothing behind when it fails in the middle", async () => {
    await adopt(northgate.scope, { ...promise, title: "Ask before we decide" }, today);
    const { size } = await readState(northgate.slug);
    await db.ownerSql`create function fail_now() returns trigger language plpgsql as
      $$ begin raise exception 'The power went out.'; end $$`;
    await db.ownerSql`create trigger fail_now before insert on record_checkpoints for each row execute function fail_now()`;
    await expect(publishAll(northgate.scope)).rejects.toThrow();
    expect((await readState(northgate.slug)).size).toBe(size);
    const [left] = await db.ownerSql<{ count: number }[]>`select count(*)::int as count from record_entries`;
    expect(left!.count).toBe(size);
    await db.ownerSql`drop trigger fail_now on record_checkpoints`;
    expect((await publishAll(northgate.scope)).firstIndex).toBe(size);
  });

  it("lets the board read the preview and not publish", async () => {
    const board = await givenMember(northgate, "reviewer");
    const { fingerprint } = await previewPublication(board);
    await expect(publish(board, { fingerprint, reasons: {} })).rejects.toMatchObject({
      detail: { kind: "forbidden" },
    });
  });
});
