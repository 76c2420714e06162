import { penceToDecimal } from "../money/format.ts";
import { neutraliseFormula } from "../spreadsheet/cell.ts";
import { type Carry, carriedOf, heldBy } from "./carry.ts";
import { paymentFields } from "./column-map.ts";
import type { LinePosition } from "./position.ts";
import { type Offer, offeredFee, owedFee } from "./offer.ts";
import {
  activityNames,
  choiceNames,
  fundKindNames,
  type PaymentKind,
  paymentKindNames,
  purposeNames,
} from "./words.ts";
import type { Fund, Line } from "./fund.ts";

/** A table for a file: text is safe to open in a spreadsheet, money stays whole pence until it is written. */
export type ExportTable = { name: string; header: string[]; rows: (string | { pence: number })[][] };

type ExportLine = { fund: Pick<Fund, "title">; line: Line; position: LinePosition };
type ExportPayment = {
  id?: string;
  lineId: string;
  offerId: string | null;
  kind: PaymentKind;
  amountPence: number;
  paidOn: string;
  method: string;
  financeReference: string;
  note: string;
  /** The payment that this one takes back. */
  reverses?: string | null;
};

/** Every payment, under the names that an import of payments knows, so that the file read again changes nothing. */
export function paymentsTable(
  payments: readonly ExportPayment[],
  lines: readonly ExportLine[],
  offers: readonly { id: string; reference: string; heldOn: string }[],
): ExportTable {
  const lineOf = new Map(lines.map((each) => [each.line.id, each]));
  const offerOf = new Map(offers.map((offer) => [offer.id, offer]));
  const referenceOf = new Map(payments.map(({ id, financeReference }) => [id, financeReference]));
  const label = (field: keyof typeof paymentFields) => paymentFields[field].label;
  return {
    name: "Payments",
    header: [
      label("financeReference"),
      label("paidOn"),
      label("amount"),
      label("line"),
      label("person"),
      label("heldOn"),
      label("kind"),
      label("method"),
      "Note",
      "Takes back",
    ],
    rows: payments.map((payment) => {
      const its = lineOf.get(payment.lineId);
      const offer = payment.offerId ? offerOf.get(payment.offerId) : undefined;
      return [
        safe(payment.financeReference),
        payment.paidOn,
        { pence: payment.amountPence },
        safe(its ? `${its.line.title}, ${its.fund.title}` : ""),
        safe(offer?.reference ?? ""),
        offer?.heldOn ?? "",
        paymentKindNames[payment.kind],
        safe(payment.method),
        safe(payment.note),
        safe((payment.reverses && referenceOf.get(payment.reverses)) ?? ""),
      ];
    }),
  };
}

/** Every line of every fund and where it stands, with a row that adds them up. */
export function linesTable(lines: readonly ExportLine[]): ExportTable {
  const columns = ["budget", "committed", "spent", "forecast", "left"] as const;
  const total = columns.map((column) => ({
    pence: lines.reduce((sum, { position }) => sum + position[column], 0),
  }));
  return {
    name: "Lines",
    header: [
      "Fund",
      "Name of the line",
      "What it pays for",
      "Budget",
      "Promised",
      "Spent",
      "Forecast",
      "Left",
    ],
    rows: [
      ...lines.map(({ fund, line, position }) => [
        safe(fund.title),
        safe(line.title),
        purposeNames[line.purpose],
        ...columns.map((column) => ({ pence: position[column] })),
      ]),
      ["Total", "", "", ...total],
    ],
  };
}

type ExportFund = {
  fund: Fund;
  lines: readonly Pick<Line, "id" | "title">[];
  decisions: readonly {
    kind: string;
    fromLine: string | null;
    toLine: string | null;
    amountPence: number;
    reason: string;
    decidedOn: string;
    decidedBy?: string | null;
  }[];
  carries?: readonly (Carry & { decidedBy?: string | null })[];
};

