import { eq } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { StatementInput } from "#app/domain/commitment/work-input.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { inScope } from "./client.server.ts";
import { requireVersion } from "./commitment.server.ts";
import { organisations } from "./schema/accounts.ts";
import { organisationProfiles } from "./schema/commitment.ts";

/** What the public will read about the organisation. `version` is 0 until a statement has been written. */
export async function findProfile(scope: Scope) {
  const [row] = await inScope(scope, (tx) =>
    tx
      .select({
        name: organisations.name,
        kind: organisations.kind,
        region: organisations.region,
        demonstration: organisations.demonstration,
        statement: organisationProfiles.statement,
        version: organisationProfiles.version,
      })
      .from(organisations)
      .leftJoin(organisationProfiles, eq(organisationProfiles.organisationId, organisations.id))
      .where(eq(organisations.id, scope.organisationId)),
  );
  return { ...row!, statement: row!.statement ?? "", version: row!.version ?? 0 };
}

/** Saves the statement over `version`. @throws Refusal (403), (400), or (409) with the stored statement */
export async function writeStatement(
  scope: Scope,
  version: number,
  input: { statement?: string },
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { statement } = checked(StatementInput, input);
  const { organisationId } = scope;
  await inScope(scope, async (tx) => {
    await tx
      .insert(organisationProfiles)
      .values({ organisationId, version: 0, changedOn: today })
      .onConflictDoNothing();
    const [before] = await tx
      .select()
      .from(organisationProfiles)
      .where(eq(organisationProfiles.organisationId, organisationId))
      .for("update");
    requireVersion(before!, version, "this statement");
    await tx
      .update(organisationProfiles)
      .set({ statement, version: version + 1, changedOn: today })
      .where(eq(organisationProfiles.organisationId, organisationId));
  });
}
