import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { EvidenceInput } from "#app/domain/commitment/evidence-input.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { lockCommitment } from "./commitment.server.ts";
import { recordChange } from "./commitment-history.server.ts";
import { storeEvidence } from "./evidence-store.server.ts";
import { evidence, measures, readings } from "./schema/commitment.ts";

export { openEvidence } from "./evidence-store.server.ts";

export type Evidence = typeof evidence.$inferSelect;

/**
 * Adds a link or a file, never both. Returns its id.
 * @throws Refusal (404); (400) when the file is not what its name says, is over 10 MB, or neither or both are given
 */
export async function addEvidence(
  scope: Scope,
  commitmentId: string,
  input: EvidenceInput,
  today: string,
  file?: { name: string; bytes: Uint8Array },
): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const { title, url, shared, readingId } = checked(EvidenceInput, input);
  if (!url && !file) throw Refusal.invalid({ url: ["Give a link or choose a file."] });
  if (url && file)
    throw Refusal.invalid({ url: ["Give a link or a file, not both. Add the other one separately."] });
  await inScope(scope, (tx) => requirePlace(tx, scope, commitmentId, readingId));
  const stored = file ? await storeEvidence(file) : {};
  return inScope(scope, async (tx) => {
    await requirePlace(tx, scope, commitmentId, readingId);
    const [made] = await tx
      .insert(evidence)
      .values({
        organisationId: scope.organisationId,
        commitmentId,
        readingId,
        title,
        url,
        shared: shared === "yes",
        addedOn: today,
        createdBy: scope.userId,
        ...stored,
      })
      .returning();
    const after = made!;
    await recordChange(tx, scope, {
      commitmentId,
      kind: "evidence-added",
      subjectId: after.id,
      before: null,
      after,
      changedOn: today,
    });
    return after.id;
  });
}

/** Private evidence is to go out with the next publication. There is no way back here: see withdrawal from the record. */
export async function shareEvidence(
  scope: Scope,
  commitmentId: string,
  id: string,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    const [before] = await tx
      .select()
      .from(evidence)
      .where(own(scope, commitmentId, id))
      .for("update");
    if (!before) throw Refusal.notFound("evidence");
    if (before.shared) return;
    await tx
      .update(evidence)
      .set({ shared: true })
      .where(own(scope, commitmentId, id));
    await recordChange(tx, scope, {
      commitmentId,
      kind: "evidence-shared",
      subjectId: id,
      before,
      after: { ...before, shared: true },
      changedOn: today,
    });
  });
}

/** @throws Refusal (404) */
export async function requireEvidence(scope: Scope, commitmentId: string, id: string): Promise<Evidence> {
  const [row] = await inScope(scope, (tx) =>
    tx
      .select()
      .from(evidence)
      .where(own(scope, commitmentId, id)),
  );
  if (!row) throw Refusal.notFound("evidence");
  return row;
}

export const evidencePerPage = 50;

/** Newest first, a page and one more. @param after the last of the page before */
export function listEvidence(
  scope: Scope,
  commitmentId: string,
  after?: { createdAt: Date; id: string },
): Promise<Evidence[]> {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(evidence)
      .where(
        and(
          eq(evidence.organisationId, scope.organisationId),
          eq(evidence.commitmentId, commitmentId),
          after
            ? or(
                lt(evidence.createdAt, after.createdAt),
                and(eq(evidence.createdAt, after.createdAt), sql`${evidence.id} < ${after.id}::uuid`),
              )
            : undefined,
        ),
      )
      .orderBy(desc(evidence.createdAt), desc(evidence.id))
      .limit(evidencePerPage + 1),
  );
}

function own(scope: Scope, commitmentId: string, id: string) {
  return and(
    eq(evidence.organisationId, scope.organisationId),
    eq(evidence.commitmentId, commitmentId),
    eq(evidence.id, id),
  );
}

/** The commitment, and the reading when one is named, are this organisation's and belong together. */
async function requirePlace(
  tx: Transaction,
  scope: Scope,
  commitmentId: string,
  readingId: string | undefined,
): Promise<void> {
  await lockCommitment(tx, scope, commitmentId);
  if (!readingId) return;
  const [found] = await tx
    .select({ id: readings.id })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .where(
      and(
        eq(readings.organisationId, scope.organisationId),
        eq(readings.id, readingId),
        eq(measures.commitmentId, commitmentId),
      ),
    );
  if (!found) throw Refusal.invalid({ readingId: ["Choose a reading of this promise."] });
}
