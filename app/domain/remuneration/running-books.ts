import { writtenDay } from "../dates/written-day.ts";
import { formatPence } from "../money/format.ts";
import { beyondOwed } from "./beyond-owed.ts";
import type { Fund, Line, Overspend } from "./fund.ts";
import { nameInReference } from "./looks-like-person.ts";
import { type Offer, owedFee } from "./offer.ts";
import { attempting, type ReadRow } from "./payment-row.ts";
import { plain } from "./plain.ts";
import {
  type LinePosition,
  requireHappened,
  requirePaidBefore,
  requireRoom,
  requireWithinPeriod,
} from "./position.ts";
import type { PaymentKind } from "./words.ts";

/** One payment of a file, ready to be recorded. */
export type ImportedPayment = {
  lineId: string;
  offerId: string | null;
  kind: PaymentKind;
  amountPence: number;
  paidOn: string;
  method: string;
  financeReference: string;
};

/** What somebody has to look at before a row is kept: a reference that looks like a name, and more than a person is owed. */
export type RowQuestions = { name?: string; more?: string };

/**
 * One row of a file: a new payment, one that is in the books already, what is wrong with it, or why it is no payment at all.
 * `row` as a spreadsheet counts.
 */
export type ImportedRow = { row: number } & (
  | { state: "new"; payment: ImportedPayment; asks?: RowQuestions }
  | { state: "known"; financeReference: string }
  | { state: "wrong"; problems: string[] }
  | { state: "left-out"; why: string }
);

type BookedOffer = Pick<
  Offer,
  "id" | "lineId" | "reference" | "heldOn" | "time" | "choice" | "agreedFeePence" | "expensesPence"
> & { boundPence: number; withdrawnOn?: string | null };
type BookedPayment = Omit<ImportedPayment, "method">;

/** The books as they stand before the file. */
export type Books = {
  lines: readonly { line: Line; fund: Fund; position: LinePosition; overspends: readonly Overspend[] }[];
  offers: readonly BookedOffer[];
  payments: readonly BookedPayment[];
  /** The line of every row when the file has no column for it. */
  lineId: string | null;
  /** ISO date: what is dated later has not been paid. Every day passes when it is not given. */
  today?: string;
};

/** The books as they grow while a file is read. Nothing outside changes. */
export class RunningBooks {
  private readonly byReference: Map<string, BookedPayment>;
  private readonly paidOn = new Map<string, { fee: number; all: number }>();
  private readonly fees = new Map<string, BookedPayment[]>();
  private readonly positions: Map<string, LinePosition>;

  constructor(private readonly books: Books) {
    this.byReference = new Map(books.payments.map((payment) => [plain(payment.financeReference), payment]));
    this.positions = new Map(books.lines.map(({ line, position }) => [line.id, { ...position }]));
    for (const payment of books.payments) this.countOnOffer(payment);
  }

  take({ row, cell, problems, financeReference, amountPence, paidOn, kind, heldOn }: ReadRow): ImportedRow {
    const attempt = attempting(row, problems);
    const line = attempt("budget line", () => this.lineIn(cell("line")));
    const isBack = (amountPence ?? 0) < 0;
    if (line && paidOn) attempt("paid on", () => requireWithinPeriod(line.fund, paidOn, "date", isBack));
    if (paidOn && this.books.today)
      attempt("paid on", () => requireHappened(isBack ? "money back" : "payment", paidOn, this.books.today!));
    const whole =
      problems.length === 0 &&
      financeReference !== undefined &&
      amountPence !== undefined &&
      paidOn !== undefined &&
      kind !== undefined &&
      line !== undefined &&
      heldOn !== undefined;
    if (!whole) return { row, state: "wrong", problems };
    const known = this.byReference.get(plain(financeReference));
    const payment = {
      lineId: line.line.id,
      kind,
      amountPence,
      paidOn,
      method: cell("method").slice(0, 60),
      financeReference,
    };
    if (known) {
      const difference = differenceFrom(known, payment, cell("kind") !== "");
      return difference
        ? { row, state: "wrong", problems: [`Row ${row}, finance reference: ${difference}`] }
        : { row, state: "known", financeReference };
    }
    const offerId = attempt("reference for the person", () => this.offerIn(cell("person"), heldOn, payment));
    if (offerId === undefined) return { row, state: "wrong", problems };
    const ready: ImportedPayment = { ...payment, offerId };
    const asks = this.questionsOf(row, ready);
    attempt("amount", () => this.spend(ready, line.overspends));
    if (problems.length > 0) return { row, state: "wrong", problems };
    return { row, state: "new", payment: ready, ...(asks ? { asks } : {}) };
  }

  private questionsOf(row: number, payment: ImportedPayment): RowQuestions | undefined {
    const { offerId, kind, amountPence, financeReference } = payment;
    const offer = kind === "fee" ? this.books.offers.find(({ id }) => id === offerId) : undefined;
    const more = offer && beyondOwed(offer, this.fees.get(offer.id) ?? [], amountPence);
    const isName = nameInReference(financeReference) !== undefined;
    if (!more && !isName) return undefined;
    return {
      ...(isName ? { name: `Row ${row}, finance reference: “${financeReference}” looks like a name.` } : {}),
      ...(more ? { more: `Row ${row}, amount: ${more}` } : {}),
    };
  }

