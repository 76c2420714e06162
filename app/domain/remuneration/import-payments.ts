import { formatPence } from "../money/format.ts";
import { parsePence } from "../money/parse-pence.ts";
import { Refusal } from "../refusal.ts";
import type { ColumnMap, PaymentField } from "./column-map.ts";
import type { Fund, Line, Overspend } from "./fund.ts";
import { type Offer, owedFee } from "./offer.ts";
import { type LinePosition, requireRoom, requireWithinPeriod } from "./position.ts";
import { readDay } from "./read-day.ts";
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

/** One row of a file: a new payment, one that is in the books already, or what is wrong with it. `row` as a spreadsheet counts. */
export type ImportedRow = { row: number } & (
  | { state: "new"; payment: ImportedPayment }
  | { state: "known"; financeReference: string }
  | { state: "wrong"; problems: string[] }
);

type BookedOffer = Pick<
  Offer,
  "id" | "lineId" | "reference" | "heldOn" | "time" | "choice" | "agreedFeePence" | "expensesPence"
> & { boundPence: number };
type BookedPayment = Omit<ImportedPayment, "method">;

/** The books as they stand before the file. */
export type Books = {
  lines: readonly { line: Line; fund: Fund; position: LinePosition; overspends: readonly Overspend[] }[];
  offers: readonly BookedOffer[];
  payments: readonly BookedPayment[];
  /** The line of every row when the file has no column for it. */
  lineId: string | null;
};

/**
 * Reads every row against the books and the rows before it, so that what the preview says is what the import does. Changes
 * nothing. A reference that is in the books with the same amount, day and line is known and left alone; with others it is wrong.
 * @param rows without the header
 */
export function readPaymentRows(
  rows: readonly (readonly string[])[],
  columns: ColumnMap<PaymentField>,
  books: Books,
): ImportedRow[] {
  const running = new RunningBooks(books);
  return rows.flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const cell = (field: PaymentField) => (columns[field] < 0 ? "" : (cells[columns[field]] ?? "")).trim();
    return [running.read(index + 2, cell)];
  });
}

type Cell = (field: PaymentField) => string;

/** The books as they grow while a file is read. */
class RunningBooks {
  private readonly byReference: Map<string, BookedPayment>;
  private readonly rowOf = new Map<string, number>();
  private readonly paidOn = new Map<string, { fee: number; all: number }>();
  private readonly positions: Map<string, LinePosition>;

  constructor(private readonly books: Books) {
    this.byReference = new Map(books.payments.map((payment) => [payment.financeReference, payment]));
    this.positions = new Map(books.lines.map(({ line, position }) => [line.id, { ...position }]));
    for (const payment of books.payments) this.countOnOffer(payment);
  }