/** Every fund, and what it holds. */
export function fundsTable(funds: readonly ExportFund[]): ExportTable {
  return {
    name: "Funds",
    header: [
      "Fund",
      "Kind",
      "Who gave it",
      "May not be spent on",
      "Begins on",
      "Ends on",
      "Amount",
      "Brought from before",
      "Carried in",
      "Carried out",
      "Holds",
    ],
    rows: funds.map(({ fund, carries = [] }) => [
      safe(fund.title),
      fundKindNames[fund.kind],
      safe(fund.source),
      safe(fund.restrictions),
      fund.startsOn,
      fund.endsOn,
      { pence: fund.amountPence },
      { pence: fund.carriedOverPence },
      { pence: carriedOf(fund.id, carries).carriedIn },
      { pence: carriedOf(fund.id, carries).carriedOut },
      { pence: heldBy(fund, carries) },
    ]),
  };
}

/**
 * Every decision to move money, to carry it over or to overspend, with its reason. An empty line is what no line holds.
 * @param nameOf the name of the member who decided, by their id; empty where they have left
 */
export function decisionsTable(
  funds: readonly ExportFund[],
  nameOf: (member: string) => string = () => "",
): ExportTable {
  const by = (member: string | null | undefined) => safe(member ? nameOf(member) : "");
  const titleOf = (id: string) => safe(funds.find(({ fund }) => fund.id === id)?.fund.title ?? "");
  return {
    name: "Decisions",
    header: ["Fund", "Decided on", "Decision", "From", "To", "Amount", "Reason", "Decided by"],
    rows: funds.flatMap(({ fund, lines, decisions, carries = [] }) => {
      const title = (id: string | null) => safe(lines.find((line) => line.id === id)?.title ?? "");
      return [
        ...decisions.map(({ kind, fromLine, toLine, amountPence, reason, decidedOn, decidedBy }) => [
          safe(fund.title),
          decidedOn,
          kind === "move" ? "Money moved" : "May go over by up to",
          title(fromLine),
          title(toLine),
          { pence: amountPence },
          safe(reason),
          by(decidedBy),
        ]),
        // Once, under the fund that it leaves.
        ...carries
          .filter(({ fromFund }) => fromFund === fund.id)
          .map(({ toFund, amountPence, reason, decidedOn, decidedBy }) => [
            safe(fund.title),
            decidedOn,
            "Carried over to another fund",
            "",
            titleOf(toFund),
            { pence: amountPence },
            safe(reason),
            by(decidedBy),
          ]),
      ];
    }),
  };
}

type ExportOffer = Omit<Offer, "community" | "lowIncome"> & { withdrawnOn: string | null };

/** Every offer, under its reference; not what the person said of their means, nor their community. */
export function offersTable(offers: readonly ExportOffer[], lines: readonly ExportLine[]): ExportTable {
  const lineOf = new Map(lines.map((each) => [each.line.id, each]));
  return {
    name: "Offers",
    header: [
      "Reference for the person",
      "Role",
      "Offered on",
      "Takes part on",
      "Budget line",
      "Time",
      "Fee offered",
      "Expenses",
      "Their choice",
      "Fee after their choice",
      "Promised by",
      "Withdrawn on",
    ],
    rows: offers.map((offer) => {
      const its = lineOf.get(offer.lineId);
      const time = offer.time.map(
        ({ activity, minutes, ratePence }) =>
          `${activityNames[activity]} ${minutes} min at ${penceToDecimal(ratePence)}`,
      );
      return [
        safe(offer.reference),
        safe(offer.role),
        offer.offeredOn,
        offer.heldOn,
        safe(its ? `${its.line.title}, ${its.fund.title}` : ""),
        time.join("; "),
        { pence: offeredFee(offer) },
        { pence: offer.expensesPence },
        offer.choice ? choiceNames[offer.choice] : "",
        { pence: owedFee(offer) },
        offer.promisedBy,
        offer.withdrawnOn ?? "",
      ];
    }),
  };
}

/** RFC 4180, with a byte-order mark so that Excel reads pound signs and accents. */
export function csvOf({ header, rows }: ExportTable): string {
  const cell = (value: string | { pence: number }) => {
    const text = typeof value === "string" ? value : penceToDecimal(value.pence);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${[header, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function safe(text: string): string {
  return neutraliseFormula(text);
}
