import type { PreflightItem } from "./preflight-items.ts";
import type { Line, Mendable, PreflightFacts } from "./preflight.ts";

/** Somebody whom a session as planned would keep out, and what to change. */
export type KeptOut = {
  who: string;
  why: string;
  change: string;
  /** The written reason for which that was accepted; empty while it was not. */
  accepted: string;
};

/** Whom an open item keeps out by itself, and what would let them in. Items that make a session unsafe or unfair are not here. */
const byItem: Partial<Record<PreflightItem, { who: string; change: string }>> = {
  rate: { who: "People who cannot give their time unpaid", change: "Name the rate in the invitation." },
  "up-front": {
    who: "People who cannot lend you the fare or the cost of their support",
    change: "Pay access and travel before the day.",
  },
  "plain-invitation": {
    who: "People who find official words hard to read",
    change: "Ask somebody from outside to read the invitation.",
  },
  "large-print": { who: "People who need large print", change: "Print it large, and say so when inviting." },
  interpreters: {
    who: "People who need an interpreter",
    change: "Ask each person which language they need, and book.",
  },
  phone: { who: "People who can join only by phone", change: "Give a number that costs nothing to call." },
};

/**
 * Whom the venue, the food and what nobody arranged would keep out, besides those that the calendar and the check of needs
 * know of.
 * @param reasons for which items were accepted by a decision that stands, by item
 */
export function keptOutByPlan(
  lines: readonly Line[],
  { venue, food }: Pick<PreflightFacts, "venue" | "food">,
  reasons: Readonly<Record<string, string>>,
): KeptOut[] {
  return lines.flatMap(({ item, fault }) => {
    if (!fault) return [];
    const accepted = reasons[item] ?? "";
    if (item === "venue" || item === "food")
      return byWho(item === "venue" ? venue : food).map((each) => ({ ...each, accepted }));
    const known = byItem[item];
    return known ? [{ ...known, why: bare(fault), accepted }] : [];
  });
}

function byWho(things: readonly Mendable[]) {
  const known = things.flatMap(({ who, what, mend }) => (who ? [{ who, what, mend }] : []));
  return [...new Set(known.map(({ who }) => who))].map((who) => {
    const theirs = known.filter((one) => one.who === who);
    return {
      who,
      why: theirs.map(({ what }) => bare(what)).join("; "),
      change: [...new Set(theirs.map(({ mend }) => mend))].join(" "),
    };
  });
}

const bare = (sentence: string) => sentence.trim().replace(/\.+$/, "");
