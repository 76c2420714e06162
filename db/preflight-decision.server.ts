import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { refuseDecision, type Outcome } from "#app/domain/session/preflight-decision.ts";
import { findings } from "#app/domain/session/preflight.ts";
import { inScope } from "./client.server.ts";
import { findPreflight } from "./preflight.server.ts";
import { preflightDecisions } from "./schema/preflight.ts";

/** Go, go with accepted reasons, or not yet; each decision stays with what was found then. @throws Refusal (400), (404), (409) */
export async function decidePreflight(
  scope: Scope,
  sessionId: string,
  decision: { outcome: Outcome; reasons: Record<string, string> },
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { lines, begun, plan, accepted } = await findPreflight(scope, sessionId);
  if (!begun) throw Refusal.conflict("Fill in and save the preflight first.");
  const found = findings(lines);
  const errors = refuseDecision(decision.outcome, found, decision.reasons, accepted);
  if (Object.keys(errors).length > 0) throw Refusal.invalid(errors);
  const reasons =
    decision.outcome === "go-with-reasons"
      ? {
          ...(accepted.length > 0 ? { calendar: accepted.join("; ") } : {}),
          ...Object.fromEntries(found.map(({ item }) => [item, decision.reasons[item]!.trim()])),
        }
      : {};
  await inScope(scope, (tx) =>
    tx.insert(preflightDecisions).values({
      organisationId: scope.organisationId,
      sessionId,
      outcome: decision.outcome,
      reasons,
      plan,
      findings: found,
      decidedOn: today,
    }),
  );
}
