import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

/** The card is made to be framed by other sites, the badge to be shown by them. Nothing else is. */
const embeddable = /^\/journeys\/[^/]+\/(card|badge\.svg)\/?$/;

const noPermissions = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

/**
 * Security headers for every answer. Encryption is insisted on where the public address has it, or where a proxy that is
 * believed says that this request came over it. Scripts run from our own files or with this request's nonce (`res.locals.nonce`).
 * Style attributes are allowed, because charts place their parts with them; style elements are not.
 */
export function securityHeaders({
  https,
  development,
}: {
  https: boolean;
  development: boolean;
}): RequestHandler[] {
  const headersFor = ({ framed, https }: { framed: boolean; https: boolean }) =>
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          baseUri: ["'none'"],
          connectSrc: development ? ["'self'", "ws:"] : ["'self'"],
          fontSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: framed ? ["*"] : ["'none'"],
          imgSrc: ["'self'", "data:"],
          objectSrc: ["'none'"],
          scriptSrc: ["'self'", (_req, res) => `'nonce-${nonceOf(res)}'`],
          scriptSrcAttr: ["'none'"],
          // Vite's development server puts style elements into the page.
          styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
          styleSrcAttr: ["'unsafe-inline'"],
          ...(https ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      crossOriginResourcePolicy: { policy: framed ? "cross-origin" : "same-origin" },
      // Not "no-referrer": with that, browsers send our own forms with `Origin: null`, and the origin check would be blind.
      referrerPolicy: { policy: "same-origin" },
      strictTransportSecurity: https ? { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false } : false,
      xFrameOptions: framed ? false : { action: "deny" },
    });
  const encrypted = {
    ordinary: headersFor({ framed: false, https: true }),
    card: headersFor({ framed: true, https: true }),
  };
  const plain = {
    ordinary: headersFor({ framed: false, https: false }),
    card: headersFor({ framed: true, https: false }),
  };
  return [
    (_req, res, next) => {
      res.locals.nonce = randomBytes(18).toString("base64");
      res.setHeader("Permissions-Policy", noPermissions);
      next();
    },
    (req, res, next) => {
      const { ordinary, card } = https || req.secure ? encrypted : plain;
      return (embeddable.test(req.path) ? card : ordinary)(req, res, next);
    },
  ];
}

function nonceOf(res: object): string {
  return (res as { locals: { nonce: string } }).locals.nonce;
}
