import { and, desc, eq, lt, ne, or, sql, type SQL } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { CheckSubject } from "#app/domain/persona/check-input.ts";
import { tallyCoverage, type Tally } from "#app/domain/persona/check.ts";
import { inScope } from "./client.server.ts";
import { sheetsOf, type NeedCheck } from "./need-check.server.ts";
import { needChecks } from "./schema/persona.ts";

/** A check in a list: when it was looked at last, and what was found then. */
export type ListedCheck = NeedCheck & { rounds: number; checkedOn: string | undefined; tally: Tally };

type Filter = {
  subject?: CheckSubject;
  /** Part of the name, in any capitals. */
  named?: string;
  after?: { createdAt: Date; id: string };
};

/** Newest first by keyset. */
export function listChecks(scope: Scope, { subject, named, after }: Filter = {}, limit = 30) {
  return listed(
    scope,
    limit,
    subject && eq(needChecks.subject, subject),
    named ? sql`strpos(lower(${needChecks.title}), lower(${named})) > 0` : undefined,
    after &&
      or(
        lt(needChecks.createdAt, after.createdAt),
        and(eq(needChecks.createdAt, after.createdAt), lt(needChecks.id, after.id)),
      ),
  );
}

/** Most of the other checks of one thing that its page lists. */
const mostOthers = 50;

/**
 * The other checks of the same thing, newest first. A session and a round are known by their id; a survey and a venue by their
 * name, however it is capitalised and spaced.
 */
export function listOthers(scope: Scope, check: NeedCheck): Promise<ListedCheck[]> {
  const same = sql`lower(regexp_replace(trim(${needChecks.title}), '\\s+', ' ', 'g'))`;
  return listed(
    scope,
    mostOthers,
    ne(needChecks.id, check.id),
    eq(needChecks.subject, check.subject),
    check.subjectId
      ? eq(needChecks.subjectId, check.subjectId)
      : sql`${same} = ${check.title.trim().replace(/\s+/g, " ").toLowerCase()}`,
  );
}

function listed(scope: Scope, limit: number, ...where: (SQL | undefined)[]): Promise<ListedCheck[]> {
  return inScope(scope, async (tx) => {
    const found = await tx
      .select()
      .from(needChecks)
      .where(and(eq(needChecks.organisationId, scope.organisationId), ...where))
      .orderBy(desc(needChecks.createdAt), desc(needChecks.id))
      .limit(limit);
    return (await sheetsOf(tx, scope, found)).map(({ check, rows, rounds }) => ({
      ...check,
      rounds: rounds.length,
      checkedOn: rounds[0]?.checkedOn,
      tally: tallyCoverage(rows),
    }));
  });
}
