import { and, desc, eq, lt, or } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Round } from "#app/domain/recruitment/round.ts";
import { nothingCounted, type RoundFacts, type RoundTables } from "#app/domain/recruitment/round-input.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { recruitmentRoundChanges, recruitmentRounds } from "./schema/recruitment.ts";

export type StoredRound = typeof recruitmentRounds.$inferSelect;
export const roundsPerPage = 50;

/** Returns the new round's id. Nothing is counted in it yet. @throws Refusal (400), (403) */
export function openRound(scope: Scope, facts: RoundFacts, today: string): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const nothing = { counts: nothingCounted(), international: null, other: null, intersections: null };
  const round = checked(Round, { ...facts, ...nothing });
  return inScope(scope, async (tx) => {
    const [made] = await tx
      .insert(recruitmentRounds)
      .values({ ...round, organisationId: scope.organisationId })
      .returning();
    await recordRoundChange(tx, scope, {
      roundId: made!.id,
      kind: "opened",
      before: null,
      after: round,
      today,
    });
    return made!.id;
  });
}

/** Saves the facts of a round over `version`. @throws Refusal (404), (409), (400) */
export function reviseRound(
  scope: Scope,
  id: string,
  version: number,
  facts: RoundFacts,
  today: string,
): Promise<void> {
  return save(scope, id, version, facts, "revised", today);
}

/** Saves counts over `version`; tables left out stay as they are. @throws Refusal (404), (409), (400) */
export function countRound(
  scope: Scope,
  id: string,
  version: number,
  tables: Partial<RoundTables>,
  today: string,
): Promise<void> {
  return save(scope, id, version, tables, "counted", today);
}

async function save(
  scope: Scope,
  id: string,
  version: number,
  changes: Partial<Round>,
  kind: "revised" | "counted",
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    const stored = await lockRound(tx, scope, id);
    requireRoundVersion(stored, version);
    const before = roundOf(stored);
    const after = checked(Round, { ...before, ...changes });
    await tx
      .update(recruitmentRounds)
      .set({ ...after, version: version + 1 })
      .where(thisRound(scope, id));
    await recordRoundChange(tx, scope, { roundId: id, kind, before, after, today });
  });
}

/** Newest first, one more than a page holds when there are more; `after` is the last row of the page before. */
export function listRounds(
  scope: Scope,
  after?: Pick<StoredRound, "openedOn" | "id">,
): Promise<StoredRound[]> {
  const { openedOn, organisationId, id } = recruitmentRounds;
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(recruitmentRounds)
      .where(
        and(
          eq(organisationId, scope.organisationId),
          after && or(lt(openedOn, after.openedOn), and(eq(openedOn, after.openedOn), lt(id, after.id))),
        ),
      )
      .orderBy(desc(openedOn), desc(id))
      .limit(roundsPerPage + 1),
  );
}

/** @throws Refusal (404) */
export function requireRound(scope: Scope, id: string): Promise<StoredRound> {
  return inScope(scope, async (tx) => {
    const [found] = await tx.select().from(recruitmentRounds).where(thisRound(scope, id));
    if (!found) throw Refusal.notFound("round");
    return found;
  });
}

export async function lockRound(tx: Transaction, scope: Scope, id: string): Promise<StoredRound> {
  const [found] = await tx.select().from(recruitmentRounds).where(thisRound(scope, id)).for("update");
  if (!found) throw Refusal.notFound("round");
  return found;
}

export function requireRoundVersion(stored: StoredRound, version: number): void {
  if (stored.version !== version)
    throw Refusal.conflict("Somebody else saved this round first. Look at theirs, then save yours again.", {
      version: stored.version,
    });
}

/** The round as the rules know it, without what the table adds. */
export function roundOf(stored: StoredRound): Round {
  const { title, body, openedOn, closedOn, scheme, practice, counts } = stored;
  const { international, other, intersections } = stored;
  const facts = { title, body, openedOn, closedOn, scheme, practice };
  return { ...facts, counts, international, other, intersections };
}

export function thisRound(scope: Scope, id: string) {
  return and(eq(recruitmentRounds.organisationId, scope.organisationId), eq(recruitmentRounds.id, id));
}

/** Call it in the transaction of the change itself. */
export async function recordRoundChange(
  tx: Transaction,
  scope: Scope,
  change: {
    roundId: string;
    kind: typeof recruitmentRoundChanges.$inferInsert.kind;
    before: unknown;
    after: unknown;
    today: string;
  },
): Promise<void> {
  const { today, ...rest } = change;
  await tx.insert(recruitmentRoundChanges).values({
    ...rest,
    organisationId: scope.organisationId,
    userId: scope.userId,
    changedOn: today,
  });
}
