import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { personaSubject, publicPersona } from "#app/domain/persona/public.ts";
import type { Publishable } from "#app/domain/publishing/publishable.ts";
import type { Transaction } from "./client.server.ts";
import { asPersona, needsIn } from "./persona.server.ts";
import { personas } from "./schema/persona.ts";

/** The personas meant for the open library. One that was taken back is in the record as a tombstone already. */
export async function listPersonaPublishables(tx: Transaction, scope: Scope): Promise<Publishable[]> {
  const rows = await tx
    .select()
    .from(personas)
    .where(
      and(
        eq(personas.organisationId, scope.organisationId),
        isNotNull(personas.offeredOn),
        isNull(personas.withdrawnOn),
      ),
    )
    .orderBy(asc(personas.createdAt), asc(personas.id));
  if (rows.length === 0) return [];
  const vocabulary = await needsIn(tx, scope);
  return rows.map((row) => ({
    kind: "persona",
    subject: personaSubject(row.id),
    effectiveOn: row.changedOn,
    content: publicPersona(asPersona(row), vocabulary),
    label: `Persona: ${row.title}`,
    ...(row.changeReason ? { reason: row.changeReason } : {}),
  }));
}
