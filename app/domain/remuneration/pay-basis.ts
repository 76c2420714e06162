import { isSmall } from "../disclosure/rule.ts";
import { daysBetween } from "../dates/days.ts";
import { settledDate } from "./check-offer.ts";
import { type PayLedger, shapingOffers } from "./ledger.ts";
import { offeredFee, owedFee } from "./offer.ts";

/** What each person adds to a period's sums, middle wait and ratio, by their reference. Private; kept to tell who moved. */
export type PayBasis = Readonly<Record<string, string>>;

/** Money that names nobody stands together under this key. */
const NOBODY = "";

/** @param part the ledger of the period; @param bids those whose shaping the figures name */
export function payBasis(part: PayLedger, bids: PayLedger["bids"], whole: PayLedger): PayBasis {
  const shapers = shapingOffers({ ...whole, bids });
  const offers = new Map([...part.offers, ...shapers].map((offer) => [offer.id, offer]));
  const fees = [...new Map([...part.payments, ...whole.payments].map((one) => [one.id, one])).values()]
    .filter(({ kind }) => kind === "fee")
    .filter(({ offerId }) => offerId !== null && offers.has(offerId));
  const said = new Map<string, string[]>();
  const add = (reference: string, words: unknown[]) =>
    said.set(reference, [...(said.get(reference) ?? []), JSON.stringify(words)]);
  for (const offer of offers.values()) {
    const theirs = fees.filter(({ offerId }) => offerId === offer.id);
    const settledOn = settledDate(offer, theirs);
    const minutes = offer.time.reduce((sum, part) => sum + part.minutes, 0);
    const paid = theirs.reduce((sum, { amountPence }) => sum + amountPence, 0);
    const wait = settledOn ? daysBetween(offer.heldOn, settledOn) : null;
    add(offer.reference, [offer.id, minutes, offeredFee(offer), owedFee(offer), paid, wait]);
  }
  for (const { id, amountPence, offerId, kind } of part.payments)
    if (kind === "fee" && offerId === null) add(NOBODY, [id, amountPence]);
  return Object.fromEntries([...said].map(([reference, words]) => [reference, words.sort().join()]));
}

/** How many people's pay differs between two bases: new, gone or changed. */
export function movedPeople(before: PayBasis, after: PayBasis): number {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (reference) => before[reference] !== after[reference],
  ).length;
}

/**
 * Two releases of the same days can be subtracted: when only a few people's pay has changed in between, what differs is theirs.
 * @param before undefined, or empty for figures made before this was kept: then nothing is held
 * @returns why the earlier figures stand; null when new ones may be made
 */
export function heldForFew(before: PayBasis | undefined, after: PayBasis): string | null {
  if (!before || Object.keys(before).length === 0) return null;
  const moved = movedPeople(before, after);
  return moved > 0 && isSmall(moved)
    ? "The pay of fewer than 8 people has changed since these figures were made ready, and new ones beside them would point to those few. They can be made ready again once 8 or more have changed."
    : null;
}
