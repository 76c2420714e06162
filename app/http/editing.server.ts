import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { requireScope } from "./require-scope.server.ts";

/** The Scope of somebody who may change the workspace. @throws 404, a redirect, or Refusal (403) for a reviewer */
export async function requireEditor(request: Request, slug: string | undefined): Promise<Scope> {
  const scope = await requireScope(request, slug);
  requireAbility(scope, "workspace.edit");
  return scope;
}
