import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { CheckAnswers, CheckInput } from "#app/domain/persona/check-input.ts";
import { coverage, type NeedEvidence, type Row } from "#app/domain/persona/check.ts";
import { whyNotUsable } from "#app/domain/persona/persona.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { asPersona, needsIn, type StoredPersona } from "./persona.server.ts";
import { recruitmentRounds } from "./schema/recruitment.ts";
import { sessions } from "./schema/session.ts";
import { needCheckPersonas, needCheckRounds, needChecks, personas } from "./schema/persona.ts";

export type NeedCheck = typeof needChecks.$inferSelect;

/** Starts a check of something against personas. Returns its id. @throws Refusal (400) for a persona that may not be used */
export async function startCheck(scope: Scope, input: CheckInput, today: string): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const { personas: chosen, ...values } = checked(CheckInput, input);
  return inScope(scope, async (tx) => {
    await requireUsable(tx, scope, chosen, today);
    const known = values.subjectId
      ? (await subjectsIn(tx, scope)).find(isOne(values.subject, values.subjectId))
      : undefined;
    if (values.subjectId && !known)
      throw Refusal.invalid({
        subjectId: ["Choose a session or a round from the list, of the kind that you check."],
      });
    const [made] = await tx
      .insert(needChecks)
      .values({
        ...values,
        title: values.title || known!.title.slice(0, 200),
        organisationId: scope.organisationId,
      })
      .returning({ id: needChecks.id });
    if (chosen.length > 0)
      await tx.insert(needCheckPersonas).values(
        [...new Set(chosen)].map((personaId) => ({
          organisationId: scope.organisationId,
          checkId: made!.id,
          personaId,
        })),
      );
    return made!.id;
  });
}

export type Checkable = { subject: "session" | "recruitment-round"; id: string; title: string };

const isOne = (subject: string, id: string) => (one: Checkable) => one.subject === subject && one.id === id;

/** The sessions and recruitment rounds that a check can be tied to, newest first. Surveys and venues go by their name. */
export function listCheckables(scope: Scope): Promise<Checkable[]> {
  return inScope(scope, (tx) => subjectsIn(tx, scope));
}

async function subjectsIn(tx: Transaction, scope: Scope): Promise<Checkable[]> {
  const meetings = await tx
    .select({ id: sessions.id, title: sessions.title })
    .from(sessions)
    .where(eq(sessions.organisationId, scope.organisationId))
    .orderBy(desc(sessions.startsAt), asc(sessions.id));
  const rounds = await tx
    .select({ id: recruitmentRounds.id, title: recruitmentRounds.title })
    .from(recruitmentRounds)
    .where(eq(recruitmentRounds.organisationId, scope.organisationId))
    .orderBy(desc(recruitmentRounds.createdAt), asc(recruitmentRounds.id));
  return [
    ...meetings.map((one) => ({ subject: "session" as const, ...one })),
    ...rounds.map((one) => ({ subject: "recruitment-round" as const, ...one })),
  ];
}

async function requireUsable(tx: Transaction, scope: Scope, ids: readonly string[], today: string) {
  if (ids.length === 0) return;
  const found = await tx
    .select()
    .from(personas)
    .where(and(eq(personas.organisationId, scope.organisationId), inArray(personas.id, [...ids])));
  const sentences = ids.flatMap((id) => {
    const row = found.find((each) => each.id === id);
    if (!row) return ["Choose personas from the list."];
    const reason = whyNotUsable(asPersona(row), today, row.withdrawnOn !== null);
    return reason ? [`“${row.title}”: ${reason}`] : [];
  });
  if (sentences.length > 0) throw Refusal.invalid({ personas: sentences });
}

/** Records what was found on a day; what was found before stays in the history. @throws Refusal (404), (400) */
export async function recordAnswers(
  scope: Scope,
  checkId: string,
  input: CheckAnswers,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { answers } = checked(CheckAnswers, input);
  await inScope(scope, async (tx) => {
    const { rows } = await sheetOf(tx, scope, await checkRow(tx, scope, checkId));
    const asked = new Set(rows.map((row) => row.need.id));
    const known = answers.filter(({ need }) => asked.has(need));
    if (known.length === 0) throw Refusal.invalid({ form: ["Answer at least one need."] });
    await tx
      .insert(needCheckRounds)
      .values({ organisationId: scope.organisationId, checkId, checkedOn: today, answers: known });
  });
}

export type CheckSheet = {
  check: NeedCheck;
  personas: Pick<StoredPersona, "id" | "title" | "example">[];
  rows: Row[];
  /** Newest first. */
  rounds: { id: number; checkedOn: string; rows: Row[] }[];
};

/** The check with its matrix as it stands now and as each earlier round found it. @throws Refusal (404) */
export function requireCheck(scope: Scope, id: string): Promise<CheckSheet> {
  return inScope(scope, async (tx) => sheetOf(tx, scope, await checkRow(tx, scope, id)));
}

/** The newest answers to every need of every check, for the figures. */
export function listLatestRows(scope: Scope): Promise<Row[][]> {
  return inScope(scope, async (tx) => {
    const all = await tx.select().from(needChecks).where(eq(needChecks.organisationId, scope.organisationId));
    return (await sheetsOf(tx, scope, all)).map(({ rows }) => rows);
  });
}

async function checkRow(tx: Transaction, scope: Scope, id: string): Promise<NeedCheck> {
  const [row] = await tx
    .select()
    .from(needChecks)
    .where(and(eq(needChecks.organisationId, scope.organisationId), eq(needChecks.id, id)));
  if (!row) throw Refusal.notFound("check");
  return row;
}

export async function sheetOf(tx: Transaction, scope: Scope, check: NeedCheck): Promise<CheckSheet> {
  const [sheet] = await sheetsOf(tx, scope, [check]);
  return sheet!;
}

// Three queries, whatever the number of checks.
export async function sheetsOf(tx: Transaction, scope: Scope, checks: NeedCheck[]): Promise<CheckSheet[]> {
  if (checks.length === 0) return [];
  const ids = checks.map(({ id }) => id);
  const vocabulary = await needsIn(tx, scope);
  const chosen = await tx
    .select({ checkId: needCheckPersonas.checkId, persona: personas })
    .from(needCheckPersonas)
    .innerJoin(personas, eq(personas.id, needCheckPersonas.personaId))
    .where(
      and(
        eq(needCheckPersonas.organisationId, scope.organisationId),
        inArray(needCheckPersonas.checkId, ids),
      ),
    )
    .orderBy(asc(personas.title));
  const found = await tx
    .select()
    .from(needCheckRounds)
    .where(
      and(eq(needCheckRounds.organisationId, scope.organisationId), inArray(needCheckRounds.checkId, ids)),
    )
    .orderBy(desc(needCheckRounds.id));
  return checks.map((check) => {
    const asking = chosen
      .filter((each) => each.checkId === check.id)
      .map(({ persona }) => asPersona(persona));
    const matrix = (answers: readonly NeedEvidence[]) =>
      coverage(vocabulary, asking, check.everyone, answers);
    const rounds = found
      .filter((each) => each.checkId === check.id)
      .map(({ id, checkedOn, answers }) => ({ id, checkedOn, rows: matrix(answers) }));
    return { check, personas: asking, rows: rounds[0]?.rows ?? matrix([]), rounds };
  });
}
