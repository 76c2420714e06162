import { createHmac } from "node:crypto";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "#app/domain/refusal.ts";
import { type Database, database } from "#db/client.server.ts";
import { rateLimits } from "#db/schema/accounts.ts";
import { installation } from "./installation.server.ts";

/** Answered as 429 with Retry-After, by `withForm` or `countingUnknown`. */
export class TooManyTries extends Error {
  override readonly name = "TooManyTries";

  constructor(readonly seconds: number) {
    const minutes = Math.ceil(seconds / 60);
    super(`Too many tries. Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`}, then try again.`);
  }
}

/** How many tries in how many seconds. A shared office or library has one address, so an address may try more than an account. */
const limits = {
  "sign-in-account": { points: 10, duration: 15 * 60 },
  "sign-in-address": { points: 60, duration: 15 * 60 },
  "reset-account": { points: 3, duration: 60 * 60 },
  "reset-address": { points: 20, duration: 60 * 60 },
  "open-door-address": { points: 10, duration: 60 * 60 },
  "case-code": { points: 10, duration: 15 * 60 },
  "case-address": { points: 40, duration: 15 * 60 },
  "unknown-link": { points: 30, duration: 15 * 60 },
} as const;
export type Limit = keyof typeof limits;

type Limiters = Map<string, RateLimiterDrizzle>;
const made = new WeakMap<Database, Limiters>();

/**
 * Counts one try; every process of the app counts in the same table.
 * @throws TooManyTries
 */
export async function countTry(limit: Limit, who: string): Promise<void> {
  try {
    await limiter(limit).consume(disguised(who));
  } catch (refused) {
    throw refused instanceof RateLimiterRes ? tooMany(refused) : refused;
  }
}

/** Refuses when the tries are used up, without counting one. */
async function requireTriesLeft(limit: Limit, who: string): Promise<void> {
  const state = await limiter(limit).get(disguised(who));
  if (state && state.consumedPoints >= limits[limit].points) throw tooMany(state);
}

/** Starts again from none, after success. */
export async function forgetTries(limit: Limit, who: string): Promise<void> {
  await limiter(limit).delete(disguised(who));
}

/**
 * For addresses that carry a secret: whoever asks for too many that do not exist has to wait.
 * @throws a 429 Response, and whatever `look` throws
 */
export async function countingUnknown<T>(address: string, look: () => Promise<T>): Promise<T> {
  try {
    await requireTriesLeft("unknown-link", address);
    return await look();
  } catch (error) {
    if (error instanceof TooManyTries) throw tooManyResponse(error);
    if (error instanceof Refusal && error.detail.kind === "not-found") {
      await countTry("unknown-link", address).catch(() => undefined);
    }
    throw error;
  }
}

function tooManyResponse(error: TooManyTries): Response {
  return new Response(error.message, { status: 429, headers: { "Retry-After": String(error.seconds) } });
}

function tooMany(state: RateLimiterRes): TooManyTries {
  return new TooManyTries(Math.max(1, Math.ceil(state.msBeforeNext / 1000)));
}

function limiter(limit: Limit): RateLimiterDrizzle {
  const db = database();
  const own: Limiters = made.get(db) ?? new Map<string, RateLimiterDrizzle>();
  made.set(db, own);
  const existing = own.get(limit);
  if (existing) return existing;
  const fresh = new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: limit,
    ...limits[limit],
  });
  own.set(limit, fresh);
  return fresh;
}

/**
 * Neither addresses of people nor of machines are kept. Keyed with the installation's secret, since there are so few addresses
 * that a plain hash of each could be tried; every process of one installation has the same.
 */
function disguised(who: string): string {
  return createHmac("sha256", installation().secret).update(`rate-limit:${who}`).digest("base64url");
}
