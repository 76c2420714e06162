import { isIP } from "node:net";
import type { AppLoadContext } from "@remix-run/node";
import { isLoopback } from "#app/server/settings.ts";

/** Where the request comes from, as the server found out. For counting tries only; it is never stored in clear. */
export function clientAddress(context: AppLoadContext): string {
  return networkOf(context.clientAddress) || "unknown";
}

/**
 * An address of IPv4 as it is. One of IPv6 by its first half: a household is given all addresses below one of those, and may
 * come from another of them each time.
 */
export function networkOf(address: string): string {
  const plain = unmapped(address);
  if (isIP(plain) !== 6) return plain;
  const [left = "", right] = plain.replace(/%.*$/, "").split("::");
  const groups = left.split(":").filter(Boolean);
  const rest = right === undefined ? [] : right.split(":").filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill("0");
  const first = right === undefined ? groups : [...groups, ...zeros, ...rest];
  return `${first.slice(0, 4).join(":").toLowerCase()}::/64`;
}

/** IPv4 as a socket for both kinds shows it. */
function unmapped(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}

/**
 * Whether the request comes from a browser on this very machine that also calls it so. The name counts as well: behind a proxy
 * everybody seems to be local, and a foreign site can make its own name lead to 127.0.0.1.
 */
export function isThisMachine(request: Request, context: AppLoadContext): boolean {
  return isLoopback(unmapped(context.clientAddress)) && isLoopback(new URL(request.url).hostname);
}
