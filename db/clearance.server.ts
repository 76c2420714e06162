import { sql } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import {
  Clearance,
  clearanceState,
  type ClearanceState,
  type Waiting,
  waitingFor,
} from "#app/domain/review/clearance.ts";
import { fingerprintOf, wordsOn } from "./clearance-words.server.ts";
import { inScope } from "./client.server.ts";
import { previewPublication } from "./publishing.server.ts";
import { boardClearances } from "./schema/review.ts";

export type WaitingSheet = Waiting & {
  seen: string;
  state: ClearanceState;
  /** The latest word on it, on whatever version. */
  latest: { decision: "accept" | "return"; text: string; decidedOn: string } | undefined;
};

/** Everything but commitments that publishing now would change, with what reviewers said of exactly that. */
export async function listWaiting(scope: Scope): Promise<WaitingSheet[]> {
  requireAbility(scope, "workspace.read");
  const { proposal } = await previewPublication(scope);
  const waiting = waitingFor(proposal);
  const words = await inScope(scope, (tx) => wordsOn(tx, scope, waiting));
  return waiting.map((one) => {
    const [own, seen] = [words.get(one.subject) ?? [], fingerprintOf(one)];
    return { ...one, seen, state: clearanceState(own, seen), latest: own.at(-1) };
  });
}

/**
 * A reviewer's word on chosen things, each bound to exactly what was read.
 * @param chosen subject and fingerprint of each, as they stood on the page
 * @throws Refusal 403 for editors and owners; 409 when something is no longer what was read, and then nothing is signed; 400
 */
export async function clear(
  scope: Scope,
  chosen: readonly { subject: string; seen: string }[],
  input: Clearance,
  today: string,
): Promise<void> {
  requireAbility(scope, "review.write");
  const word = checked(Clearance, input);
  if (chosen.length === 0) throw Refusal.invalid({ chosen: ["Choose what you decide on."] });
  const now = new Map((await listWaiting(scope)).map(({ subject, seen }) => [subject, seen]));
  if (chosen.some(({ subject, seen }) => now.get(subject) !== seen))
    throw Refusal.conflict(
      "Something was changed while you were reading. Read it as it is now, then send your decision again.",
    );
  await inScope(scope, (tx) =>
    tx.insert(boardClearances).values(
      chosen.map(({ subject, seen }) => ({
        ...word,
        subject,
        seen,
        organisationId: scope.organisationId,
        decidedOn: today,
        reviewerId: scope.userId,
        createdAt: sql`clock_timestamp()`,
      })),
    ),
  );
}
