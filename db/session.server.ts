import { and, asc, desc, eq, gte, inArray, lt, or, sql } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import {
  checkSession,
  demandForNewReason,
  demandForReason,
  seriousOf,
  type SessionCheck,
} from "#app/domain/session/check-session.ts";
import { SessionInput, type SessionDraft } from "#app/domain/session/session-input.ts";
import type { SessionStatus } from "#app/domain/session/status.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { requireVersion } from "./commitment.server.ts";
import { localSettingsIn } from "./session-settings.server.ts";
import { sessionConflicts, sessionHistory, sessions } from "./schema/session.ts";

export type StoredSession = typeof sessions.$inferSelect;

/** A stored session as its check reads it. */
export function asChecked(session: StoredSession) {
  return { ...session, startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString() };
}

/**
 * What a form or a stored session would meet; nothing is saved. A day and its times are enough: the words may come later.
 * @param today days before it are not offered instead @throws Refusal (400)
 */
export async function checkDraft(scope: Scope, input: SessionInput, today?: string): Promise<SessionCheck> {
  const draft = checked(SessionInput, { ...input, ...wordsLater(input) });
  return inScope(scope, async (tx) => checkSession(draft, await localSettingsIn(tx, scope), today));
}

/** What says nothing about when a session is, where it is not written yet. */
const wordsLater = ({ title, purpose, venue }: Partial<SessionInput>) => ({
  title: title || "–",
  purpose: purpose || "–",
  venue: venue || "–",
});

/**
 * Saves a new session with what it meets. Returns its id.
 * @throws Refusal (400) on `acceptReason` when it meets a serious conflict and no reason is written
 */
export async function planSession(scope: Scope, input: SessionInput, today: string): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const { acceptReason, ...draft } = checked(SessionInput, input);
  return inScope(scope, async (tx) => {
    const conflicts = await acceptedConflicts(tx, scope, draft, acceptReason);
    const [made] = await tx
      .insert(sessions)
      .values({ ...stored(draft), organisationId: scope.organisationId, changedOn: today })
      .returning();
    await recordConflicts(tx, scope, made!, conflicts, acceptReason);
    await recordChange(tx, scope, "planned", undefined, made!, today);
    return made!.id;
  });
}

/** Saves over `version`, checked anew. @throws Refusal (404), (400), (409) */
export async function reviseSession(
  scope: Scope,
  id: string,
  version: number,
  input: SessionInput,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { acceptReason, ...draft } = checked(SessionInput, input);
  await inScope(scope, async (tx) => {
    const before = await lockSession(tx, scope, id);
    requireVersion(before, version, "this session");
    const conflicts = await acceptedConflicts(tx, scope, { ...before, ...draft }, acceptReason);
    const accepted = (await conflictsIn(tx, scope, [before])).filter((one) => one.acceptedReason !== "");
    const demand = demandForNewReason(seriousOf(conflicts), accepted, acceptReason);
    if (demand) throw Refusal.invalid({ acceptReason: [demand] });
    const after = await update(tx, scope, before, { ...stored(draft), changeReason: acceptReason }, today);
    await recordConflicts(tx, scope, after, conflicts, acceptReason);
    await recordChange(tx, scope, "changed", before, after, today);
  });
}

/** What is served, and whether it is kept apart. @throws Refusal (404), (409) */
export async function setMenu(
  scope: Scope,
  id: string,
  version: number,
  menu: Pick<StoredSession, "dishes" | "separateServing">,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    const before = await lockSession(tx, scope, id);
    requireVersion(before, version, "this session");
    const after = await update(tx, scope, before, menu, today);
    await carryConflicts(tx, scope, before, after);
    await recordChange(tx, scope, "menu", before, after, today);
  });
}

/** Held or called off, and whether the public may read of it. @throws Refusal (404), (400), (409) */
export async function setSessionStatus(
  scope: Scope,
  id: string,
  version: number,
  { status, shared }: { status: SessionStatus; shared: boolean },
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    const before = await lockSession(tx, scope, id);
    requireVersion(before, version, "this session");
    if (status === "held" && before.startsAt.toISOString().slice(0, 10) > today)
      throw Refusal.invalid({
        status: ["This session lies ahead. Say that it was held on the day or later."],
      });
    if (before.shared && !shared)
      throw Refusal.invalid({
        shared: ["It may be in the public record already. What is published stays published."],
      });
    const after = await update(tx, scope, before, { status, shared }, today);
    await carryConflicts(tx, scope, before, after);
    await recordChange(tx, scope, "status", before, after, today);
  });
}

/** A session with what it met when it was saved, gravest first. @throws Refusal (404) */
export function requireSession(scope: Scope, id: string) {
  return inScope(scope, async (tx) => {
    const [session] = await tx.select().from(sessions).where(own(scope, id));
    if (!session) throw Refusal.notFound("session");
    const conflicts = await conflictsIn(tx, scope, [session]);
    return { session, conflicts, local: await localSettingsIn(tx, scope) };
  });
}

export const sessionsPerPage = 30;

