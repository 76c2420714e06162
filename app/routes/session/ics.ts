import type { LoaderFunctionArgs } from "@remix-run/node";
import { addMonths } from "#app/domain/dates/days.ts";
import { sessionsIcs } from "#app/documents/sessions-ics.ts";
import { answer } from "#app/http/plain-answer.server.ts";
import { refusing } from "#app/http/refuse.server.ts";
import { requireWorkspace } from "#app/http/require-scope.server.ts";
import { today } from "#app/http/today.server.ts";
import { listSessions, requireSession, type StoredSession } from "#db/session.server.ts";

/** A calendar program reads so many without complaint; the window is the last year and what is planned. */
const MOST_SESSIONS = 1000;

/** One session, or all of the last year and those to come, for members. */
export const loader = refusing(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { scope, organisation } = await requireWorkspace(request, params.organisation);
  const from = new Date(`${addMonths(today(), -12)}T00:00:00Z`);
  const found: StoredSession[] = params.id
    ? [(await requireSession(scope, params.id)).session]
    : (await listSessions(scope, { from, past: false }, undefined, MOST_SESSIONS)).map(
        ({ session }) => session,
      );
  const page = `${context.publicUrl}/o/${organisation.slug}/sessions`;
  const events = found.map((one) => ({ ...one, calledOff: one.status === "called-off" }));
  const file = sessionsIcs(`Sessions of ${organisation.name}`, events, (id) => `${page}/${id}`, new Date());
  return answer(file, {
    type: "text/calendar; charset=utf-8",
    cache: "private, no-store",
    filename: "sessions.ics",
  });
});
