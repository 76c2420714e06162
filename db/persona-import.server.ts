import { and, eq, inArray } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { readLibrary, type LibraryFile } from "#app/domain/persona/library-file.ts";
import type { Need } from "#app/domain/persona/need.ts";
import { needId } from "#app/domain/persona/need-id.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { lockPersonaLibrary, mostNeedsKnown, needIdsIn, needsIn, takenBack } from "./persona.server.ts";
import { listTakenBack } from "./record-library.server.ts";
import { ownNeeds, personas } from "./schema/persona.ts";

/** `came` are new; `takenBack` were here and are emptied; `here` were here already and stay as they are. */
export type Imported = { came: number; takenBack: number; here: number };

/**
 * Brings in every persona of another installation's library that is not here yet, with its provenance, or none of them.
 * They can be used in checks; they stay their makers' own, so they can be neither changed nor published from here. What the
 * library says was taken back is emptied here, where it came from the same library.
 * @throws Refusal (400, field `file`) with every fault of the file, or when it holds nothing new
 */
export async function importLibrary(scope: Scope, text: string, today: string): Promise<Imported> {
  requireAbility(scope, "workspace.edit");
  const reading = readLibrary(text);
  if (!reading.ok) throw Refusal.invalid({ file: reading.errors });
  const { personas: offered, takenBack: gone = [], source } = reading.library;
  return inScope(scope, async (tx) => {
    await lockPersonaLibrary(tx);
    const removed = await emptyCopies(
      tx,
      scope,
      source,
      gone.map(({ id }) => id),
      today,
    );
    const here = await copiesIn(
      tx,
      scope,
      offered.map(({ id }) => id),
    );
    const withdrawn = new Set([
      ...here.filter((row) => row.withdrawnOn).map((row) => row.originId),
      ...(await listTakenBack(
        tx,
        offered.map(({ id }) => id),
      )),
    ]);
    const refused = offered.filter(({ id }) => withdrawn.has(id));
    if (refused.length > 0)
      throw Refusal.invalid({
        file: refused.map(
          ({ persona }) => `“${persona.title}” was taken back by its makers. Take it out of the file.`,
        ),
      });
    const known = new Set(here.map((row) => row.originId));
    const fresh = offered.filter(({ id }) => !known.has(id));
    if (fresh.length === 0 && removed === 0)
      throw Refusal.invalid({
        file:
          here.length > 0
            ? here.map(({ title }) => `“${title}” is here already. There is nothing new in this file.`)
            : ["There is nothing in this file that is new here."],
      });
    await bringIn(tx, scope, source, fresh, today);
    return { came: fresh.length, takenBack: removed, here: here.length };
  });
}

type Offered = LibraryFile["personas"];

async function bringIn(tx: Transaction, scope: Scope, source: string, fresh: Offered, today: string) {
  if (fresh.length === 0) return;
  const known = await needsIn(tx, scope);
  const names = namesOfNeeds(
    known,
    await needIdsIn(tx, scope),
    fresh.flatMap(({ persona }) => persona.needs.map(({ need }) => need)),
  );
  if (known.length + names.added.length > mostNeedsKnown)
    throw Refusal.invalid({
      file: [
        `This file brings ${names.added.length} needs that are not in your list, and the list holds ${mostNeedsKnown} at most. Ask for a library that uses the needs that come with Kept.`,
      ],
    });
  if (names.added.length > 0)
    await tx
      .insert(ownNeeds)
      .values(names.added.map((need) => ({ ...need, organisationId: scope.organisationId, brought: true })));
  await tx.insert(personas).values(
    fresh.map(({ id, publishedBy, persona: { needs, ...persona } }) => ({
      ...persona,
      organisationId: scope.organisationId,
      originId: id,
      importedFrom: `${publishedBy}${fromLibrary(source)}`,
      needs: needs.map(({ need, why, from }) => ({ need: names.ids.get(need.id)!, why, from })),
      changedOn: today,
    })),
  );
}

const fromLibrary = (source: string) => ` (${source})`;

function copiesIn(tx: Transaction, scope: Scope, ids: string[]) {
  return tx
    .select()
    .from(personas)
    .where(and(eq(personas.organisationId, scope.organisationId), inArray(personas.originId, ids)));
}

/** A library can take back what came from it, and nothing that came from another. Returns how many were emptied. */
async function emptyCopies(tx: Transaction, scope: Scope, source: string, ids: string[], today: string) {
  const copies = (await copiesIn(tx, scope, ids)).filter(
    (row) => !row.withdrawnOn && row.importedFrom.endsWith(fromLibrary(source)),
  );
  if (copies.length > 0)
    await tx
      .update(personas)
      .set(takenBack(today))
      .where(
        and(
          eq(personas.organisationId, scope.organisationId),
          inArray(
            personas.id,
            copies.map(({ id }) => id),
          ),
        ),
      );
  return copies.length;
}

/**
 * A need that means something else here comes in under an id of its own, so that no past check changes its meaning. The id
 * holds none of its words: those go when its makers take it back, and the id stays in past checks.
 */
function namesOfNeeds(known: readonly Need[], taken: ReadonlySet<string>, wanted: readonly Need[]) {
  const ids = new Map<string, string>();
  const added: Need[] = [];
  const all = [...known];
  for (const need of wanted) {
    if (ids.has(need.id)) continue;
    const same = all.find((each) => wordsOf(each) === wordsOf(need));
    const id = same?.id ?? needId("brought", new Set([...taken, ...added.map((each) => each.id)]));
    ids.set(need.id, id);
    if (same) continue;
    added.push({ ...need, id });
    all.push({ ...need, id });
  }
  return { ids, added };
}

const wordsOf = ({ area, title, metBy, seenBy }: Need) => JSON.stringify([area, title, metBy, seenBy]);
