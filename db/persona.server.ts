import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Need } from "#app/domain/persona/need.ts";
import { needId } from "#app/domain/persona/need-id.ts";
import { mostNeeds, whyNotUsable, type Persona } from "#app/domain/persona/persona.ts";
import {
  OwnNeedInput,
  PersonaNeed,
  PersonaWords,
  ProvenanceRecord,
} from "#app/domain/persona/persona-input.ts";
import { vocabulary } from "#app/domain/persona/vocabulary.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { ownNeeds, personas } from "./schema/persona.ts";

export type StoredPersona = typeof personas.$inferSelect;

/** The built-in needs with the organisation's own, and without those that went with a persona that was taken back. */
export async function needsIn(tx: Transaction, scope: { organisationId: string }): Promise<Need[]> {
  const { id, area, title, metBy, seenBy } = ownNeeds;
  const own = await tx
    .select({ id, area, title, metBy, seenBy })
    .from(ownNeeds)
    .where(and(eq(ownNeeds.organisationId, scope.organisationId), isNull(ownNeeds.withdrawnOn)))
    .orderBy(asc(title));
  return [...vocabulary, ...own];
}

/** Every id that a need has or had here: past checks name the one that was taken back, so it is given to no other. */
export async function needIdsIn(tx: Transaction, scope: { organisationId: string }): Promise<Set<string>> {
  const own = await tx
    .select({ id: ownNeeds.id })
    .from(ownNeeds)
    .where(eq(ownNeeds.organisationId, scope.organisationId));
  return new Set([...vocabulary, ...own].map(({ id }) => id));
}

export function listNeeds(scope: Scope): Promise<Need[]> {
  return inScope(scope, (tx) => needsIn(tx, scope));
}

/** Most needs in one organisation's list, the built-in ones with its own: an everyone check has to fit into one form. */
export const mostNeedsKnown = 300;

/** Returns the id under which the need stays for ever. */
export async function addOwnNeed(scope: Scope, input: OwnNeedInput): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const need = checked(OwnNeedInput, input);
  return inScope(scope, async (tx) => {
    const known = await needsIn(tx, scope);
    if (known.length >= mostNeedsKnown)
      throw Refusal.invalid({
        title: [`There are ${mostNeedsKnown} needs already. Use one of them: nobody reads more.`],
      });
    const id = needId(need.title, await needIdsIn(tx, scope));
    await tx.insert(ownNeeds).values({ ...need, id, organisationId: scope.organisationId });
    return id;
  });
}

export function listPersonas(scope: Scope): Promise<StoredPersona[]> {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(personas)
      .where(eq(personas.organisationId, scope.organisationId))
      .orderBy(asc(personas.title), asc(personas.id)),
  );
}

/** @throws Refusal (404) */
export function requirePersona(scope: Scope, id: string): Promise<StoredPersona> {
  return inScope(scope, (tx) => personaRow(tx, scope, id));
}

/** A new draft. Returns its id. */
export async function draftPersona(scope: Scope, input: PersonaWords, today: string): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const { reason: _, ...values } = checked(PersonaWords, input);
  return inScope(scope, async (tx) => {
    const [made] = await tx
      .insert(personas)
      .values({ ...values, organisationId: scope.organisationId, changedOn: today })
      .returning({ id: personas.id });
    return made!.id;
  });
}

/** Saves who the persona is over `version`. @throws Refusal (404), (400), (409) */
export async function revisePersona(
  scope: Scope,
  id: string,
  version: number,
  input: PersonaWords,
  today: string,
) {
  const { reason, ...values } = checked(PersonaWords, input);
  return change(scope, id, version, today, () => ({ ...values, changeReason: reason }));
}

/** Says who made it and on what terms: from then on it is no draft. @throws Refusal (404), (400), (409) */
export async function recordProvenance(
  scope: Scope,
  id: string,
  version: number,
  input: ProvenanceRecord,
  today: string,
) {
  const { reason, provenance } = checked(ProvenanceRecord, input);
  if (provenance.reviewOn <= provenance.consentOn)
    throw Refusal.invalid({
      reviewOn: ["The review comes after the day on which they agreed. Give a later day."],
    });
  return change(scope, id, version, today, () => ({ provenance, changeReason: reason }));
}

