import { and, eq, inArray, sql } from "drizzle-orm";
import type { AnswersPlan, PlannedRound } from "#app/domain/audit/import-plan.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { auditAnswers, auditImports, auditRounds, auditSeats } from "./schema/audit.ts";

/** PostgreSQL takes 65,535 parameters in one statement, and an answer needs seven. */
const rowsAtOnce = 1000;

/**
 * Keeps what a file would add until somebody has looked at it, a day at the longest; older plans go now.
 * @throws Refusal 403; 400 (field `file`) for rounds that are here already
 */
export async function holdAnswers(
  scope: Scope,
  { fileName, plan }: { fileName: string; plan: AnswersPlan },
): Promise<string> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    await tx
      .delete(auditImports)
      .where(
        and(
          eq(auditImports.organisationId, scope.organisationId),
          sql`${auditImports.createdAt} < now() - interval '1 day'`,
        ),
      );
    await refuseKnown(tx, scope, plan);
    const [held] = await tx
      .insert(auditImports)
      .values({ organisationId: scope.organisationId, fileName: fileName.slice(0, 200), plan })
      .returning({ id: auditImports.id });
    return held!.id;
  });
}

/** @throws Refusal 404 once it has been imported, dropped, or a day has passed */
export function requireHeldAnswers(scope: Scope, id: string) {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, (tx) => heldRow(tx, scope, id));
}

/**
 * Adds the rounds that were looked at, closed, whole or not at all.
 * @returns the ids of the rounds, oldest first
 * @throws Refusal 403, 404, 400 (field `file`) for rounds that came here since
 */
export async function importHeldAnswers(scope: Scope, id: string, today: string): Promise<string[]> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const { plan } = await heldRow(tx, scope, id, true);
    const rounds = await store(tx, scope, plan, today);
    await tx
      .delete(auditImports)
      .where(and(eq(auditImports.organisationId, scope.organisationId), eq(auditImports.id, id)));
    return rounds;
  });
}

/** The same in one step, for the command line. */
export async function importAnswers(scope: Scope, plan: AnswersPlan, today: string): Promise<string[]> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, (tx) => store(tx, scope, plan, today));
}

/** Drops what was held; again is no error. */
export async function dropHeldAnswers(scope: Scope, id: string): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, (tx) =>
    tx
      .delete(auditImports)
      .where(and(eq(auditImports.organisationId, scope.organisationId), eq(auditImports.id, id))),
  );
}

async function store(tx: Transaction, scope: Scope, plan: AnswersPlan, today: string): Promise<string[]> {
  // Two imports of one organisation wait for one another, so that the second finds the first's rounds.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`audit import ${scope.organisationId}`}))`);
  await refuseKnown(tx, scope, plan);
  const ids: string[] = [];
  for (const round of plan.rounds) ids.push(await storeRound(tx, scope, plan, round, today));
  return ids;
}

async function storeRound(
  tx: Transaction,
  { organisationId }: Scope,
  { instrument }: AnswersPlan,
  { people, ...round }: PlannedRound,
  today: string,
): Promise<string> {
  const [made] = await tx
    .insert(auditRounds)
    .values({ ...round, instrument, organisationId, importedOn: today, closedAt: sql`now()` })
    .returning({ id: auditRounds.id });
  const roundId = made!.id;
  const seats = people.map(({ voice, answers }) => ({
    id: crypto.randomUUID(),
    organisationId,
    roundId,
    voice,
    answeredAt: answers.length > 0 ? new Date(`${round.closesOn}T12:00:00Z`) : null,
  }));
  for (const part of inParts(seats)) await tx.insert(auditSeats).values(part);
  const answers = people.flatMap((person, index) =>
    person.answers.map((answer) => ({ ...answer, organisationId, seatId: seats[index]!.id })),
  );
  for (const part of inParts(answers)) await tx.insert(auditAnswers).values(part);
  return roundId;
}

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / rowsAtOnce);
  return Array.from({ length: count }, (_, part) => rows.slice(part * rowsAtOnce, (part + 1) * rowsAtOnce));
}

/** The same file again adds nothing: a round of that name and those days is here. */
async function refuseKnown(tx: Transaction, scope: Scope, { rounds }: AnswersPlan): Promise<void> {
  const known = await tx
    .select({ title: auditRounds.title, opensOn: auditRounds.opensOn, closesOn: auditRounds.closesOn })
    .from(auditRounds)
    .where(
      and(
        eq(auditRounds.organisationId, scope.organisationId),
        inArray(
          auditRounds.opensOn,
          rounds.map(({ opensOn }) => opensOn),
        ),
      ),
    );
  const problems = rounds.flatMap(({ title, opensOn, closesOn }) =>
    known.some(
      (one) =>
        one.title.toLowerCase() === title.toLowerCase() &&
        one.opensOn === opensOn &&
        one.closesOn === closesOn,
    )
      ? [`The round “${title}” from ${opensOn} to ${closesOn} is here already. Leave it out of the file.`]
      : [],
  );
  if (problems.length > 0) throw Refusal.invalid({ file: problems });
}

async function heldRow(tx: Transaction, scope: Scope, id: string, forImport = false) {
  const found = tx
    .select()
    .from(auditImports)
    .where(and(eq(auditImports.organisationId, scope.organisationId), eq(auditImports.id, id)));
  const [row] = await (forImport ? found.for("update") : found);
  if (!row) throw Refusal.notFound("file. It has been imported, or a day has passed: upload it again");
  return row;
}
