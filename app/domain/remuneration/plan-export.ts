import type { Bid } from "./bid.ts";
import type { ExportTable } from "./books-export.ts";
import { neutraliseFormula as safe } from "../spreadsheet/cell.ts";
import type { StaffGrade } from "./ledger.ts";
import { offerDifferences, type OfferEvent, offerEventNames, type OfferState } from "./offer-change.ts";
import { staffHourlyPence } from "./parity.ts";
import type { Rate } from "./rate.ts";
import type { Shaper } from "./shapers.ts";
import { placeNames, stageNames } from "./words.ts";

/** Every bid, what is in it for the people who take part, and what was paid to shape it while its question was open. */
export function bidsTable(bids: readonly { bid: Bid; shapers: readonly Shaper[] }[]): ExportTable {
  const paid = (shapers: readonly Shaper[], when: Shaper["when"]) => ({
    pence: shapers.filter((one) => one.when === when).reduce((sum, { paidPence }) => sum + paidPence, 0),
  });
  return {
    name: "Bids",
    header: [
      "Bid",
      "Funder",
      "Stage",
      "Asks for",
      "To pay participants",
      "For training",
      "Question fixed on",
      "Submitted on",
      "People asked to shape it",
      "Paid first while the question was open",
      "Paid first afterwards",
      "What early involvement changed",
    ],
    rows: bids.map(({ bid, shapers }) => [
      safe(bid.title),
      safe(bid.funder),
      stageNames[bid.stage],
      { pence: bid.amountPence },
      { pence: bid.coProductionPence },
      { pence: bid.trainingPence },
      bid.questionFixedOn ?? "",
      bid.submittedOn ?? "",
      String(new Set(shapers.map(({ reference }) => reference)).size),
      paid(shapers, "before"),
      paid(shapers, "after"),
      safe(bid.whatChanged),
    ]),
  };
}

const rateKinds: Record<Rate["kind"], string> = {
  own: "Our rate card",
  comparator: "What others pay",
  "real-living-wage": "Real Living Wage",
  "national-living-wage": "National Living Wage",
};

/** Every rate that an offer could be checked against, with its days and its source. */
export function ratesTable(rates: readonly Rate[]): ExportTable {
  return {
    name: "Rates",
    header: ["Kind", "Name of the rate", "An hour", "Where", "Role", "Activity", "From", "Until", "Source"],
    rows: rates.map((rate) => [
      rateKinds[rate.kind],
      safe(rate.title),
      { pence: rate.pencePerHour },
      placeOf(rate),
      safe(rate.role),
      safe(rate.activity),
      rate.from,
      rate.until ?? "",
      safe(rate.source),
    ]),
  };
}

/** The National Living Wage is the same everywhere in the UK. */
export function placeOf({ kind, place }: Pick<Rate, "kind" | "place">): string {
  return kind === "national-living-wage" ? "All of the UK" : placeNames[place];
}

/** What staff time costs, as it was entered, and the hour that follows from it. */
export function staffTable(staff: readonly StaffGrade[]): ExportTable {
  return {
    name: "Staff costs",
    header: [
      "Grade or role",
      "From",
      "Salary for a year",
      "On-costs in percent",
      "Hours a week",
      "Weeks a year",
      "Costs an hour",
    ],
    rows: staff.map((grade) => [
      safe(grade.title),
      grade.from,
      { pence: grade.salaryPence },
      String(grade.onCostsPercent),
      String(grade.hoursPerWeek),
      String(grade.weeksPerYear),
      { pence: staffHourlyPence(grade) },
    ]),
  };
}

/** How many took part, and how many of them were offered anything that day. */
export function turnoutsTable(
  turnouts: readonly { heldOn: string; title: string; tookPart: number }[],
  offers: readonly { heldOn: string; reference: string; withdrawnOn: string | null }[],
): ExportTable {
  const offered = new Map<string, Set<string>>();
  for (const { heldOn, reference, withdrawnOn } of offers)
    if (!withdrawnOn) offered.set(heldOn, (offered.get(heldOn) ?? new Set()).add(reference));
  return {
    name: "Turnouts",
    header: ["Session", "Day", "Took part", "Offered something that day"],
    rows: turnouts.map(({ heldOn, title, tookPart }) => [
      safe(title),
      heldOn,
      String(tookPart),
      String(offered.get(heldOn)?.size ?? 0),
    ]),
  };
}

// Said of the person and not of the money: like the offers, the file leaves it out.
const leftOut: readonly (keyof OfferState)[] = ["community", "lowIncome"];

/** What became of every offer: terms put right, withdrawals, choices and what the person said, oldest first. */
export function offerChangesTable(
  events: readonly (OfferEvent & { offerId: string })[],
  offers: readonly { id: string; reference: string; heldOn: string }[],
  lineName: (id: string) => string,
): ExportTable {
  const offerOf = new Map(offers.map((offer) => [offer.id, offer]));
  return {
    name: "Changes of offers",
    header: [
      "Reference for the person",
      "Takes part on",
      "Day",
      "What happened",
      "Said by",
      "Before",
      "After",
      "Reason",
    ],
    rows: events.map((event) => {
      const offer = offerOf.get(event.offerId);
      const differences = offerDifferences(known(event.was), known(event.now), lineName);
      const words = (pick: "was" | "now") =>
        safe(differences.map((difference) => `${difference.label}: ${difference[pick]}`).join("; "));
      return [
        safe(offer?.reference ?? ""),
        offer?.heldOn ?? "",
        event.happenedOn,
        offerEventNames[event.kind],
        event.saidBy === "person" ? "The person" : "A member",
        words("was"),
        words("now"),
        safe(event.reason),
      ];
    }),
  };
}

function known(state: OfferState): OfferState {
  const kept = Object.entries(state).filter(([term]) => !leftOut.includes(term as keyof OfferState));
  return Object.fromEntries(kept);
}
