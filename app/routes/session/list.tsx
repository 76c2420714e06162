import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { traditionName } from "#app/domain/calendar/tradition-names.ts";
import { can } from "#app/domain/organisation/permissions.ts";
import { givingWay, indicators } from "#app/domain/session/indicators.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireScope } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listPolls } from "#db/session-poll.server.ts";
import { listSessions, requireSession, sessionsPerPage } from "#db/session.server.ts";
import { sessionFacts } from "#db/session-indicators.server.ts";
import { SessionsPage } from "#app/ui/session/sessions-page.tsx";

export const meta = () => [{ title: "Sessions – Kept" }];

export const loader = refusing(async ({ request, params }: LoaderFunctionArgs) => {
  const scope = await requireScope(request, params.organisation);
  const query = new URL(request.url).searchParams;
  const past = query.get("show") === "past";
  const day = today();
  const afterId = query.get("after");
  const after = afterId ? (await requireSession(scope, afterId)).session : undefined;
  const [found, facts, polls] = await Promise.all([
    listSessions(scope, { from: new Date(`${day}T00:00:00Z`), past }, after),
    sessionFacts(scope, day),
    listPolls(scope),
  ]);
  const shown = found.slice(0, sessionsPerPage);
  return {
    past,
    sessions: shown.map(({ session, serious }) => ({
      id: session.id,
      title: session.title,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      daily: session.daily,
      status: session.status,
      serious: [...new Set(serious.map(({ name }) => name))],
    })),
    next: found.length > sessionsPerPage ? shown.at(-1)?.session.id : undefined,
    figures: indicators.map(({ id, title, compute, unit }) => ({ id, title, unit, ...compute(facts, day) })),
    givingWay: givingWay(facts).map(({ tradition, times }) => ({ name: traditionName(tradition), times })),
    polls: polls.map(({ id, title, closesOn }) => ({ id, title, closesOn })),
    mayEdit: can(scope.role, "workspace.edit"),
  };
});

export default function SessionsRoute() {
  const { organisation } = useParams();
  return <SessionsPage {...useLoaderData<typeof loader>()} base={`/o/${organisation}/sessions`} />;
}
