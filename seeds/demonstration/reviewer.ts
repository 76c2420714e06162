import { proveScope, type Scope } from "#app/domain/organisation/scope.ts";
import { listMembers } from "#db/membership.server.ts";

/** As whom the board of an invented organisation acts. */
export async function reviewerOf(scope: Scope): Promise<Scope> {
  const found = (await listMembers(scope)).find(({ role }) => role === "reviewer");
  if (!found) throw new Error("The story has no reviewer.");
  return proveScope({ organisationId: scope.organisationId, userId: found.userId, role: "reviewer" });
}
