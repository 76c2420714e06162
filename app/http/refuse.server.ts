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
 * no id at all.
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
      throw error;
    }
  };
}

/** PostgreSQL's "invalid text representation": an address with letters where a UUID belongs. Forms are checked before. */
function isMalformedId(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return (
    cause instanceof Error && (cause as { code?: string }).code === "22P02" && /type uuid/.test(cause.message)
  );
}
