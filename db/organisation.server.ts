import { randomUUID } from "node:crypto";
import { and, eq, like, or, sql } from "drizzle-orm";
import type { OrganisationDetails } from "#app/domain/organisation/organisation.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Role, Scope } from "#app/domain/organisation/scope.ts";
import { freeSlug, slugOf } from "#app/domain/organisation/slug.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { asPublic, database, inOrganisation, inScope, type Transaction } from "./client.server.ts";
import { recordHistory } from "./organisation-history.server.ts";
import { addPerson, newPerson } from "./person.server.ts";
import { memberships, organisations, users } from "./schema/accounts.ts";

export type NewOrganisation = OrganisationDetails & { demonstration?: boolean };
type Made = { organisationId: string; slug: string };

/** Anybody who has an account may set up an organisation; they become its owner. */
export function createOrganisation(ownerId: string, details: NewOrganisation): Promise<Made> {
  return database().transaction((tx) => addOrganisation(tx, ownerId, details));
}

/** Whether this installation has no organisation yet: then, and only then, anybody may set up the first. */
export async function isEmpty(): Promise<boolean> {
  const [any] = await asPublic((tx) => tx.select({ id: organisations.id }).from(organisations).limit(1));
  return !any;
}

/**
 * The first organisation together with its owner's account, in one step.
 * @throws Refusal (409) when somebody was quicker, (400) when the address is taken.
 */
export async function setUpInstallation(
  details: OrganisationDetails,
  owner: { name: string; email: string; password: string },
): Promise<Made> {
  const person = await newPerson(owner);
  return database().transaction(async (tx) => {
    await oneAtATime(tx);
    const [any] = await tx.select({ id: organisations.id }).from(organisations).limit(1);
    if (any) throw Refusal.conflict("This installation has been set up already. Sign in instead.");
    const ownerId = await addPerson(tx, person);
    if (!ownerId) throw Refusal.invalid({ email: ["This email address has an account already."] });
    return addOrganisation(tx, ownerId, details);
  });
}

/**
 * An account and its membership without an invitation, for demonstration data and tests. Someone who has an account already
 * joins with it. Returns the person's id.
 */
export async function createMember(
  organisationId: string,
  member: { name: string; email: string; password: string; role: Role },
): Promise<string> {
  const person = await newPerson(member);
  return inOrganisation(organisationId, null, async (tx) => {
    const userId =
      (await addPerson(tx, person)) ??
      (await tx.select({ id: users.id }).from(users).where(eq(users.email, member.email)))[0]!.id;
    await tx.insert(memberships).values({ organisationId, userId, role: member.role });
    await recordHistory(tx, {
      organisationId,
      userId,
      kind: "member-joined",
      detail: { role: member.role },
    });
    return userId;
  });
}

export async function findOrganisation(scope: Scope) {
  const [row] = await inScope(scope, (tx) =>
    tx.select().from(organisations).where(eq(organisations.id, scope.organisationId)),
  );
  if (!row) throw Refusal.notFound("organisation");
  return row;
}

/**
 * Saves over `version`, the one that was on the page.
 * @throws Refusal (403), or (409) with the stored row when somebody saved in the meantime.
 */
export async function changeDetails(scope: Scope, version: number, details: OrganisationDetails) {
  requireAbility(scope, "organisation.manage");
  return inScope(scope, async (tx) => {
    const [before] = await tx
      .select()
      .from(organisations)
      .where(eq(organisations.id, scope.organisationId))
      .for("update");
    if (!before) throw Refusal.notFound("organisation");
    if (before.version !== version) {
      throw Refusal.conflict("Somebody else saved these settings while you were typing.", before);
    }
    await tx
      .update(organisations)
      .set({ ...details, version: before.version + 1 })
      .where(and(eq(organisations.id, scope.organisationId), eq(organisations.version, version)));
    for (const field of ["name", "kind", "region"] as const) {
      if (before[field] === details[field]) continue;
      await recordHistory(tx, {
        ...scope,
        kind: "details-changed",
        detail: { field, was: before[field], now: details[field] },
      });
    }
  });
}

async function addOrganisation(tx: Transaction, ownerId: string, details: NewOrganisation): Promise<Made> {
  const organisationId = randomUUID();
  await tx.execute(sql`select set_config('kept.organisation_id', ${organisationId}, true)`);
  await oneAtATime(tx);
  const base = slugOf(details.name);
  const taken = await tx
    .select({ slug: organisations.slug })
    .from(organisations)
    .where(or(eq(organisations.slug, base), like(organisations.slug, `${base}-%`)));
  const slug = freeSlug(details.name, new Set(taken.map((row) => row.slug)));
  await tx.insert(organisations).values({ id: organisationId, slug, ...details });
  await tx.insert(memberships).values({ organisationId, userId: ownerId, role: "owner" });
  await recordHistory(tx, { organisationId, userId: ownerId, kind: "organisation-created" });
  return { organisationId, slug };
}

/** Two organisations of one name must not race for one address. */
async function oneAtATime(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('kept.organisations'))`);
}
