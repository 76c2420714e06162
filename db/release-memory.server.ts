import { createHash } from "node:crypto";
import type { Release } from "#app/domain/recruitment/figures.ts";
import { isBusy, releaseInThread } from "./release-thread.server.ts";
import type { ReleaseWork } from "./release-work.server.ts";

/** Enough for the rounds that people look at in one day; each is a few hundred figures. */
const MOST_REMEMBERED = 100;

const FAILURE_KEPT_MS = 60_000;

const remembered = new Map<string, Promise<Release>>();

/**
 * Exact or hidden figures, worked out once for the same counts, ledger and wishes, also when several people ask at once: the
 * solver takes seconds, and the page before a release is looked at more than once. Kept in this process alone, by a hash of
 * all that it depends on. What failed is said again for a minute, so that whoever asked can read it. @throws Refusal (409) as `releaseInThread`
 */
export function releaseRemembered(work: ReleaseWork): Promise<Release> {
  const { series, asOf, ledger, detail, publicTotals } = work;
  const { scheme, counts, other, intersections } = work.round;
  const round = { scheme, counts, other, intersections };
  const parts = [series, asOf, round, ledger, detail ?? null, publicTotals];
  const key = createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
  const known = remembered.get(key);
  if (known) return known;
  const refused = isBusy();
  const made = releaseInThread({ ...work, round });
  // Nothing was tried, so the next who asks is not told so again.
  if (refused) return made;
  if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
  remembered.set(key, made);
  made.catch(() => setTimeout(() => remembered.delete(key), FAILURE_KEPT_MS).unref());
  return made;
}
