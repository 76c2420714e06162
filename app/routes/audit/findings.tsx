import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { auditFindings } from "#app/domain/audit/report.ts";
import { roundState } from "#app/domain/audit/round-state.ts";
import { findRecommendationOf } from "#app/domain/audit/recommendation.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listClosedSheets, requireRound } from "#db/audit.server.ts";
import { listFrameworks } from "#db/framework.server.ts";
import { FindingsPage } from "#app/ui/audit/findings-page.tsx";

export const meta = () => [{ title: "Findings – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const day = today();
  const sheet = await requireRound(scope, params.id ?? "");
  if (roundState(sheet.round, day) !== "closed")
    throw Refusal.conflict("People still answer. The findings are shown when the round is closed.");
  const [closed, frameworks] = [await listClosedSheets(scope, day), await listFrameworks(scope)];
  const others = closed.filter(({ round }) => round.id !== sheet.round.id);
  const wanted = new URL(request.url).searchParams.get("with");
  const before = wanted
    ? others.find(({ round }) => round.id === wanted)
    : others.filter(({ round }) => round.opensOn <= sheet.round.opensOn).at(-1);
  const { instrument } = sheet.round;
  return {
    id: sheet.round.id,
    title: sheet.round.title,
    before: before && { id: before.round.id, title: before.round.title },
    others: others.map(({ round }) => ({ id: round.id, title: round.title })),
    findings: auditFindings(instrument, sheet.given, before?.given, day),
    recommendations: Object.fromEntries(
      instrument.questions.flatMap(({ id, recommendation }) => {
        const found = findRecommendationOf(frameworks, instrument.framework, recommendation);
        return found ? [[id, found]] : [];
      }),
    ),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export default function AuditFindings() {
  const { organisation } = useParams();
  return <FindingsPage {...useLoaderData<typeof loader>()} base={`/o/${organisation}`} />;
}
