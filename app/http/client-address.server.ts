import type { AppLoadContext } from "@remix-run/node";
import { isLoopback } from "#app/server/settings.ts";

/** Where the request comes from, as the server found out. For counting tries only; it is never stored in clear. */
export function clientAddress(context: AppLoadContext): string {
  return context.clientAddress || "unknown";
}

/**
 * Whether the request comes from a browser on this very machine that also calls it so. The name counts as well: behind a proxy
 * everybody seems to be local, and a foreign site can make its own name lead to 127.0.0.1.
 */
export function isThisMachine(request: Request, context: AppLoadContext): boolean {
  return (
    isLoopback(clientAddress(context).replace("::ffff:", "")) && isLoopback(new URL(request.url).hostname)
  );
}
