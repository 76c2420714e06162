import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Ledger } from "#app/domain/disclosure/ledger.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Transaction } from "./client.server.ts";
import { disclosureReleases } from "./schema/recruitment.ts";

/** What was released in these series, oldest first. Series names are made by operations, never taken from a form. */
export async function readLedger(tx: Transaction, scope: Scope, series: readonly string[]): Promise<Ledger> {
  const rows = await tx
    .select({ release: disclosureReleases.release })
    .from(disclosureReleases)
    .where(
      and(
        eq(disclosureReleases.organisationId, scope.organisationId),
        inArray(disclosureReleases.series, [...series]),
      ),
    )
    .orderBy(asc(disclosureReleases.id));
  return rows.map(({ release }) => release);
}

/** Makes releases of one organisation wait for each other: two at once could each be safe, and together not. */
export async function lockLedger(tx: Transaction, scope: Scope): Promise<void> {
  const name = `disclosure ${scope.organisationId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** Stores what `after` adds to `before`. Call it in the transaction that makes the figures public, under `lockLedger`. */
export async function appendToLedger(
  tx: Transaction,
  scope: Scope,
  before: Ledger,
  after: Ledger,
): Promise<void> {
  const added = after.slice(before.length);
  if (added.length === 0) return;
  await tx.insert(disclosureReleases).values(
    added.map((release) => ({
      organisationId: scope.organisationId,
      series: release.series,
      asOf: release.asOf,
      release,
    })),
  );
}
