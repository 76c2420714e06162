import { data } from "@remix-run/node";
import type { FormReply } from "#app/domain/form-reply.ts";
import { PLACES } from "#app/domain/calendar/index.ts";
import { isBankHoliday, TRADITION_OPTIONS } from "#app/domain/calendar/tradition-names.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { SessionCheck } from "#app/domain/session/check-session.ts";
import type { SessionInput } from "#app/domain/session/session-input.ts";
import { breaksInWords, clockOf } from "#app/domain/session/session-times.ts";
import { readForm } from "./form.server.ts";
import { today } from "./today.server.ts";
import { checkDraft, type StoredSession } from "#db/session.server.ts";

/** The form again with what was typed, and what its session would meet when it could be read. */
export type SessionReply = FormReply & { check?: SessionCheck };

/** The choices of the form. */
export const sessionChoices = {
  // Bank holidays follow from the place: nobody has to be known to keep them.
  traditions: TRADITION_OPTIONS.filter(({ value }) => !isBankHoliday(value)),
  places: PLACES.map(({ name }) => name).sort((a, b) => a.localeCompare(b, "en")),
};

/** A stored session as its form shows it. @param acceptReason why its serious conflicts were accepted */
export function sessionValues(session: StoredSession, acceptReason: string) {
  const { title, purpose, communities, traditions, online, venue, place, facilities, catering } = session;
  const [start, end] = [session.startsAt, session.endsAt].map((at) => clockOf(at.toISOString()));
  const oneDay = end!.date === start!.date;
  return {
    ...{ title, purpose, communities, traditions, online, venue, place, facilities, catering, acceptReason },
    date: start!.date,
    endDate: oneDay ? "" : end!.date,
    run: oneDay ? "" : session.daily ? "daily" : "through",
    startTime: start!.time,
    endTime: end!.time,
    breaks: breaksInWords(session.breaks),
  };
}

/**
 * Reads the form of a session. "Check" answers with what it would meet and saves nothing; "Save" saves, or answers 400
 * or 409 with the same.
 */
export async function withSessionForm(
  request: Request,
  scope: Scope,
  save: (input: SessionInput, version: number) => Promise<Response>,
) {
  const form = await readForm(request);
  const values = valuesOf(form);
  const input = values as unknown as SessionInput;
  try {
    if (form.get("intent") !== "check") return await save(input, Number(values.version ?? 0));
    return data<SessionReply>({ values, errors: {}, check: await checkDraft(scope, input, today()) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { detail } = error;
    if (detail.kind === "conflict") {
      const errors = { form: [error.message] };
      return data<SessionReply>({ values, errors, theirs: detail.theirs }, { status: 409 });
    }
    if (detail.kind !== "invalid") throw error;
    const check = await checkDraft(scope, input, today()).catch(() => undefined);
    return data<SessionReply>(
      { values, errors: detail.fields, ...(check ? { check } : {}) },
      { status: 400 },
    );
  }
}

/** Every field by name; a name that comes more than once is a list, an empty field is missing. */
function valuesOf(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const given = form.getAll(name).filter((one) => typeof one === "string" && one !== "");
    if (given.length > 0) values[name] = given.length === 1 ? given[0] : given;
  }
  return values;
}
