import { sql } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { inScope } from "./client.server.ts";

/** What the overview counts, in one query. */
export async function countProgress(scope: Scope) {
  const mine = sql`organisation_id = ${scope.organisationId}::uuid`;
  const [row] = await inScope(scope, (tx) =>
    tx.execute<{
      statement: boolean;
      commitments: number;
      without_measure: number;
      without_reading: number;
      updates: number;
      unmeasured: string | null;
      unread: { commitment: string; measure: string } | null;
    }>(sql`
      select
        exists (select 1 from organisation_profiles where ${mine} and statement <> '') as statement,
        (select count(*)::int from commitments where ${mine}) as commitments,
        (select count(*)::int from commitments c where c.${mine} and c.status not in ('dropped', 'did-not-work')
          and not exists (select 1 from measures m where m.commitment_id = c.id)) as without_measure,
        (select count(*)::int from measures m where m.${mine} and not m.retired
          and not exists (select 1 from readings r where r.measure_id = m.id)) as without_reading,
        (select count(*)::int from updates where ${mine}) as updates,
        (select c.id from commitments c where c.${mine} and c.status not in ('dropped', 'did-not-work')
          and not exists (select 1 from measures m where m.commitment_id = c.id)
          order by c.due_on, c.id limit 1) as unmeasured,
        (select jsonb_build_object('commitment', m.commitment_id, 'measure', m.id)
          from measures m where m.${mine} and not m.retired
          and not exists (select 1 from readings r where r.measure_id = m.id)
          order by m.created_at, m.id limit 1) as unread`),
  );
  return {
    statement: row!.statement,
    commitments: row!.commitments,
    withoutMeasure: row!.without_measure,
    measuresWithoutReading: row!.without_reading,
    updates: row!.updates,
    unmeasured: row!.unmeasured,
    unread: row!.unread,
  };
}
