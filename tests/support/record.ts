import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { EntryDraft } from "#app/domain/record/state.ts";
import { inOrganisation } from "#db/client.server.ts";
import { appendEntries, type Appended } from "#db/record.server.ts";

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
