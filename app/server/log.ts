import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import pino, { type Logger } from "pino";

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
    res.setHeader("X-Request-Id", id);
    res.locals.requestId = id;
    res.on("close", () => {
      const milliseconds = Math.round(performance.now() - began);
      const { method, path } = req;
      log.info({ id, method, path: withoutSecrets(path), status: res.statusCode, milliseconds }, "answered");
    });
    next();
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const secret = /^[\w-]{20,}$/;

/** Ids may be logged; any other long run without a word boundary may be the secret of a private link. */
export function withoutSecrets(path: string): string {
  const parts = path.split("/").map((part) => {
    const [name = "", ...endings] = part.split(".");
    if (!secret.test(name) || uuid.test(name) || isWords(name)) return part;
    return ["…", ...endings].join(".");
  });
  return parts.join("/");
}

/** A slug such as `promises-about-recruitment` or a built file such as `entry.client-BtkAhvWF.js`. */
function isWords(name: string): boolean {
  return name.includes("-") && name.split("-").every((word) => /^[a-z]{1,15}$/.test(word));
}
