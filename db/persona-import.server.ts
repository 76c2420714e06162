import { and, eq, inArray } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { readLibrary } from "#app/domain/persona/library-file.ts";
import type { Need } from "#app/domain/persona/need.ts";
import { needId } from "#app/domain/persona/need-id.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope } from "./client.server.ts";
import { needsIn } from "./persona.server.ts";
import { ownNeeds, personas } from "./schema/persona.ts";

/**
 * Brings in every persona of another installation's library, with its provenance, or none of them. They can be used in
 * checks; they stay their makers' own, so they can be neither changed nor published from here.
 * @returns how many came
 * @throws Refusal (400, field `file`) with every fault of the file
 */
export async function importLibrary(scope: Scope, text: string, today: string): Promise<number> {
  requireAbility(scope, "workspace.edit");
  const reading = readLibrary(text);
  if (!reading.ok) throw Refusal.invalid({ file: reading.errors });
  const { library } = reading;
  return inScope(scope, async (tx) => {
    const here = await tx
      .select({ title: personas.title })
      .from(personas)
      .where(
        and(
          eq(personas.organisationId, scope.organisationId),
          inArray(
            personas.originId,
            library.personas.map(({ id }) => id),
          ),
        ),
      );
    if (here.length > 0)
      throw Refusal.invalid({
        file: here.map(
          ({ title }) => `“${title}” is here already. Take it out of the file and import the rest.`,
        ),
      });
    const names = namesOfNeeds(
      await needsIn(tx, scope),
      library.personas.flatMap(({ persona }) => persona.needs.map(({ need }) => need)),
    );
    if (names.added.length > 0)
      await tx
        .insert(ownNeeds)
        .values(names.added.map((need) => ({ ...need, organisationId: scope.organisationId })));
    await tx.insert(personas).values(
      library.personas.map(({ id, publishedBy, persona: { needs, ...persona } }) => ({
        ...persona,
        organisationId: scope.organisationId,
        originId: id,
        importedFrom: `${publishedBy} (${library.source})`,
        needs: needs.map(({ need, why, from }) => ({ need: names.ids.get(need.id)!, why, from })),
        changedOn: today,
      })),
    );
    return library.personas.length;
  });
}

/** A need that means something else here comes in under another id, so that no past check changes its meaning. */
function namesOfNeeds(known: readonly Need[], wanted: readonly Need[]) {
  const ids = new Map<string, string>();
  const added: Need[] = [];
  const all = [...known];
  for (const need of wanted) {
    if (ids.has(need.id)) continue;
    const same = all.find((each) => wordsOf(each) === wordsOf(need));
    const id = same?.id ?? needId(need.title, new Set(all.map((each) => each.id)));
    ids.set(need.id, id);
    if (same) continue;
    added.push({ ...need, id });
    all.push({ ...need, id });
  }
  return { ids, added };
}

const wordsOf = ({ area, title, metBy, seenBy }: Need) => JSON.stringify([area, title, metBy, seenBy]);
