import type { Scope } from "#app/domain/organisation/scope.ts";
import { publicDecision } from "#app/domain/review/public.ts";
import { inScope } from "./client.server.ts";
import { findOrganisation } from "./organisation.server.ts";
import { lockLog } from "./record-log.server.ts";
import { appendEntries, readState } from "./record.server.ts";
import { listReviews } from "./review.server.ts";

/**
 * Appends the bare fact of every overdue decision that the public record does not tell yet, without waiting for anybody to
 * publish: that something owed to the board is late is nobody's to hold back. Only for organisations with a public record.
 * @returns how many facts were added
 */
export async function recordOverdueDecisions(scope: Scope, today: string): Promise<number> {
  const reviews = await inScope(scope, (tx) => listReviews(tx, scope));
  const late = reviews.filter(({ actionBy, answer }) => actionBy !== null && actionBy < today && !answer);
  if (late.length === 0) return 0;
  const state = await readState((await findOrganisation(scope)).slug);
  return inScope(scope, async (tx) => {
    // The record grew meanwhile: the next look finds what is left.
    if (state.size === 0 || (await lockLog(tx, scope.organisationId)).frontier.size !== state.size) return 0;
    const drafts = late.flatMap((review) => {
      const { id, commitmentId: commitment, decision, text, decidedOn, actionBy, publish } = review;
      const subject = `decision:${id}`;
      if (state.subjects.has(subject) || !state.subjects.has(`commitment:${commitment}`)) return [];
      const content = publicDecision(
        { commitment, decision, text, decidedOn, actionBy, publish, answeredOn: null, answer: null },
        today,
      );
      return content
        ? [{ kind: "decision", subject, effectiveOn: decidedOn, role: "system" as const, body: { content } }]
        : [];
    });
    await appendEntries(tx, scope, drafts);
    return drafts.length;
  });
}
