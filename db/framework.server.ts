import { asc, eq } from "drizzle-orm";
import { builtInFrameworks } from "#app/domain/framework/built-in.ts";
import { frameworkKey, type Framework } from "#app/domain/framework/framework.ts";
import { parseFramework, type FrameworkError } from "#app/domain/framework/parse-framework.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { frameworks } from "./schema/framework.ts";

export type ImportResult = { ok: true; key: string } | { ok: false; errors: readonly FrameworkError[] };

/** Those that come with the product, then the organisation's own in the order they came. Versions stand side by side. */
export function listFrameworks(scope: Scope): Promise<Framework[]> {
  return inScope(scope, (tx) => frameworksIn(tx, scope));
}

export async function frameworksIn(tx: Transaction, scope: Scope): Promise<Framework[]> {
  const rows = await tx
    .select({ content: frameworks.content })
    .from(frameworks)
    .where(eq(frameworks.organisationId, scope.organisationId))
    .orderBy(asc(frameworks.importedAt), asc(frameworks.key));
  return [...builtInFrameworks, ...rows.map((row) => row.content)];
}

/**
 * Adds a framework from the text of its file, whole or not at all.
 * @throws Refusal (403) for anybody but an owner
 */
export async function importFramework(scope: Scope, json: string): Promise<ImportResult> {
  requireAbility(scope, "framework.import");
  const parsed = parseFramework(json);
  if (!parsed.ok) return parsed;
  const { framework } = parsed;
  const key = frameworkKey(framework);
  if (builtInFrameworks.some((one) => frameworkKey(one) === key)) return taken(key);
  const added = await inScope(scope, (tx) =>
    tx
      .insert(frameworks)
      .values({ organisationId: scope.organisationId, key, content: framework, importedBy: scope.userId })
      .onConflictDoNothing()
      .returning({ id: frameworks.id }),
  );
  return added.length > 0 ? { ok: true, key } : taken(key);
}

function taken(key: string): ImportResult {
  const message = `${key} is here already. A framework never changes once promises point at it: give the file a new version.`;
  return { ok: false, errors: [{ path: "version", message }] };
}
