import { and, desc, eq, ne, sql } from "drizzle-orm";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { RoundFacts } from "#app/domain/recruitment/round-input.ts";
import { looksLikeSameExercise, SAME_WITHIN_DAYS } from "#app/domain/recruitment/same-exercise.ts";
import { bodyNames } from "#app/domain/recruitment/stage-words.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import { inScope } from "./client.server.ts";
import { recruitmentRounds } from "./schema/recruitment.ts";

/** More rounds of one body in half a year are not looked through. */
const MOST_COMPARED = 200;

/**
 * Points out a round that looks like the same exercise, before it is saved a second time: two rounds are two series to the
 * disclosure rules, and figures of both could together give somebody away. `except` is the round being changed itself.
 * @throws Refusal (400, field `another`)
 */
export async function requireNoTwin(scope: Scope, facts: RoundFacts, except?: string): Promise<void> {
  const { organisationId, body, openedOn, id } = recruitmentRounds;
  const near = await inScope(scope, (tx) =>
    tx
      .select()
      .from(recruitmentRounds)
      .where(
        and(
          eq(organisationId, scope.organisationId),
          eq(body, facts.body),
          sql`abs(${openedOn} - ${facts.openedOn}::date) <= ${SAME_WITHIN_DAYS}`,
          except ? ne(id, except) : undefined,
        ),
      )
      .orderBy(desc(openedOn), desc(id))
      .limit(MOST_COMPARED),
  );
  const twin = near.find((round) => looksLikeSameExercise(round, facts));
  if (!twin) return;
  const about = `${bodyNames[twin.body].toLowerCase()}, opened ${writtenDay(twin.openedOn)}`;
  throw Refusal.invalid({
    another: [
      `“${twin.title}” (${about}) looks like the same round. Entered twice, its people count twice, and the figures of both could point at somebody. Open that one, or say that this is another.`,
    ],
  });
}
