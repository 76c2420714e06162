import { Refusal } from "#app/domain/refusal.ts";

const statuses = { "not-found": 404, forbidden: 403, conflict: 409, invalid: 400 } as const;

/** To be thrown: Remix shows the nearest error page, whose `error.data` is the sentence. */
export function refusalResponse(refusal: Refusal): Response {
  return new Response(refusal.message, {
    status: statuses[refusal.detail.kind],
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}

/**
 * Wraps a loader or an action: a Refusal thrown anywhere inside becomes its status, and so does an id in the address that is
 * no id at all, or a value that no column can hold.
 */
export function refusing<Args, Result>(
  handler: (args: Args) => Promise<Result>,
): (args: Args) => Promise<Result> {
  return async (args) => {
    try {
      return await handler(args);
    } catch (error) {
      if (error instanceof Refusal) throw refusalResponse(error);
      if (isMalformedId(error)) throw refusalResponse(Refusal.notFound());
      if (isUnkeepable(error)) throw refusalResponse(unkeepable);
      throw error;
    }
  };
}

/** PostgreSQL's "invalid text representation": an address with letters where a UUID belongs. Forms are checked before. */
function isMalformedId(error: unknown): boolean {
  const cause = databaseError(error);
  return cause?.code === "22P02" && /type uuid/.test(cause.message);
}

const unkeepable = Refusal.invalid({
  form: [
    "Something that was sent cannot be kept: a number or a date far too large, or a character that is none. Nothing was changed.",
  ],
});

/**
 * PostgreSQL's class 22, "data exception", where the value itself is at fault. Schemas refuse such values by name; this is
 * the net below them, so that a gap in one is the sender's 400 and not our 500.
 */
function isUnkeepable(error: unknown): boolean {
  const { code } = databaseError(error) ?? {};
  return code !== undefined && valuesAtFault.has(code);
}

const valuesAtFault = new Set([
  "22001", // string data right truncation
  "22003", // numeric value out of range
  "22007", // invalid datetime format
  "22008", // datetime field overflow
  "22021", // character not in repertoire: NUL in text
  "22P02", // invalid text representation
  "22P05", // untranslatable character: NUL in JSON
]);

function databaseError(error: unknown): { code: string; message: string } | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error)) return undefined;
  const { code } = cause as { code?: unknown };
  return typeof code === "string" ? { code, message: cause.message } : undefined;
}
