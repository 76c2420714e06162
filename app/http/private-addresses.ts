import type { RequestHandler } from "express";

/** First parts of addresses whose next part is a secret: whoever holds it may do one thing without an account. */
export const secretAddresses = [
  "agree-pay",
  "answer-session",
  "attest",
  "audit",
  "check-in",
  "heard",
  "invitations",
  "letters",
  "personas/makers",
  "reset",
] as const;

const secretPath = new RegExp(`^/(?:${secretAddresses.join("|")})/`);
const ownPath = /^\/(?:o|account|outbox)(?:[/.]|$)/;

/** Whether the path carries a secret behind it: the path in front of it and what follows it, or undefined. */
export function aroundSecret(path: string): { before: string; after: string } | undefined {
  const [before] = secretPath.exec(path) ?? [];
  if (before === undefined) return undefined;
  const rest = path.slice(before.length);
  return { before, after: rest.includes("/") ? rest.slice(rest.indexOf("/")) : "" };
}

/**
 * Nobody keeps a copy of an answer that does not say how long it may be kept: that is every page of a workspace, an account
 * or a private link, and every refusal. Search engines list none of them. What a page says itself goes first.
 */
export const privateUnlessSaid: RequestHandler = (req, res, next) => {
  const isPrivate = secretPath.test(req.path) || ownPath.test(req.path);
  const { writeHead } = res;
  res.writeHead = ((...told: Parameters<typeof writeHead>) => {
    if (!res.hasHeader("Cache-Control")) res.setHeader("Cache-Control", "no-store");
    if (isPrivate) res.setHeader("X-Robots-Tag", "noindex, nofollow");
    return writeHead.apply(res, told);
  }) as typeof writeHead;
  next();
};
