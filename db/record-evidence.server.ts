import type { ReadStream } from "node:fs";
import { and, eq, sql } from "drizzle-orm";
import { EvidenceContent } from "#app/domain/commitment/public.ts";
import { asPublic } from "./client.server.ts";
import { openEvidence } from "./evidence-store.server.ts";
import { recordBodies, recordEntries } from "./schema/record.ts";

export type PublishedFile = { name: string; type: string; size: number; stream: () => ReadStream };

/**
 * A file that some record names, or undefined: what was never published, or was withdrawn, is nobody's to read.
 * @param sha256 as in the address; anything else than 64 hexadecimal digits finds nothing
 */
export async function openPublishedEvidence(sha256: string): Promise<PublishedFile | undefined> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  const [named] = await asPublic((tx) =>
    tx
      .select({ body: recordBodies.body })
      .from(recordBodies)
      .innerJoin(
        recordEntries,
        and(
          eq(recordEntries.organisationId, recordBodies.organisationId),
          eq(recordEntries.index, recordBodies.index),
        ),
      )
      .where(
        and(
          eq(recordEntries.kind, "evidence"),
          // Written as in the index, so that it is used.
          eq(sql`substring(${recordBodies.body} from '"sha256":"([0-9a-f]{64})"')`, sha256),
        ),
      )
      .limit(1),
  );
  if (!named) return undefined;
  const { content } = JSON.parse(named.body) as { content: unknown };
  const { file } = EvidenceContent.parse(content);
  const stored = file?.sha256 === sha256 ? await openEvidence(sha256) : undefined;
  return stored && file ? { name: file.name, type: file.type, ...stored } : undefined;
}
