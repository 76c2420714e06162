import { createHash } from "node:crypto";
import { releaseRound, type Release } from "#app/domain/recruitment/figures.ts";

/** Enough for the rounds that people look at in one day; each is a few hundred figures. */
const MOST_REMEMBERED = 100;

const remembered = new Map<string, Release>();

/**
 * `releaseRound`, worked out once for the same counts, ledger and wishes: with exact figures the solver takes seconds, and
 * the page before a release is looked at more than once. Kept in this process alone, by a hash of all that it depends on.
 */
export function releaseRemembered(...asked: Parameters<typeof releaseRound>): Release {
  const [series, asOf, { scheme, counts, other, intersections }, ledger, form] = asked;
  if (!form?.audited) return releaseRound(...asked);
  const { detail, audited } = form;
  const round = { scheme, counts, other, intersections };
  const parts = [series, asOf, round, ledger, detail ?? null, audited.publicTotals];
  const key = createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
  const known = remembered.get(key);
  if (known) return known;
  const made = releaseRound(...asked);
  if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
  remembered.set(key, made);
  return made;
}
