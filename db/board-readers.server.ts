import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inOrganisation, type Transaction } from "./client.server.ts";
import { memberships, organisationHistory } from "./schema/accounts.ts";

/** Members who were once owner or editor here, whatever they are now. */
async function onceOnTeam(tx: Transaction, organisationId: string, userIds: readonly string[]) {
  if (userIds.length === 0) return new Set<string>();
  const { detail, kind, userId } = organisationHistory;
  const isTeam = (field: "was" | "now" | "role") => inArray(sql`${detail}->>${field}`, ["owner", "editor"]);
  // Who joined is the one who acted; whose role was changed is named in the detail.
  const member = sql<string>`coalesce(${detail}->>'member', ${userId})`;
  const rows = await tx
    .selectDistinct({ member })
    .from(organisationHistory)
    .where(
      and(
        eq(organisationHistory.organisationId, organisationId),
        inArray(member, [...userIds]),
        or(
          eq(kind, "organisation-created"),
          and(eq(kind, "member-joined"), isTeam("role")),
          and(sql`${detail} ? 'member'`, or(isTeam("was"), isTeam("now"))),
        ),
      ),
    );
  return new Set(rows.map((row) => row.member));
}

/**
 * Nobody who does or did the work reads what people fear to say to it: a new role does not open what the old one could not.
 * @throws Refusal (403)
 */
export async function requireNeverOnTeam(tx: Transaction, scope: Scope): Promise<void> {
  const found = await onceOnTeam(tx, scope.organisationId, [scope.userId]);
  if (found.size > 0)
    throw Refusal.forbidden(
      "You have been an owner or editor here. Protected challenges are read only by board members who never were.",
    );
}

/** Who on the board can read a protected challenge, so that whoever thinks of writing one can judge. Nobody is named. */
export type BoardReaders = { count: number; latestSince: Date | null };

export function boardReaders(organisationId: string): Promise<BoardReaders> {
  return inOrganisation(organisationId, null, async (tx) => {
    const readers = await readersWithin(tx, organisationId);
    return { count: readers.length, latestSince: readers.at(-1)?.since ?? null };
  });
}

/** Longest there first. */
export async function readersWithin(tx: Transaction, organisationId: string) {
  const reviewers = await tx
    .select({ userId: memberships.userId, since: memberships.createdAt })
    .from(memberships)
    .where(and(eq(memberships.organisationId, organisationId), eq(memberships.role, "reviewer")))
    .orderBy(asc(memberships.createdAt));
  const excluded = await onceOnTeam(
    tx,
    organisationId,
    reviewers.map(({ userId }) => userId),
  );
  return reviewers.filter(({ userId }) => !excluded.has(userId));
}
