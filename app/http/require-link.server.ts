import type { AppLoadContext } from "@remix-run/node";
import { requireOpen, unknownLink, type LinkPurpose } from "#app/domain/organisation/private-link.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { findLink, type HeldLink, type OpenLink } from "#db/private-link.server.ts";
import { clientAddress } from "./client-address.server.ts";
import { countingUnknown } from "./rate-limit.server.ts";

/**
 * What the private link in this address opens. Use it in the loader and again in the action, inside `refusing`.
 * @throws a 404 Response that says what to do for a link that does not exist (guesses are counted: 429), and a Refusal (409)
 * with a plain sentence when it is closed.
 */
export async function requireLink(
  context: AppLoadContext,
  token: string | undefined,
  purpose: LinkPurpose,
  options?: { once?: boolean },
): Promise<OpenLink> {
  const { state, ...link } = await requireHeldLink(context, token, purpose, options);
  requireOpen(state);
  return link;
}

/**
 * The same also when the link is closed, for what a closed link still does: consent can be taken back at any time.
 * @throws a 404 Response as above
 */
export async function requireHeldLink(
  context: AppLoadContext,
  token: string | undefined,
  purpose: LinkPurpose,
  options?: { once?: boolean },
): Promise<HeldLink> {
  try {
    return await countingUnknown(clientAddress(context), () =>
      findLink(token ?? "", purpose, new Date(), options),
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error.detail.kind !== "not-found") throw error;
    throw new Response(unknownLink, {
      status: 404,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  }
}
