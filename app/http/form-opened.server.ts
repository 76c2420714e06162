import { createHmac, timingSafeEqual } from "node:crypto";
import { installation } from "./installation.server.ts";

/** When a form was opened, signed, for a hidden field: a machine fills a form in faster than any person. */
export function formOpened(now = Date.now()): string {
  const seconds = Math.floor(now / 1000).toString(36);
  return `${seconds}.${sign(seconds)}`;
}

/** Seconds since a form was opened; undefined when the field was not made here. */
export function secondsSince(field: unknown, now = Date.now()): number | undefined {
  const [seconds = "", signature = ""] = typeof field === "string" ? field.split(".") : [];
  const [given, right] = [Buffer.from(signature), Buffer.from(sign(seconds))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return Math.floor(now / 1000) - parseInt(seconds, 36);
}

function sign(seconds: string): string {
  return createHmac("sha256", installation().secret).update(`form-opened ${seconds}`).digest("base64url");
}
