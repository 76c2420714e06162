import { countOf } from "../counted.ts";
import { formatPence } from "../money/format.ts";
import { writtenDay } from "../dates/written-day.ts";
import { checkOffer, expensesNotPaid, type Finding, paidMore, type Payment } from "./check-offer.ts";
import { neverOfferedByDay } from "./figures.ts";
import { floorsDue } from "./floor-due.ts";
import type { PayLedger } from "./ledger.ts";
import { parityOf } from "./ledger.ts";
import type { LinePosition } from "./position.ts";
import type { Rate } from "./rate.ts";
import { roleAcrossCommunities } from "./same-role.ts";

/** Something to see to, with where to see to it: the id of an offer or a fund. */
export type RoomFinding = {
  check:
    | Finding["check"]
    | "not-received"
    | "nobody-offered"
    | "some-not-offered"
    | "line-over"
    | "staff-ratio"
    | "same-role"
    | "paid-more"
    | "floor-due";
  sentence: string;
  offerId?: string;
  fundId?: string;
};

/** What each check looks for, in the order in which a reader should see to it. */
export const checkNames: Record<RoomFinding["check"], string> = {
  "not-received": "People who say it has not come",
  late: "Promised, due and not paid",
  "expenses-not-paid": "Expenses promised, due and not paid",
  "paid-more": "Paid more than is owed",
  "line-over": "Lines that promise more than they hold",
  "nobody-offered": "Nobody was offered anything",
  "some-not-offered": "Some people were not offered anything",
  "below-living-wage": "Below the living wage",
  "unpaid-preparation": "Time without pay",
  "expenses-in-arrears": "Asked to pay expenses first",
  "same-role": "The same role in different communities",
  "staff-ratio": "Staff time and participants' time",
  "paid-late": "Paid later than promised",
  "advice-not-offered": "Benefits and tax advice not offered",
  "rate-not-known": "No wage floor known for the date",
  "floor-due": "A newer wage floor is due",
};

/** Everything the checks find, most urgent kind first. @param today ISO date */
export function findAll(
  ledger: PayLedger,
  lines: readonly { fundId: string; title: string; position: LinePosition }[],
  rates: readonly Rate[],
  today: string,
): RoomFinding[] {
  const byOffer = new Map<string, Payment[]>();
  for (const payment of ledger.payments)
    if (payment.offerId) byOffer.set(payment.offerId, [...(byOffer.get(payment.offerId) ?? []), payment]);
  const found = [
    ...ledger.offers.flatMap((offer) => [
      ...(offer.notReceivedOn
        ? [
            {
              check: "not-received" as const,
              sentence: `${offer.reference} said on ${writtenDay(offer.notReceivedOn)} that the money has not come.`,
              offerId: offer.id,
            },
          ]
        : []),
      ...[
        ...checkOffer(offer, byOffer.get(offer.id) ?? [], rates, today),
        ...expensesNotPaid(offer, byOffer.get(offer.id) ?? [], today),
        ...paidMore(offer, byOffer.get(offer.id) ?? []),
      ].map((finding) => ({ ...finding, offerId: offer.id })),
    ]),
    ...overPromised(lines),
    ...notOffered(ledger),
    ...aggregate(ledger, today),
    ...floorsDue(rates, today).map(({ sentence }) => ({ check: "floor-due" as const, sentence })),
  ] satisfies RoomFinding[];
  const order = Object.keys(checkNames);
  return found.sort((a, b) => order.indexOf(a.check) - order.indexOf(b.check));
}

function overPromised(
  lines: readonly { fundId: string; title: string; position: LinePosition }[],
): RoomFinding[] {
  return lines
    .filter(({ position }) => position.left < 0)
    .map(({ fundId, title, position }) => ({
      check: "line-over",
      sentence: `The line “${title}” has spent and promised ${formatPence(-position.left)} more than it holds.`,
      fundId,
    }));
}

function notOffered({ turnouts, offers }: PayLedger): RoomFinding[] {
  return neverOfferedByDay(turnouts, offers).map(({ heldOn, tookPart, offered }) =>
    offered === 0
      ? {
          check: "nobody-offered",
          sentence: `${tookPart} took part on ${writtenDay(heldOn)} and nobody was offered anything.`,
        }
      : {
          check: "some-not-offered",
          sentence: `${tookPart} took part on ${writtenDay(heldOn)} and ${countOf(offered, "was", "were")} offered something.`,
        },
  );
}

function aggregate(ledger: PayLedger, today: string): RoomFinding[] {
  const ratio = parityOf(ledger, today);
  return [
    ...roleAcrossCommunities(ledger.offers)
      .filter(({ outcome }) => outcome !== "same")
      .map(({ sentence }) => ({ check: "same-role" as const, sentence })),
    ...(ratio !== null && ratio > 1
      ? [
          {
            check: "staff-ratio" as const,
            sentence: `An hour of staff time costs ${ratio} times what a participant is offered for the same hour.`,
          },
        ]
      : []),
  ];
}