/**
 * A page and one more, with the serious conflicts of each: those from `from` on, soonest first, or those before it,
 * latest first.
 */
export function listSessions(
  scope: Scope,
  { from, past }: { from: Date; past: boolean },
  after?: Pick<StoredSession, "startsAt" | "id">,
  limit = sessionsPerPage + 1,
) {
  return inScope(scope, async (tx) => {
    const { startsAt, id } = sessions;
    const beyond = after
      ? past
        ? or(lt(startsAt, after.startsAt), and(eq(startsAt, after.startsAt), lt(id, after.id)))
        : sql`(${startsAt}, ${id}) > (${after.startsAt.toISOString()}::timestamptz, ${after.id}::uuid)`
      : undefined;
    const rows = await tx
      .select()
      .from(sessions)
      .where(
        and(
          eq(sessions.organisationId, scope.organisationId),
          past ? lt(startsAt, from) : gte(startsAt, from),
          beyond,
        ),
      )
      .orderBy(...(past ? [desc(startsAt), desc(id)] : [asc(startsAt), asc(id)]))
      .limit(limit);
    const conflicts = await conflictsIn(tx, scope, rows);
    return rows.map((session) => ({
      session,
      serious: seriousOnly(conflicts.filter((one) => one.sessionId === session.id)),
    }));
  });
}

type StoredConflict = typeof sessionConflicts.$inferSelect;

const seriousOnly = (conflicts: readonly StoredConflict[]) =>
  conflicts.filter(({ severity }) => severity === "serious");

/** What sessions met by their present version. */
export async function conflictsIn(
  tx: Transaction,
  scope: Scope,
  those: readonly Pick<StoredSession, "id" | "version">[],
): Promise<StoredConflict[]> {
  if (those.length === 0) return [];
  const versions = new Map(those.map(({ id, version }) => [id, version]));
  const rows = await tx
    .select()
    .from(sessionConflicts)
    .where(
      and(
        eq(sessionConflicts.organisationId, scope.organisationId),
        inArray(sessionConflicts.sessionId, [...versions.keys()]),
      ),
    )
    .orderBy(asc(sessionConflicts.id));
  return rows.filter((row) => versions.get(row.sessionId) === row.sessionVersion);
}

async function acceptedConflicts(
  tx: Transaction,
  scope: Scope,
  session: Omit<SessionDraft, "acceptReason">,
  reason: string,
) {
  const { conflicts } = checkSession(session, await localSettingsIn(tx, scope));
  const demand = demandForReason(seriousOf(conflicts), reason);
  if (demand) throw Refusal.invalid({ acceptReason: [demand] });
  return conflicts;
}

async function recordConflicts(
  tx: Transaction,
  scope: Scope,
  session: StoredSession,
  conflicts: SessionCheck["conflicts"],
  reason: string,
): Promise<void> {
  if (conflicts.length === 0) return;
  await tx.insert(sessionConflicts).values(
    conflicts.map(({ tradition, observance, name, date, severity }) => ({
      organisationId: scope.organisationId,
      sessionId: session.id,
      sessionVersion: session.version,
      tradition,
      observance,
      name,
      keptOn: date,
      severity,
      acceptedReason: severity === "serious" ? reason : "",
      userId: scope.userId,
    })),
  );
}

/** A change that moves nothing keeps what the session met, reasons and all. */
async function carryConflicts(tx: Transaction, scope: Scope, before: StoredSession, after: StoredSession) {
  const kept = await conflictsIn(tx, scope, [before]);
  if (kept.length === 0) return;
  await tx
    .insert(sessionConflicts)
    .values(kept.map(({ id: _id, ...row }) => ({ ...row, sessionVersion: after.version })));
}

async function update(
  tx: Transaction,
  scope: Scope,
  before: StoredSession,
  values: Partial<typeof sessions.$inferInsert>,
  today: string,
): Promise<StoredSession> {
  const [after] = await tx
    .update(sessions)
    .set({ ...values, changedOn: today, version: before.version + 1 })
    .where(own(scope, before.id))
    .returning();
  return after!;
}

function recordChange(
  tx: Transaction,
  scope: Scope,
  kind: (typeof sessionHistory.$inferInsert)["kind"],
  before: StoredSession | undefined,
  after: StoredSession,
  today: string,
) {
  return tx.insert(sessionHistory).values({
    organisationId: scope.organisationId,
    sessionId: after.id,
    userId: scope.userId,
    kind,
    before: before ?? null,
    after,
    changedOn: today,
  });
}

const own = (scope: Scope, id: string) =>
  and(eq(sessions.organisationId, scope.organisationId), eq(sessions.id, id));

async function lockSession(tx: Transaction, scope: Scope, id: string): Promise<StoredSession> {
  const [row] = await tx.select().from(sessions).where(own(scope, id)).for("update");
  if (!row) throw Refusal.notFound("session");
  return row;
}

/** A form's session as its row. */
function stored({ startsAt, endsAt, ...draft }: Omit<SessionDraft, "acceptReason">) {
  return { ...draft, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
}
