import { and, eq, isNull } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { OwedFacts } from "#app/domain/reminder/owed-items.ts";
import { inScope } from "./client.server.ts";
import { ledgerOf } from "./pay-ledger.server.ts";
import { personas } from "./schema/persona.ts";
import { waitingCases } from "./waiting-cases.server.ts";

/** What is owed to people outside. A protected challenge is not among it: only the board may know of one. */
export function findOwedFacts(scope: Scope): Promise<OwedFacts> {
  return inScope(scope, async (tx) => {
    const { offers, payments } = await ledgerOf(tx, scope);
    const made = await tx
      .select({
        id: personas.id,
        title: personas.title,
        provenance: personas.provenance,
        importedFrom: personas.importedFrom,
      })
      .from(personas)
      .where(and(eq(personas.organisationId, scope.organisationId), isNull(personas.withdrawnOn)));
    return {
      cases: await waitingCases(tx, scope),
      offers,
      payments,
      personas: made.flatMap(({ id, title, provenance, importedFrom }) =>
        provenance ? [{ id, title, reviewOn: provenance.reviewOn, imported: importedFrom !== "" }] : [],
      ),
    };
  });
}
