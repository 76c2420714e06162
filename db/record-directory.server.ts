import { and, countDistinct, desc, eq, like, sql } from "drizzle-orm";
import { OrganisationContent } from "#app/domain/commitment/public.ts";
import { parseEntry } from "#app/domain/record/entry.ts";
import { contentOf, type JsonObject } from "#app/domain/record/canonical.ts";
import { asPublic, inOrganisation, type Transaction } from "./client.server.ts";
import { recordBodies, recordDirectory, recordEntries, recordLogs } from "./schema/record.ts";

/**
 * The directory of journeys: a projection of the record with one row for each organisation that has introduced itself.
 * Kept up to date in the transaction that appends, so that searching need not fold every log.
 */

export type PublicOrganisation = Omit<typeof recordDirectory.$inferSelect, "organisationId">;

export type DirectoryQuery = {
  /** Words that the name must hold. */
  search?: string;
  region?: string;
  kind?: OrganisationContent["kind"];
  /** The slug of the last organisation already shown. */
  after?: string;
  /** At most this many: 50 unless told. */
  limit?: number;
};

/** The organisations with a public record, by name. `more` says whether there are others after these. */
export async function listPublicOrganisations(
  query: DirectoryQuery = {},
): Promise<{ organisations: PublicOrganisation[]; more: boolean }> {
  const { search = "", region, kind, after, limit = 50 } = query;
  const { name, slug } = recordDirectory;
  const place = sql`(lower(${name}), ${slug})`;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
  const rows = await asPublic((tx) =>
    tx
      .select()
      .from(recordDirectory)
      .where(
        and(
          ...words.map((word) => like(sql`lower(${name})`, `%${word.replace(/[\\%_]/g, "\\$&")}%`)),
          region ? eq(recordDirectory.region, region) : undefined,
          kind ? eq(recordDirectory.kind, kind) : undefined,
          after
            ? sql`${place} > (select lower(name), slug from record_directory where slug = ${after})`
            : undefined,
        ),
      )
      .orderBy(sql`lower(${name})`, slug)
      .limit(limit + 1),
  );
  return { organisations: rows.slice(0, limit).map(withoutId), more: rows.length > limit };
}

/** The regions that the directory can be narrowed to. */
export async function listRegions(): Promise<string[]> {
  const rows = await asPublic((tx) =>
    tx
      .selectDistinct({ region: recordDirectory.region })
      .from(recordDirectory)
      .orderBy(recordDirectory.region),
  );
  return rows.map(({ region }) => region);
}

function withoutId({ organisationId: _, ...row }: typeof recordDirectory.$inferSelect): PublicOrganisation {
  const instant = (text: string) => new Date(text).toISOString();
  return {
    ...row,
    firstRecordedAt: instant(row.firstRecordedAt),
    lastRecordedAt: instant(row.lastRecordedAt),
  };
}

/** Writes an organisation's row afresh from its record. Costs a count of its commitments, not a reading of its log. */
export async function projectOrganisation(tx: Transaction, organisationId: string): Promise<void> {
  const [log] = await tx.select().from(recordLogs).where(eq(recordLogs.organisationId, organisationId));
  const content = await introduction(tx, organisationId);
  if (!log?.lastRecordedAt || !content) {
    await tx.delete(recordDirectory).where(eq(recordDirectory.organisationId, organisationId));
    return;
  }
  const [promises] = await tx
    .select({ commitments: countDistinct(recordEntries.subject) })
    .from(recordEntries)
    .where(and(eq(recordEntries.organisationId, organisationId), eq(recordEntries.kind, "commitment")));
  const { name, kind, region, demonstration } = content;
  const row = {
    slug: log.slug,
    name,
    kind,
    region,
    demonstration,
    commitments: promises?.commitments ?? 0,
    firstRecordedAt: (await firstRecordedAt(tx, organisationId)) ?? log.lastRecordedAt,
    lastRecordedAt: log.lastRecordedAt,
  };
  await tx
    .insert(recordDirectory)
    .values({ organisationId, ...row })
    .onConflictDoUpdate({ target: recordDirectory.organisationId, set: row });
}

async function firstRecordedAt(tx: Transaction, organisationId: string): Promise<string | undefined> {
  const [first] = await tx
    .select({ entry: recordEntries.entry })
    .from(recordEntries)
    .where(and(eq(recordEntries.organisationId, organisationId), eq(recordEntries.index, 0)));
  return first && parseEntry(first.entry)?.recordedAt;
}

async function introduction(
  tx: Transaction,
  organisationId: string,
): Promise<OrganisationContent | undefined> {
  const [latest] = await tx
    .select({ body: recordBodies.body })
    .from(recordEntries)
    .innerJoin(
      recordBodies,
      and(
        eq(recordBodies.organisationId, recordEntries.organisationId),
        eq(recordBodies.index, recordEntries.index),
      ),
    )
    .where(and(eq(recordEntries.organisationId, organisationId), eq(recordEntries.kind, "organisation")))
    .orderBy(desc(recordEntries.index))
    .limit(1);
  return latest && OrganisationContent.safeParse(contentOf(JSON.parse(latest.body) as JsonObject)).data;
}

/** Makes every projection anew from the record. Returns how many records were read. */
export async function rebuildProjections(): Promise<number> {
  const logs = await asPublic((tx) =>
    tx.select({ organisationId: recordLogs.organisationId }).from(recordLogs),
  );
  for (const { organisationId } of logs) {
    await inOrganisation(organisationId, null, (tx) => projectOrganisation(tx, organisationId));
  }
  return logs.length;
}
