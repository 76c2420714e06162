import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { proveScope } from "#app/domain/organisation/scope.ts";
import { parseRecordFile, type RecordFile } from "#app/domain/record/record-file.ts";
import type { EntryDraft } from "#app/domain/record/state.ts";
import { inOrganisation } from "#db/client.server.ts";
import { appendEntries, exportRecord, withdrawEntry, type Appended } from "#db/record.server.ts";

export type TestOrganisation = { organisationId: string; slug: string };

/** An organisation of its own for one test. */
export async function makeOrganisation(
  ownerSql: postgres.Sql,
  { demonstration = false }: { demonstration?: boolean } = {},
): Promise<TestOrganisation> {
  const organisationId = randomUUID();
  const slug = `org-${organisationId.slice(0, 13)}`;
  await ownerSql`insert into organisations (id, slug, name, kind, region, demonstration)
    values (${organisationId}, ${slug}, ${slug}, 'charity', 'Somewhere', ${demonstration})`;
  return { organisationId, slug };
}

/** Appends in a transaction of the organisation's own. */
export function publish(
  organisation: TestOrganisation,
  drafts: readonly EntryDraft[],
  when?: { recordedAt: string },
): Promise<Appended> {
  return inOrganisation(organisation.organisationId, null, (tx) =>
    appendEntries(tx, organisation, drafts, when),
  );
}

/** An entry whose words can be withdrawn. */
export function update(id: string, title: string): EntryDraft {
  return {
    kind: "update",
    subject: `update:${id}`,
    effectiveOn: "2025-02-01",
    role: "editor",
    body: { content: { commitment: id, kind: "progress", title, text: "What happened." } },
  };
}

/** A bare promise. */
export function commitment(id: string, title: string): EntryDraft {
  return {
    kind: "commitment",
    subject: `commitment:${id}`,
    effectiveOn: "2025-01-10",
    role: "owner",
    body: {
      content: {
        title,
        what: "Pay everybody who takes part within ten days.",
        why: "",
        answerable: "Director",
        forWhom: "People who take part",
        startOn: "2025-01-10",
        dueOn: "2026-01-10",
        recommendations: [],
      },
    },
  };
}

/** Forty entries in several publications, with words withdrawn, and a change of key when `rotate` makes a new one. */
export async function publishExample(
  organisation: TestOrganisation,
  { rotate }: { rotate?: () => Promise<unknown> } = {},
): Promise<void> {
  const words = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) =>
      i % 3 === 0
        ? commitment(randomUUID(), `Promise ${from + i}`)
        : update(randomUUID(), `Step ${from + i}`),
    );
  const owner = proveScope({ organisationId: organisation.organisationId, userId: "owner", role: "owner" });
  const { firstIndex } = await publish(organisation, words(0, 12));
  await withdrawEntry(owner, firstIndex + 4, "consent-taken-back");
  await rotate?.();
  for (const at of [14, 15, 20, 39]) await publish(organisation, words(at, at + 1 + (at % 5)));
}

/** The record as its one file, read to the end. */
export async function exported(slug: string): Promise<RecordFile> {
  const pieces = await exportRecord(slug);
  let text = "";
  for await (const piece of pieces ?? []) text += piece;
  const parsed = parseRecordFile(text);
  if ("faults" in parsed) throw new Error(parsed.faults.join(" "));
  return parsed.file;
}
