import { and, desc, eq, lt } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { SheetVersion } from "#app/domain/session/preflight-history.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { users } from "./schema/accounts.ts";
import { preflightHistory, type preflights } from "./schema/preflight.ts";
import { facilitators, facilitatorSessions } from "./schema/training.ts";

/** A kept version: what stood there, who saved it and when. */
export type KeptVersion = SheetVersion & {
  version: number;
  /** ISO date of the change, and the instant at which it was written down. */
  changedOn: string;
  recordedAt: Date;
  /** Null for what stood there before earlier versions were kept. */
  by: string | null;
};

/** Call it in the transaction of the save itself, after everything is written: one never happens without the other. */
export async function keepVersion(
  tx: Transaction,
  scope: Scope,
  { sessionId, sheet, afterwards, version }: typeof preflights.$inferSelect,
  changedOn: string,
): Promise<void> {
  const { organisationId, userId } = scope;
  const led = await tx
    .select({ id: facilitatorSessions.facilitatorId })
    .from(facilitatorSessions)
    .where(
      and(
        eq(facilitatorSessions.organisationId, organisationId),
        eq(facilitatorSessions.sessionId, sessionId),
      ),
    );
  const leading = led.map(({ id }) => id);
  await tx
    .insert(preflightHistory)
    .values({ organisationId, sessionId, version, sheet, leading, afterwards, changedOn, userId });
}

/** Newest first, a page at a time. @param before a version; those older than it */
export function listVersions(
  scope: Scope,
  sessionId: string,
  before?: number,
  limit = 20,
): Promise<KeptVersion[]> {
  return versions(
    scope,
    sessionId,
    before === undefined ? undefined : lt(preflightHistory.version, before),
    limit,
  );
}

/** @throws Refusal (404) */
export async function requireVersion(scope: Scope, sessionId: string, version: number): Promise<KeptVersion> {
  const [found] = await versions(scope, sessionId, eq(preflightHistory.version, version), 1);
  if (!found) throw Refusal.notFound("version");
  return found;
}

function versions(scope: Scope, sessionId: string, which: ReturnType<typeof eq> | undefined, limit: number) {
  const { organisationId } = scope;
  return inScope(scope, async (tx) => {
    const rows = await tx
      .select({ kept: preflightHistory, by: users.name })
      .from(preflightHistory)
      .leftJoin(users, eq(users.id, preflightHistory.userId))
      .where(
        and(
          eq(preflightHistory.organisationId, organisationId),
          eq(preflightHistory.sessionId, sessionId),
          which,
        ),
      )
      .orderBy(desc(preflightHistory.version))
      .limit(limit);
    const known = await tx
      .select({ id: facilitators.id, label: facilitators.label })
      .from(facilitators)
      .where(eq(facilitators.organisationId, organisationId));
    const names = new Map(known.map(({ id, label }) => [id, label]));
    return rows.map(({ kept: { sheet, afterwards, leading, version, changedOn, recordedAt }, by }) => ({
      sheet,
      afterwards,
      leading: leading.map((id) => names.get(id) ?? "an entry that was removed since").sort(),
      version,
      changedOn,
      recordedAt,
      by,
    }));
  });
}
