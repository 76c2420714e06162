import { penceToDecimal } from "../money/format.ts";
import { neutraliseFormula } from "../spreadsheet/cell.ts";
import { paymentFields } from "./column-map.ts";
import type { LinePosition } from "./position.ts";
import { type PaymentKind, paymentKindNames, purposeNames } from "./words.ts";
import type { Fund, Line } from "./fund.ts";

/** A table for a file: text is safe to open in a spreadsheet, money stays whole pence until it is written. */
export type ExportTable = { name: string; header: string[]; rows: (string | { pence: number })[][] };

type ExportLine = { fund: Pick<Fund, "title">; line: Line; position: LinePosition };
type ExportPayment = {
  lineId: string;
  offerId: string | null;
  kind: PaymentKind;
  amountPence: number;
  paidOn: string;
  method: string;
  financeReference: string;
  note: string;
};

/** Every payment, under the names that an import of payments knows, so that the file read again changes nothing. */
export function paymentsTable(
  payments: readonly ExportPayment[],
  lines: readonly ExportLine[],
  offers: readonly { id: string; reference: string; heldOn: string }[],
): ExportTable {
  const lineOf = new Map(lines.map((each) => [each.line.id, each]));
  const offerOf = new Map(offers.map((offer) => [offer.id, offer]));
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
