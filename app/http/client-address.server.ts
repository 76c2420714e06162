import type { AppLoadContext } from "@remix-run/node";

/** Where the request comes from, as the server found out. For counting tries only; it is never stored in clear. */
export function clientAddress(context: AppLoadContext): string {
  return typeof context.clientAddress === "string" ? context.clientAddress : "unknown";
}

/** Whether the request comes from this very machine, and not through a proxy on it. */
export function isThisMachine(request: Request, context: AppLoadContext): boolean {
  if (request.headers.has("X-Forwarded-For") || request.headers.has("Forwarded")) return false;
  return ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(clientAddress(context));
}
