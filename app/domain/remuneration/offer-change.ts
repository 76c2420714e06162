import { writtenDay } from "../dates/written-day.ts";
import { formatPence } from "../money/format.ts";
import { Refusal } from "../refusal.ts";
import { type Choice, type Offer, offeredFee } from "./offer.ts";
import { activityNames, choiceNames, placeNames, timingNames } from "./words.ts";

/** What an organisation sets in an offer; the choice is the person's. */
export type OfferTerms = Omit<Offer, "id" | "choice" | "agreedFeePence"> & { bidId: string | null };

/** The parts of an offer's story that can change, as they stood. */
export type OfferState = Partial<OfferTerms> & { choice?: Choice | null; agreedFeePence?: number | null };

/** Something that became of an offer. */
export type OfferEvent = {
  kind: "changed" | "withdrawn" | "chosen" | "received";
  saidBy: "person" | "member";
  was: OfferState;
  now: OfferState;
  reason: string;
  happenedOn: string;
};

export const offerEventNames: Record<OfferEvent["kind"], string> = {
  changed: "The offer was changed",
  withdrawn: "The offer was withdrawn",
  chosen: "A choice",
  received: "A word about the money",
};

export type OfferDifference = { label: string; was: string; now: string };

/** Terms that the person agreed to: when one of them changes, they are asked again. */
const agreedTerms = [
  "role",
  "heldOn",
  "time",
  "expensesPence",
  "expensesTiming",
  "timing",
  "promisedBy",
] as const satisfies (keyof OfferTerms)[];

const WHY = 10;

/**
 * Whether an offer may still be changed, and what it takes. Free until the person has agreed; then only with a reason; once
 * something is paid, not at all.
 * @param paidPence what is paid on it now, money back taken off
 * @throws Refusal (409) when it is paid or withdrawn, (field `reason`) when a reason is missing
 */
export function requireChangeable(
  offer: Pick<Offer, "choice"> & { withdrawnOn: string | null },
  paidPence: number,
  reason: string,
): void {
  if (offer.withdrawnOn) throw Refusal.conflict("This offer has been withdrawn. Make another one.");
  if (paidPence !== 0)
    throw Refusal.conflict(
      "Something has been paid on this offer, so its terms can no longer change. Take the payment back first, or make another offer.",
    );
  if (offer.choice !== null)
    requireReason(reason, "The person has agreed to this offer. Say why it changes.");
}

/** @throws Refusal (field `reason`) when nothing that explains it is written */
export function requireReason(reason: string, ask: string): void {
  if (reason.trim().length < WHY) throw Refusal.invalid({ reason: [ask] });
}

/** Whether a change touches what the person agreed to. */
export function asksAgain(was: OfferTerms, now: OfferTerms): boolean {
  return agreedTerms.some((term) => differs(was, now, term));
}

/** Stored JSON keeps the keys of an object in an order of its own: the parts of the time are compared one by one. */
function differs(was: OfferTerms, now: OfferTerms, term: keyof OfferTerms): boolean {
  const plain = (terms: OfferTerms) =>
    term === "time"
      ? terms.time.map(({ activity, minutes, ratePence }) => `${activity} ${minutes} ${ratePence}`).join()
      : terms[term];
  return plain(was) !== plain(now);
}

/** Only what differs, for the books. */
export function changedTerms(was: OfferTerms, now: OfferTerms): { was: OfferState; now: OfferState } {
  const differing = (Object.keys(now) as (keyof OfferTerms)[]).filter((term) => differs(was, now, term));
  const pick = (from: OfferTerms) => Object.fromEntries(differing.map((term) => [term, from[term]]));
  return { was: pick(was), now: pick(now) };
}

/**
 * What a change says, in words.
 * @param lineName the name of a budget line by its id
 */
export function offerDifferences(
  was: OfferState,
  now: OfferState,
  lineName: (id: string) => string,
): OfferDifference[] {
  const words: Record<keyof OfferState, (state: OfferState) => string> = {
    reference: ({ reference = "" }) => reference,
    lineId: ({ lineId }) => (lineId ? lineName(lineId) : ""),
    bidId: ({ bidId }) => (bidId ? "a bid that it helps to shape" : "no bid"),
    role: ({ role = "" }) => role,
    community: ({ community }) => community || "none",
    place: ({ place }) => (place ? placeNames[place] : ""),
    offeredOn: ({ offeredOn }) => (offeredOn ? writtenDay(offeredOn) : ""),
    heldOn: ({ heldOn }) => (heldOn ? writtenDay(heldOn) : ""),
    time: ({ time }) => (time ? timeWords(time) : ""),
    expensesPence: ({ expensesPence = 0 }) => formatPence(expensesPence),
    expensesTiming: ({ expensesTiming }) => (expensesTiming ? timingNames[expensesTiming] : ""),
    lowIncome: ({ lowIncome }) => yesNo(lowIncome),
    timing: ({ timing }) => (timing ? timingNames[timing] : ""),
    promisedBy: ({ promisedBy }) => (promisedBy ? writtenDay(promisedBy) : ""),
    adviceOffered: ({ adviceOffered }) => yesNo(adviceOffered),
    choice: ({ choice }) => (choice ? choiceNames[choice] : "Not chosen yet"),
    agreedFeePence: ({ agreedFeePence }) =>
      typeof agreedFeePence === "number" ? formatPence(agreedFeePence) : "not said",
  };
  return (Object.keys(now) as (keyof OfferState)[])
    .map((term) => ({ label: termNames[term], was: words[term](was), now: words[term](now) }))
    .filter((difference) => difference.was !== difference.now);
}

/** The part of a change that the person sees: their terms, and not how the organisation files them. */
export function seenByPerson(state: OfferState): OfferState {
  const seen: readonly string[] = [...agreedTerms, "offeredOn", "choice", "agreedFeePence"];
  return Object.fromEntries(Object.entries(state).filter(([term]) => seen.includes(term)));
}

const termNames: Record<keyof OfferState, string> = {
  reference: "Reference for the person",
  lineId: "Budget line",
  bidId: "Bid",
  role: "Role",
  community: "Community or group",
  place: "Where",
  offeredOn: "Offered on",
  heldOn: "Takes part on",
  time: "Time and fee",
  expensesPence: "Expenses",
  expensesTiming: "Expenses paid",
  lowIncome: "Said that paying first is hard",
  timing: "Fee paid",
  promisedBy: "Promised by",
  adviceOffered: "Benefits and tax advice offered",
  choice: "Their choice",
  agreedFeePence: "Less: how much",
};

function timeWords(time: Offer["time"]): string {
  const parts = time.map(
    ({ activity, minutes, ratePence }) =>
      `${activityNames[activity].toLowerCase()} ${minutes} minutes at ${formatPence(ratePence)} an hour`,
  );
  return `${formatPence(offeredFee({ time }))}: ${parts.join(", ")}`;
}

function yesNo(value: boolean | undefined): string {
  return value ? "yes" : "no";
}
