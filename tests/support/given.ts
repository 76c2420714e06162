import { randomUUID } from "node:crypto";
import type { NewOrganisation } from "#db/organisation.server.ts";
import { createOrganisation } from "#db/organisation.server.ts";
import { database, inOrganisation } from "#db/client.server.ts";
import { memberships, users } from "#db/schema/accounts.ts";
import { proveScope, type Role, type Scope } from "#app/domain/organisation/scope.ts";

export type GivenOrganisation = { scope: Scope; organisationId: string; slug: string };

/** An organisation with its owner, who has no password. For people who sign in use `createMember`. */
export async function givenOrganisation(details: Partial<NewOrganisation> = {}): Promise<GivenOrganisation> {
  const userId = await givenPerson("Olwen Owner");
  const made = await createOrganisation(userId, {
    name: "Harbour Lane Trust",
    kind: "charity",
    region: "Wales",
    ...details,
  });
  return { ...made, scope: proveScope({ organisationId: made.organisationId, userId, role: "owner" }) };
}

/** One more member, in the given role. */
export async function givenMember({ organisationId }: GivenOrganisation, role: Role): Promise<Scope> {
  const userId = await givenPerson(`Mo ${role}`);
  await inOrganisation(organisationId, null, (tx) =>
    tx.insert(memberships).values({ organisationId, userId, role }),
  );
  return proveScope({ organisationId, userId, role });
}

async function givenPerson(name: string): Promise<string> {
  const [user] = await database()
    .insert(users)
    .values({ name, email: `${randomUUID()}@example.org` })
    .returning({ id: users.id });
  return user!.id;
}