  read(row: number, cell: Cell): ImportedRow {
    const problems: string[] = [];
    const attempt = <T>(field: string, work: () => T): T | undefined => {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof RangeError) && !(error instanceof Refusal)) throw error;
        problems.push(`Row ${row}, ${field}: ${error.message}`);
        return undefined;
      }
    };
    const financeReference = attempt("finance reference", () => referenceIn(cell("financeReference")));
    const amountPence = attempt("amount", () => amountIn(cell("amount")));
    const paidOn = attempt("paid on", () => readDay(cell("paidOn")));
    const kind = attempt("what for", () => kindIn(cell("kind")));
    const line = attempt("budget line", () => this.lineIn(cell("line")));
    const heldOn = cell("heldOn") ? attempt("day the person took part", () => readDay(cell("heldOn"))) : "";
    if (line && paidOn) attempt("paid on", () => requireWithinPeriod(line.fund, paidOn));
    const repeated = financeReference ? this.rowOf.get(financeReference) : undefined;
    if (repeated)
      problems.push(
        `Row ${row}, finance reference: “${financeReference}” is in row ${repeated} already. Each payment needs its own.`,
      );
    if (financeReference) this.rowOf.set(financeReference, repeated ?? row);
    const whole =
      problems.length === 0 &&
      financeReference !== undefined &&
      amountPence !== undefined &&
      paidOn !== undefined &&
      kind !== undefined &&
      line !== undefined &&
      heldOn !== undefined;
    if (!whole) return { row, state: "wrong", problems };
    const known = this.byReference.get(financeReference);
    const payment = {
      lineId: line.line.id,
      kind,
      amountPence,
      paidOn,
      method: cell("method"),
      financeReference,
    };
    if (known) {
      const difference = differenceFrom(known, payment);
      return difference
        ? { row, state: "wrong", problems: [`Row ${row}, finance reference: ${difference}`] }
        : { row, state: "known", financeReference };
    }
    const offerId = attempt("reference for the person", () =>
      this.offerIn(cell("person"), heldOn, payment.lineId, kind),
    );
    if (offerId === undefined) return { row, state: "wrong", problems };
    const ready: ImportedPayment = { ...payment, offerId };
    attempt("amount", () => this.spend(ready, line.overspends));
    return problems.length > 0 ? { row, state: "wrong", problems } : { row, state: "new", payment: ready };
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

  /** The person's earliest offer on that line that is still owed something of the kind; null for a row that names nobody. */
  private offerIn(person: string, heldOn: string, lineId: string, kind: PaymentKind): string | null {
    if (person === "") return null;
    const theirs = this.books.offers
      .filter((offer) => plain(offer.reference) === plain(person) && offer.lineId === lineId)
      .filter((offer) => heldOn === "" || offer.heldOn === heldOn)
      .sort((a, b) => a.heldOn.localeCompare(b.heldOn) || a.id.localeCompare(b.id));
    const first = theirs[0];
    if (!first)
      throw new RangeError(
        `no offer to “${person.slice(0, 40)}” on this line${heldOn ? ` for ${heldOn}` : ""} is recorded. Record the offer first, or leave the person out.`,
      );
    const open = theirs.find((offer) => {
      const paid = this.paidOn.get(offer.id) ?? { fee: 0, all: 0 };
      return kind === "fee" ? paid.fee < owedFee(offer) : paid.all - paid.fee < offer.expensesPence;
    });
    return (open ?? theirs.at(-1)!).id;
  }

  /** @throws Refusal when the line has not enough left after the rows before */
  private spend(payment: ImportedPayment, overspends: readonly Overspend[]): void {
    const position = this.positions.get(payment.lineId)!;
    const bound = this.books.offers.find(({ id }) => id === payment.offerId)?.boundPence ?? 0;
    const paidBefore = payment.offerId ? (this.paidOn.get(payment.offerId)?.all ?? 0) : 0;
    const promised = Math.max(0, bound - paidBefore);
    requireRoom(position, payment.amountPence, payment.offerId ? promised : 0, overspends);
    const stillPromised = Math.max(0, bound - paidBefore - payment.amountPence);
    position.spent += payment.amountPence;
    position.committed += payment.offerId ? stillPromised - promised : 0;
    position.forecast = position.spent + position.committed;
    position.left = position.budget - position.forecast;
    this.byReference.set(payment.financeReference, payment);
    this.countOnOffer(payment);
  }

  private countOnOffer({ offerId, kind, amountPence }: BookedPayment): void {
    if (!offerId) return;
    const paid = this.paidOn.get(offerId) ?? { fee: 0, all: 0 };
    this.paidOn.set(offerId, {
      fee: paid.fee + (kind === "fee" ? amountPence : 0),
      all: paid.all + amountPence,
    });
  }
}

function referenceIn(written: string): string {
  if (written === "")
    throw new RangeError("it is empty. Every payment needs the finance system's reference.");
  if (written.length > 80) throw new RangeError("it is longer than 80 characters. Use the reference alone.");
  return written;
}

function amountIn(written: string): number {
  const pence = parsePence(written);
  if (pence === 0) throw new RangeError("it is £0. Leave the row out.");
  return pence;
}

function kindIn(written: string): PaymentKind {
  const text = plain(written);
  if (text === "" || /^(fee|pay|time|fee for time)$/.test(text)) return "fee";
  if (/^expenses?$/.test(text)) return "expenses";
  if (/^other( cost)?$/.test(text)) return "other";
  throw new RangeError(`“${written.slice(0, 40)}” is not known. Write fee, expenses or other.`);
}

function differenceFrom(known: BookedPayment, now: Omit<BookedPayment, "offerId">): string | undefined {
  const differs =
    known.amountPence !== now.amountPence || known.paidOn !== now.paidOn || known.lineId !== now.lineId;
  return differs
    ? `“${now.financeReference}” is in the books as ${formatPence(known.amountPence)} on ${known.paidOn}` +
        `${known.lineId === now.lineId ? "" : ", from another line"}. Reverse that payment if it was wrong, or correct the file.`
    : undefined;
}

function plain(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}
