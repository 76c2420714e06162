import type { AppLoadContext } from "@remix-run/node";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** Where the request comes from. The server fills it in, and believes a proxy only when it is told to. */
    clientAddress?: string;
  }
}

/** For counting tries only; it is never stored in clear. */
export function clientAddress(context: AppLoadContext): string {
  return context.clientAddress ?? "unknown";
}

/** Whether the request comes from this very machine, and not through a proxy on it. */
export function isThisMachine(request: Request, context: AppLoadContext): boolean {
  if (request.headers.has("X-Forwarded-For") || request.headers.has("Forwarded")) return false;
  return ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(context.clientAddress ?? "");
}
