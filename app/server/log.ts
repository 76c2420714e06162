import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import pino, { type Logger } from "pino";
import { aroundSecret } from "#app/http/private-addresses.ts";

/** One line of JSON for each event, on standard output. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/**
 * Logs every answer by method, path, status and time, and gives the request an id that the answer carries too.
 * Neither headers nor query strings nor bodies are logged, and the secret of a private link is cut out of its path.
 */
export function logRequests(log: Logger): RequestHandler {
  return (req, res, next) => {
    const id = randomUUID();
    const began = performance.now();
    // Now, because a part of the app that sits below an address takes that off while it answers.
    const { method, path } = req;
    res.setHeader("X-Request-Id", id);
    res.locals.requestId = id;
    res.on("close", () => {
      const milliseconds = Math.round(performance.now() - began);
      log.info({ id, method, path: withoutSecrets(path), status: res.statusCode, milliseconds }, "answered");
    });
    next();
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const long = /[\w-]{20,}/g;

/**
 * Whatever stands where a private link has its secret is cut out, whole or broken. Elsewhere ids may be logged; any other
 * long run without a word boundary may be a secret that was pasted into the wrong place.
 */
export function withoutSecrets(path: string): string {
  const link = aroundSecret(path);
  if (link) return `${link.before}…${withoutSecrets(link.after)}`;
  return path
    .split("/")
    .map((part) => part.replace(long, (run) => (uuid.test(run) || isWords(run) ? run : "…")))
    .join("/");
}

/** A slug such as `promises-about-recruitment` or a built file such as `entry.client-BtkAhvWF.js`. */
function isWords(name: string): boolean {
  return name.includes("-") && name.split("-").every((word) => /^[a-z]{1,15}$/.test(word));
}
