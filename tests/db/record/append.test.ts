import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { EntryDraft } from "#app/domain/record/state.ts";
import { inOrganisation } from "#db/client.server.ts";
import { appendEntries, listPublicOrganisations, readState, rebuildProjections } from "#db/record.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { makeOrganisation, publish, update } from "#tests/support/record.ts";

const database = useDatabase();
let organisation: { organisationId: string; slug: string };

beforeEach(async () => {
  organisation = await makeOrganisation(database.ownerSql);
});

describe("appending", () => {
  test("gives numbers in order and folds what was said", async () => {
    const id = randomUUID();
    expect(await publish(organisation, [update(id, "First"), update(randomUUID(), "Other")])).toEqual({
      firstIndex: 0,
      size: 2,
    });
    expect(await publish(organisation, [update(id, "Second")])).toEqual({ firstIndex: 2, size: 3 });
    const state = await readState(organisation.slug);
    expect(state.size).toBe(3);
    const versions = state.subjects.get(`update:${id}`)!;
    expect(versions.map(({ index, body }) => [index, body?.content.title])).toEqual([
      [0, "First"],
      [2, "Second"],
    ]);
  });

  test("writes nothing when the caller's transaction fails", async () => {
    await publish(organisation, [update(randomUUID(), "Kept")]);
    const failing = inOrganisation(organisation.organisationId, null, async (tx) => {
      await appendEntries(tx, organisation, [update(randomUUID(), "Lost")]);
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect((await readState(organisation.slug)).size).toBe(1);
    expect(await publish(organisation, [update(randomUUID(), "Next")])).toEqual({ firstIndex: 1, size: 2 });
  });

  test("refuses what cannot be an entry, and keeps the log as it was", async () => {
    const bad: Partial<EntryDraft>[] = [
      { kind: "Up date" },
      { subject: "update:with space" },
      { effectiveOn: "2025-02-30" },
      { body: { content: { value: Number.NaN } } },
      { body: { content: { text: "half \ud83d" } } },
    ];
    for (const change of bad) {
      await expect(publish(organisation, [{ ...update(randomUUID(), "x"), ...change }])).rejects.toThrow();
    }
    expect((await readState(organisation.slug)).size).toBe(0);
  });

  test("only an invented organisation may choose when it recorded", async () => {
    const past = { recordedAt: "2024-05-01T09:00:00.000Z" };
    await expect(publish(organisation, [update(randomUUID(), "x")], past)).rejects.toThrow(/invented/);
    const invented = await makeOrganisation(database.ownerSql, { demonstration: true });
    await publish(invented, [update(randomUUID(), "x")], past);
    await publish(invented, [update(randomUUID(), "y")], { recordedAt: "2024-04-01T09:00:00.000Z" });
    const versions = [...(await readState(invented.slug)).subjects.values()].flat();
    expect(versions.map(({ recordedAt }) => recordedAt)).toEqual([past.recordedAt, past.recordedAt]);
  });

  test("twenty publishers at once take turns", async () => {
    const turns = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        publish(
          organisation,
          Array.from({ length: 1 + (i % 3) }, () => update(randomUUID(), `Turn ${i}`)),
        ),
      ),
    );
    const size = turns.reduce((largest, turn) => Math.max(largest, turn.size), 0);
    expect(size).toBe(39);
    const sorted = [...turns].sort((a, b) => a.firstIndex - b.firstIndex);
    sorted.slice(1).forEach((turn, i) => expect(turn.firstIndex).toBe(sorted[i]!.size));
    const heads = await database.ownerSql`
      select size from record_checkpoints where organisation_id = ${organisation.organisationId} order by size`;
    expect(heads.map((row) => row.size)).toEqual(sorted.map((turn) => turn.size));
  });
});

describe("the directory", () => {
  const introduce = (name: string, region = "Northumbria"): EntryDraft => ({
    kind: "organisation",
    subject: "organisation",
    effectiveOn: "2025-01-01",
    role: "owner",
    body: { content: { name, kind: "charity", region, demonstration: false, statement: "" } },
  });

  test("lists by name, searches, narrows and goes on where it stopped", async () => {
    const region = `Region ${randomUUID()}`;
    for (const name of ["beech House", "Ash 50% House", "Cedar Works"]) {
      await publish(await makeOrganisation(database.ownerSql), [introduce(name, region)]);
    }
    const names = async (query: object) =>
      (await listPublicOrganisations({ region, ...query })).organisations.map(({ name }) => name);
    expect(await names({})).toEqual(["Ash 50% House", "beech House", "Cedar Works"]);
    expect(await names({ search: "HOUSE" })).toEqual(["Ash 50% House", "beech House"]);
    expect(await names({ search: "% house" })).toEqual(["Ash 50% House"]);
    expect(await names({ kind: "nhs" })).toEqual([]);
    const first = await listPublicOrganisations({ region, limit: 2 });
    expect(first.more).toBe(true);
    expect(await names({ after: first.organisations[1]!.slug })).toEqual(["Cedar Works"]);
  });

  test("is the same when it is rebuilt from the record", async () => {
    await publish(organisation, [introduce("Old name")]);
    await publish(organisation, [introduce("New name"), update(randomUUID(), "x")]);
    const before = await listPublicOrganisations({ search: "new name" });
    expect(before.organisations).toHaveLength(1);
    await database.ownerSql`delete from record_directory`;
    await rebuildProjections();
    expect(await listPublicOrganisations({ search: "new name" })).toEqual(before);
  });
});
