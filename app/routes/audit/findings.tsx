import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { auditFindings } from "#app/domain/audit/report.ts";
import { findRecommendationOf } from "#app/domain/audit/recommendation.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listClosedSheets, requireClosedRound, type RoundSheet } from "#db/audit.server.ts";
import { listFrameworks } from "#db/framework.server.ts";
import { FindingsPage } from "#app/ui/audit/findings-page.tsx";

/** More rounds than this beside one another no phone can show. */
const mostCompared = 5;

export const meta = () => [{ title: "Findings – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const day = today();
  const sheet = await requireClosedRound(scope, params.id ?? "", day);
  const closed = await listClosedSheets(scope, day);
  const earlier = closed.slice(
    0,
    Math.max(
      0,
      closed.findIndex(({ round }) => round.id === sheet.round.id),
    ),
  );
  const wanted = new URL(request.url).searchParams.get("with");
  const compared = wanted ? [earlierRound(earlier, wanted)] : earlier.slice(1 - mostCompared);
  const frameworks = await listFrameworks(scope);
  const { instrument } = sheet.round;
  return {
    id: sheet.round.id,
    title: sheet.round.title,
    compared: compared.map(({ round }) => ({ id: round.id, title: round.title })),
    wanted,
    others: earlier.map(({ round }) => ({ id: round.id, title: round.title })),
    findings: auditFindings(
      instrument,
      sheet.given,
      compared.map(({ round, given }) => ({ instrument: round.instrument, given })),
      day,
    ),
    recommendations: Object.fromEntries(
      instrument.questions.flatMap(({ id, recommendation }) => {
        const found = findRecommendationOf(frameworks, instrument.framework, recommendation);
        return found ? [[id, found]] : [];
      }),
    ),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

function earlierRound(earlier: readonly RoundSheet[], id: string): RoundSheet {
  const found = earlier.find(({ round }) => round.id === id);
  if (!found) throw Refusal.notFound("earlier round");
  return found;
}

export default function AuditFindings() {
  const { organisation } = useParams();
  return <FindingsPage {...useLoaderData<typeof loader>()} base={`/o/${organisation}`} />;
}
