import { isRouteErrorResponse } from "@remix-run/react";

/** What a page threw, for the reader: a status, and the sentence of a refusal. Anything that was not refused is 500 and says nothing. */
export function errorSaid(error: unknown): { status: number; sentence?: string } {
  if (!isRouteErrorResponse(error)) return { status: 500 };
  return { status: error.status, ...(typeof error.data === "string" ? { sentence: error.data } : {}) };
}
