import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { BenchmarkInput } from "#app/domain/recruitment/benchmark-input.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { recruitmentBenchmarks } from "./schema/recruitment.ts";

/** As many as a page of choices can hold; older ones stay in the table. */
const MOST = 100;

/** Adds whom rounds are compared with. A newer one stands in front of the older; none is changed. @throws Refusal (400), (403) */
export async function addBenchmark(scope: Scope, input: BenchmarkInput): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const values = checked(BenchmarkInput, input);
  return inScope(scope, async (tx) => {
    const [made] = await tx
      .insert(recruitmentBenchmarks)
      .values({ ...values, organisationId: scope.organisationId })
      .returning({ id: recruitmentBenchmarks.id });
    return made!.id;
  });
}

/**
 * Sets one aside that came in by mistake: nothing is compared with it any more, and it stays to be seen. Figures that were
 * released stand as they were. @throws Refusal (403), (404)
 */
export async function setBenchmarkAside(scope: Scope, id: string, today: string): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    const [gone] = await tx
      .update(recruitmentBenchmarks)
      .set({ setAsideOn: today })
      .where(and(ofOrganisation(scope), inUse, eq(recruitmentBenchmarks.id, id)))
      .returning({ id: recruitmentBenchmarks.id });
    if (!gone) throw Refusal.notFound("benchmark");
  });
}

export function listBenchmarks(scope: Scope) {
  return inScope(scope, (tx) => benchmarksOf(tx, scope));
}

/** Those that were set aside, the latest first. */
export function listBenchmarksAside(scope: Scope) {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(recruitmentBenchmarks)
      .where(and(ofOrganisation(scope), isNotNull(recruitmentBenchmarks.setAsideOn)))
      .orderBy(desc(recruitmentBenchmarks.setAsideOn), desc(recruitmentBenchmarks.id))
      .limit(MOST),
  );
}

const ofOrganisation = ({ organisationId }: Scope) =>
  eq(recruitmentBenchmarks.organisationId, organisationId);
const inUse = isNull(recruitmentBenchmarks.setAsideOn);

/** The latest first; of figures of one day, as all areas of a census are, those that were added last. */
export function benchmarksOf(tx: Transaction, scope: Scope) {
  return tx
    .select()
    .from(recruitmentBenchmarks)
    .where(and(ofOrganisation(scope), inUse))
    .orderBy(
      desc(recruitmentBenchmarks.on),
      desc(recruitmentBenchmarks.createdAt),
      desc(recruitmentBenchmarks.id),
    )
    .limit(MOST);
}

/** The latest of each kind and list; nothing is due for one that a newer one stands in front of. */
export async function benchmarksToLookAt(tx: Transaction, scope: Scope) {
  const latest = new Map<string, { id: string; place: string; lookAgainOn: string | null }>();
  for (const { id, kind, scheme, place, lookAgainOn } of await benchmarksOf(tx, scope)) {
    const list = `${kind} ${scheme}`;
    if (!latest.has(list)) latest.set(list, { id, place, lookAgainOn });
  }
  return [...latest.values()].flatMap(({ lookAgainOn, ...about }) =>
    lookAgainOn === null ? [] : [{ ...about, lookAgainOn }],
  );
}
