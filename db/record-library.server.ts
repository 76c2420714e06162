import { and, desc, eq, gt, inArray, sql, type SQL } from "drizzle-orm";
import { readPublished, type PublishedPersona } from "#app/domain/persona/library.ts";
import { personaSubject } from "#app/domain/persona/public.ts";
import { asPublic, type Transaction } from "./client.server.ts";
import { recordBodies, recordDirectory, recordEntries } from "./schema/record.ts";

/**
 * The open library over every public record, by subject: the newest entry about each persona, or its tombstone.
 * @param after the id of the last persona already read
 */
export async function listPublishedPersonas(after = "", limit = 500): Promise<PublishedPersona[]> {
  const rows = await asPublic((tx) =>
    newestEntries(tx, after ? gt(recordEntries.subject, personaSubject(after)) : undefined).limit(limit),
  );
  return rows.flatMap((row) => read(row) ?? []);
}

/** One persona of the library; undefined when nobody has published it. */
export async function findPublishedPersona(id: string): Promise<PublishedPersona | undefined> {
  const [row] = await asPublic((tx) => newestEntries(tx, eq(recordEntries.subject, personaSubject(id))));
  return row && read(row);
}

/** Which of these personas were published in this installation and have been taken back since. */
export async function listTakenBack(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await newestEntries(tx, inArray(recordEntries.subject, ids.map(personaSubject)));
  return rows.flatMap(({ subject, body }) =>
    body === null ? [subject.slice(personaSubject("").length)] : [],
  );
}

function newestEntries(tx: Transaction, condition: SQL | undefined) {
  return tx
    .selectDistinctOn([recordEntries.subject], {
      subject: recordEntries.subject,
      entry: recordEntries.index,
      body: recordBodies.body,
      slug: recordDirectory.slug,
      organisation: recordDirectory.name,
    })
    .from(recordEntries)
    .innerJoin(recordDirectory, eq(recordDirectory.organisationId, recordEntries.organisationId))
    .leftJoin(
      recordBodies,
      and(
        eq(recordBodies.organisationId, recordEntries.organisationId),
        eq(recordBodies.index, recordEntries.index),
      ),
    )
    .where(and(sql`${recordEntries.kind} = 'persona'`, condition))
    .orderBy(recordEntries.subject, desc(recordEntries.index))
    .$dynamic();
}

function read({
  body,
  ...row
}: {
  body: string | null;
  subject: string;
  entry: number;
  slug: string;
  organisation: string;
}) {
  const content = body === null ? null : (JSON.parse(body) as { content: unknown }).content;
  return readPublished({ ...row, content });
}
