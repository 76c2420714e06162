import { hashPassword } from "better-auth/crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Role } from "#app/domain/organisation/scope.ts";
import { database, type Transaction } from "./client.server.ts";
import { credentials, memberships, organisations, users } from "./schema/accounts.ts";

/** A transaction that knows who is signed in but not where: it sees that person's own memberships. */
export function asPerson<T>(userId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`select set_config('kept.user_id', ${userId}, true)`);
    return work(tx);
  });
}

/** Someone with a password, hashed as better-auth does. Hash before opening a transaction: it takes a while on purpose. */
export type NewPerson = { name: string; email: string; passwordHash: string };

export async function newPerson(person: {
  name: string;
  email: string;
  password: string;
}): Promise<NewPerson> {
  return { name: person.name, email: person.email, passwordHash: await hashPassword(person.password) };
}

/**
 * Returns the new person's id, or undefined when the address has an account already. The address counts as checked: accounts
 * are made from an invitation that was mailed to it, or by whoever sets up the installation.
 */
export async function addPerson(tx: Transaction, person: NewPerson): Promise<string | undefined> {
  const [user] = await tx
    .insert(users)
    .values({ name: person.name, email: person.email, emailVerified: true })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (!user) return undefined;
  await tx.insert(credentials).values({
    userId: user.id,
    accountId: user.id,
    providerId: "credential",
    password: person.passwordHash,
  });
  return user.id;
}

export async function findPersonByEmail(email: string): Promise<{ id: string; name: string } | undefined> {
  const [user] = await database()
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(eq(users.email, email));
  return user;
}

export type MyOrganisation = { id: string; slug: string; name: string; role: Role };

/** The organisations this person belongs to, by name. */
export function listMyOrganisations(userId: string): Promise<MyOrganisation[]> {
  return asPerson(userId, (tx) =>
    tx
      .select({
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
        role: memberships.role,
      })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(eq(memberships.userId, userId))
      .orderBy(organisations.name),
  );
}

/** Undefined when there is no such organisation or this person is no member: nobody learns which. */
export async function findMembership(userId: string, slug: string): Promise<MyOrganisation | undefined> {
  const [found] = await asPerson(userId, (tx) =>
    tx
      .select({
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
        role: memberships.role,
      })
      .from(organisations)
      .innerJoin(memberships, eq(memberships.organisationId, organisations.id))
      .where(and(eq(organisations.slug, slug), eq(memberships.userId, userId))),
  );
  return found;
}

export async function renamePerson(userId: string, name: string): Promise<void> {
  await database().update(users).set({ name, updatedAt: new Date() }).where(eq(users.id, userId));
}
