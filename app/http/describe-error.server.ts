/**
 * An error as lines for the log. A failed query carries its parameters in its message, and they may be people's words:
 * the log gets the statement, what the database said, and where it happened.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const where = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  const query = "query" in error && typeof error.query === "string" ? error.query : undefined;
  const what = query === undefined ? `${error.name}: ${error.message}` : `A query failed: ${query}`;
  const cause = error.cause instanceof Error ? [`because: ${withoutValue(error.cause.message)}`] : [];
  return [what, ...cause, ...where].join("\n");
}

/** The database quotes what it could not read behind a colon: `invalid input syntax for type date: "…"`. */
function withoutValue(message: string): string {
  return message.replace(/: ".*"/s, ': "…"');
}
