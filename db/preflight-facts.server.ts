import { and, desc, eq } from "drizzle-orm";
import { excluded } from "#app/domain/calendar/conflicts.ts";
import { traditionName } from "#app/domain/calendar/tradition-names.ts";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { keptOut, type Row } from "#app/domain/persona/check.ts";
import { checkSession, conflictKey, seriousOf, unaccepted } from "#app/domain/session/check-session.ts";
import type { KeptOut } from "#app/domain/session/kept-out.ts";
import type { PreflightFacts } from "#app/domain/session/preflight.ts";
import { clockOf } from "#app/domain/session/session-input.ts";
import { currentTopics, lastDayIn } from "#app/domain/training/coverage.ts";
import type { Transaction } from "./client.server.ts";
import { sheetOf } from "./need-check.server.ts";
import { needChecks } from "./schema/persona.ts";
import { asChecked, type requireSession, type StoredSession } from "./session.server.ts";
import type { Training } from "./training.server.ts";

type Found = Awaited<ReturnType<typeof requireSession>>;
type Known = { facts: PreflightFacts; keptOut: KeptOut[]; checkId: string | undefined };

/**
 * What the calendar, the venue, the kitchen, the checks of needs and the training record know about a session.
 * @param said see `PreflightFacts.saidGo`
 */
export async function factsOf(
  tx: Transaction,
  scope: Scope,
  { session, conflicts, local }: Found,
  training: Training,
  leading: readonly string[],
  said: boolean,
): Promise<Known> {
  const check = checkSession(asChecked(session), local);
  const accepted = conflicts
    .filter((each) => each.acceptedReason !== "")
    .map(({ tradition, observance, keptOn, acceptedReason }) => ({
      key: conflictKey({ tradition, observance, date: keptOn }),
      reason: acceptedReason,
    }));
  const reasons = new Map(accepted.map(({ key, reason }) => [key, reason]));
  const needs = await needsOf(tx, scope, session.id);
  const heldOn = dayOf(session);
  return {
    checkId: needs.checkId,
    keptOut: [
      ...byName(seriousOf(check.conflicts)).map(({ name, excludes, mends, ...conflict }) => ({
        who: excludes,
        why: name,
        change: mends[0] ?? "",
        accepted: reasons.get(conflictKey(conflict)) ?? "",
      })),
      ...needs.keptOut,
    ],
    facts: {
      conflicts: {
        open: byName(unaccepted(check.conflicts, accepted)).map(({ name, mends }) => ({
          what: name,
          mend: mends[0] ?? "",
        })),
        accepted: byName(seriousOf(check.conflicts)).flatMap((conflict) => {
          const reason = reasons.get(conflictKey(conflict));
          return reason ? [`${conflict.name}: ${reason}`] : [];
        }),
      },
      // A menu that nobody wrote down cannot be checked, and silence lets nobody in.
      food: [
        ...(session.catering && session.dishes.length === 0
          ? [
              {
                what: "The menu is not written down yet",
                mend: "Write down each dish on the session's page.",
                who: "People who cannot eat just anything",
              },
            ]
          : []),
        ...check.food.map(({ tradition, warning, mend }) => ({
          what: `${traditionName(tradition)}: ${warning}`,
          mend,
          who: excluded(tradition),
        })),
      ],
      venue: check.venue.map(({ finding, mend, who }) => ({ what: finding, mend, who })),
      catering: session.catering,
      ...(needs.found ? { needs: needs.found } : {}),
      facilitators: leadersOn(training, leading, heldOn),
      heldOn,
      saidGo: said,
    },
  };
}

function leadersOn(
  { facilitators, courses, completions }: Training,
  leading: readonly string[],
  on: string,
): PreflightFacts["facilitators"] {
  const named = facilitators.filter(({ id }) => leading.includes(id));
  const left = named.filter(({ leftOn }) => leftOn !== null && leftOn < on);
  const leaders = named.filter((one) => !left.includes(one));
  const lapsed = leaders.filter((one) => !currentTopics(one, courses, completions, on).has("racism"));
  return {
    count: leaders.length,
    left: left.map(({ label, leftOn }) => `${label} (until ${writtenDay(leftOn!)})`),
    lapsed: lapsed.map((one) => {
      const last = lastDayIn("racism", one, courses, completions, on);
      return `${one.label} (${last ? `in date until ${writtenDay(last)}` : "no course on record"})`;
    }),
  };
}

/** The newest check of needs against the session, and whom it would keep out. */
async function needsOf(tx: Transaction, scope: Scope, sessionId: string) {
  const [check] = await tx
    .select()
    .from(needChecks)
    .where(
      and(
        eq(needChecks.organisationId, scope.organisationId),
        eq(needChecks.subject, "session"),
        eq(needChecks.subjectId, sessionId),
      ),
    )
    .orderBy(desc(needChecks.createdAt), desc(needChecks.id))
    .limit(1);
  if (!check) return { checkId: undefined, keptOut: [], found: undefined };
  const { rows, personas } = await sheetOf(tx, scope, check);
  const titles = new Map(personas.map(({ id, title }) => [id, title]));
  return {
    checkId: check.id,
    keptOut: keptOut(rows).map(({ persona, needs }) => ({
      who: titles.get(persona)!,
      why: needs.map(({ title }) => title).join("; "),
      change: needs.map(({ metBy }) => `${metBy}.`).join(" "),
      accepted: "",
    })),
    // A check whose personas were all taken back asks for nothing, and shows nothing.
    found: rows.length > 0 ? countsOf(rows) : undefined,
  };
}

function countsOf(rows: readonly Row[]): NonNullable<PreflightFacts["needs"]> {
  return {
    notMet: rows.filter(({ answer }) => answer === "not-met").map(({ need }) => need.title),
    notKnown: rows.filter(({ answer }) => answer === "not-known").length,
    asked: rows.filter(({ answer }) => answer !== "not-needed").length,
  };
}

/** One of each name: a session of several days meets the same prayer on each. */
function byName<T extends { name: string }>(things: readonly T[]): T[] {
  return [...new Map(things.map((one) => [one.name, one] as const).toReversed()).values()].toReversed();
}

/** Day of a session by the clock of the United Kingdom, ISO. */
export function dayOf(session: StoredSession): string {
  return clockOf(session.startsAt.toISOString()).date;
}
