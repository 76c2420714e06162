import type { AppLoadContext } from "@remix-run/node";
import type { LinkPurpose } from "#app/domain/organisation/private-link.ts";
import { openLink, type OpenLink } from "#db/private-link.server.ts";
import { clientAddress } from "./client-address.server.ts";
import { countingUnknown } from "./rate-limit.server.ts";

/**
 * What the private link in this address opens. Use it in the loader and again in the action, inside `refusing`.
 * @throws 404 for a link that does not exist (guesses are counted: 429), 409 with a plain sentence when it is closed.
 */
export function requireLink(
  context: AppLoadContext,
  token: string | undefined,
  purpose: LinkPurpose,
  options?: { once?: boolean },
): Promise<OpenLink> {
  return countingUnknown(clientAddress(context), () => openLink(token ?? "", purpose, new Date(), options));
}