/** Adds a need, or says it anew. @throws Refusal (400) for an unknown need or one too many */
export async function givePersonaNeed(
  scope: Scope,
  id: string,
  version: number,
  input: PersonaNeed,
  today: string,
) {
  const need = checked(PersonaNeed, input);
  return change(scope, id, version, today, async (stored, tx) => {
    if (!(await needsIn(tx, scope)).some((known) => known.id === need.need))
      throw Refusal.invalid({ need: ["Choose a need from the list."] });
    const others = stored.needs.filter((each) => each.need !== need.need);
    if (others.length >= mostNeeds)
      throw Refusal.invalid({
        need: [
          `A persona may carry up to ${mostNeeds} needs. Keep those that decide whether they can take part.`,
        ],
      });
    return { needs: [...others, need] };
  });
}

/** @throws Refusal (400) when it is the last need of a persona that the public sees */
export async function dropPersonaNeed(
  scope: Scope,
  id: string,
  version: number,
  need: string,
  today: string,
) {
  return change(scope, id, version, today, (stored) => {
    const needs = stored.needs.filter((each) => each.need !== need);
    if (needs.length === 0 && stored.offeredOn)
      throw Refusal.invalid({ need: ["A published persona keeps at least one need. Add another first."] });
    return { needs };
  });
}

/** Means the persona for the public: it goes out with the next publication. @throws Refusal (409) with what is missing */
export function offerPersona(scope: Scope, id: string, version: number, today: string) {
  return change(scope, id, version, today, (stored) => {
    const reason = whyNotUsable(asPersona(stored), today, stored.withdrawnOn !== null);
    if (reason) throw Refusal.conflict(reason);
    return { offeredOn: stored.offeredOn ?? today };
  });
}

type Changed = Partial<typeof personas.$inferInsert>;

async function change(
  scope: Scope,
  id: string,
  version: number,
  today: string,
  rule: (stored: StoredPersona, tx: Transaction) => Changed | Promise<Changed>,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    const stored = await personaRow(tx, scope, id, true);
    if (stored.withdrawnOn)
      throw Refusal.conflict(
        "The communities that made this persona have taken it back. It cannot be changed.",
      );
    if (stored.importedFrom)
      throw Refusal.conflict("This persona belongs to another library. Ask those who made it for a change.");
    if (stored.version !== version)
      throw Refusal.conflict("Somebody else changed this persona while you were writing.", stored);
    await tx
      .update(personas)
      .set({ ...(await rule(stored, tx)), changedOn: today, version: version + 1 })
      .where(and(eq(personas.organisationId, scope.organisationId), eq(personas.id, id)));
  });
}

/** @throws Refusal (404) */
export async function personaRow(
  tx: Transaction,
  scope: { organisationId: string },
  id: string,
  lock = false,
): Promise<StoredPersona> {
  const query = tx
    .select()
    .from(personas)
    .where(and(eq(personas.organisationId, scope.organisationId), eq(personas.id, id)));
  const [row] = await (lock ? query.for("update") : query);
  if (!row) throw Refusal.notFound("persona");
  return row;
}

/** The row as the rules know a persona. */
export function asPersona(row: StoredPersona): Persona {
  const { id, title, about, strengths, hopes, needs, sources, provenance, example } = row;
  return { id, title, about, strengths, hopes, needs, sources, provenance, example };
}

/** What is left of a persona that its makers took back: a tombstone. */
export function takenBack(today: string) {
  return {
    title: "A persona that was taken back",
    about: "Its makers took it back.",
    strengths: [],
    hopes: "",
    needs: [],
    sources: [],
    provenance: null,
    offeredOn: null,
    withdrawnOn: today,
    changedOn: today,
    changeReason: "",
    version: sql`${personas.version} + 1`,
  };
}

/** One at a time: an import that read the library before a persona was taken back must not bring it in afterwards. */
export async function lockPersonaLibrary(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('persona-library'))`);
}
