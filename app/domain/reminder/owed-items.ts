import { addDays } from "../dates/days.ts";
import { writtenDay } from "../dates/written-day.ts";
import { type Payment, settledDate } from "../remuneration/check-offer.ts";
import { type Offer, owedFee } from "../remuneration/offer.ts";
import type { DueItem, ReminderKind } from "./due-items.ts";

const noticeDays = 14;
/** Pay is prepared sooner than a promise is looked at. */
const payNoticeDays = 7;

export type OwedFacts = {
  /** Asked or challenged in the open, neither taken up nor turned away nor taken back. */
  cases: readonly { id: string; kind: "ask" | "challenge"; answerBy: string }[];
  offers: readonly Offer[];
  payments: readonly Payment[];
  /** Whose communities have not taken them back. */
  personas: readonly { id: string; title: string; reviewOn: string; imported: boolean }[];
};

/** What is owed to people outside: answers, pay, and another look at a persona with those who made it. */
export function owedItems(facts: OwedFacts, base: string, today: string): DueItem[] {
  return [
    ...caseItems(facts, base, today),
    ...payItems(facts, base, today),
    ...reviewItems(facts, base, today),
  ];
}

function caseItems({ cases }: OwedFacts, base: string, today: string): DueItem[] {
  return cases
    .filter(({ answerBy }) => answerBy <= addDays(today, noticeDays))
    .map(({ id, kind, answerBy }) => ({
      ...late("case", id, answerBy, today),
      title: kind === "ask" ? "A question from outside" : "A challenge from outside",
      because: `Nobody has taken it up. An answer ${answerBy < today ? "was" : "is"} due on ${writtenDay(answerBy)}.`,
      href: `${base}/feedback/door`,
    }));
}

/** A reference stands for the person; neither it nor an amount goes into a letter. */
function payItems({ offers, payments }: OwedFacts, base: string, today: string): DueItem[] {
  return offers
    .filter(
      (offer) =>
        offer.promisedBy <= addDays(today, payNoticeDays) &&
        owedFee(offer) > 0 &&
        settledDate(offer, payments) === undefined,
    )
    .map(({ id, promisedBy }) => ({
      ...late("pay", id, promisedBy, today),
      title: "Pay for somebody who takes part",
      because: `It ${promisedBy < today ? "was" : "is"} promised by ${writtenDay(promisedBy)} and is not paid in full.`,
      href: `${base}/pay/offers/${id}`,
    }));
}

function reviewItems({ personas }: OwedFacts, base: string, today: string): DueItem[] {
  return personas
    .filter(({ reviewOn }) => reviewOn <= addDays(today, noticeDays))
    .map(({ id, title, reviewOn, imported }) => ({
      key: `persona-review:${id}:${reviewOn}`,
      kind: "persona-review" as const,
      title,
      because: `Its review with the people who made it ${reviewOn < today ? "was" : "is"} due on ${writtenDay(reviewOn)}.${imported ? " They made it elsewhere: ask the library that it came from." : ""}`,
      href: `${base}/personas/${id}`,
      dueOn: reviewOn,
    }));
}

function late(what: "case" | "pay", id: string, on: string, today: string) {
  const kind: ReminderKind = `${what}-${on < today ? "overdue" : "soon"}`;
  return { key: `${kind}:${id}:${on}`, kind, dueOn: on };
}
