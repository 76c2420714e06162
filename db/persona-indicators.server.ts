import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { PersonaFacts } from "#app/domain/persona/indicators.ts";
import { inScope } from "./client.server.ts";
import { listLatestRows } from "./need-check.server.ts";
import { personas } from "./schema/persona.ts";

/** What the figures on personas and needs are worked out from. */
export async function personaFacts(scope: Scope): Promise<PersonaFacts> {
  const rows = await inScope(scope, (tx) =>
    tx
      .select({ provenance: personas.provenance })
      .from(personas)
      .where(
        and(
          eq(personas.organisationId, scope.organisationId),
          eq(personas.example, false),
          isNotNull(personas.offeredOn),
          isNull(personas.withdrawnOn),
        ),
      ),
  );
  return {
    published: rows.flatMap(({ provenance }) => (provenance ? [{ reviewOn: provenance.reviewOn }] : [])),
    checks: await listLatestRows(scope),
  };
}