  private lineIn(written: string) {
    const { lines, lineId } = this.books;
    if (written === "") {
      const chosen = lines.find(({ line }) => line.id === lineId);
      if (chosen) return chosen;
      throw new RangeError("no budget line is named. Name one, or choose one for the whole file.");
    }
    const wanted = plain(written);
    const fits = lines.filter(
      ({ line, fund }) => plain(line.title) === wanted || plain(`${line.title}, ${fund.title}`) === wanted,
    );
    if (fits.length === 1) return fits[0]!;
    throw new RangeError(
      fits.length === 0
        ? `there is no budget line called “${written.slice(0, 60)}”. Add it to a fund, or correct the name.`
        : `several funds have a line called “${written.slice(0, 60)}”. Write the line and the fund, such as “Time, Voices”.`,
    );
  }

  /**
   * The person's offer on that line: the one that is owed just this much of the kind, or else the earliest that is still owed
   * some; for money back the latest that was paid so much. Null for a row that names nobody.
   */
  private offerIn(
    person: string,
    heldOn: string,
    { lineId, kind, amountPence }: Pick<ImportedPayment, "lineId" | "kind" | "amountPence">,
  ): string | null {
    if (person === "") return null;
    const theirs = this.books.offers
      .filter((offer) => plain(offer.reference) === plain(person) && offer.lineId === lineId)
      .filter((offer) => !offer.withdrawnOn && (heldOn === "" || offer.heldOn === heldOn))
      .sort((a, b) => a.heldOn.localeCompare(b.heldOn) || a.id.localeCompare(b.id));
    if (theirs.length === 0)
      throw new RangeError(
        `no offer to “${person.slice(0, 40)}” on this line${heldOn ? ` for ${heldOn}` : ""} is recorded. Record the offer first, or leave the person out.`,
      );
    if (amountPence < 0)
      return (theirs.findLast((offer) => this.paidOf(offer, kind) + amountPence >= 0) ?? theirs.at(-1)!).id;
    const owed = (offer: BookedOffer) =>
      (kind === "fee" ? owedFee(offer) : offer.expensesPence) - this.paidOf(offer, kind);
    const open =
      theirs.find((offer) => owed(offer) === amountPence) ?? theirs.find((offer) => owed(offer) > 0);
    return (open ?? theirs.at(-1)!).id;
  }

  private paidOf(offer: BookedOffer, kind: PaymentKind): number {
    const { fee, all } = this.paidOn.get(offer.id) ?? { fee: 0, all: 0 };
    return kind === "fee" ? fee : all - fee;
  }

  /** @throws Refusal when the line has not enough left after the payments before, or money comes back that was never paid */
  private spend(payment: ImportedPayment, overspends: readonly Overspend[]): void {
    const position = this.positions.get(payment.lineId)!;
    const offer = this.books.offers.find(({ id }) => id === payment.offerId);
    requirePaidBefore(offer ? this.paidOf(offer, payment.kind) : position.spent, payment.amountPence);
    const bound = offer?.boundPence ?? 0;
    const paidBefore = payment.offerId ? (this.paidOn.get(payment.offerId)?.all ?? 0) : 0;
    const promised = Math.max(0, bound - paidBefore);
    requireRoom(position, payment.amountPence, payment.offerId ? promised : 0, overspends);
    const stillPromised = Math.max(0, bound - paidBefore - payment.amountPence);
    position.spent += payment.amountPence;
    position.committed += payment.offerId ? stillPromised - promised : 0;
    position.forecast = position.spent + position.committed;
    position.left = position.budget - position.forecast;
    this.countOnOffer(payment);
  }

  private countOnOffer(payment: BookedPayment): void {
    const { offerId, kind, amountPence } = payment;
    if (!offerId) return;
    if (kind === "fee") this.fees.set(offerId, [...(this.fees.get(offerId) ?? []), payment]);
    const paid = this.paidOn.get(offerId) ?? { fee: 0, all: 0 };
    this.paidOn.set(offerId, {
      fee: paid.fee + (kind === "fee" ? amountPence : 0),
      all: paid.all + amountPence,
    });
  }
}

function differenceFrom(
  known: BookedPayment,
  now: Omit<BookedPayment, "offerId">,
  kindGiven: boolean,
): string | undefined {
  const differs =
    known.amountPence !== now.amountPence ||
    known.paidOn !== now.paidOn ||
    known.lineId !== now.lineId ||
    (kindGiven && known.kind !== now.kind);
  return differs
    ? `“${now.financeReference}” is in the books as ${formatPence(known.amountPence)} on ${writtenDay(known.paidOn)}` +
        `${known.lineId === now.lineId ? "" : ", from another line"}${kindGiven && known.kind !== now.kind ? `, for ${known.kind}` : ""}. Reverse that payment if it was wrong, or correct the file.`
    : undefined;
}
