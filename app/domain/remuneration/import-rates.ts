import { writtenDay } from "../dates/written-day.ts";
import { formatPence } from "../money/format.ts";
import { parseAmount } from "../money/parse-pence.ts";
import { restoreFormula } from "../spreadsheet/cell.ts";
import type { ColumnMap, RateField } from "./column-map.ts";
import { requireNoBenefit } from "./names-benefit.ts";
import { attempting } from "./payment-row.ts";
import { type Rate, MOST_PENCE_PER_HOUR, type WagePlace } from "./rate.ts";
import { readDay } from "./read-day.ts";

export type ImportedRate = Omit<Rate, "id">;

/** One row of a file of rates: a new rate, one that is known already, what is wrong with it, or a note. */
export type ImportedRateRow = { row: number } & (
  | { state: "new"; rate: ImportedRate }
  | { state: "known"; title: string }
  | { state: "wrong"; problems: string[] }
  | { state: "left-out"; why: string }
);

/**
 * Reads what others pay from a spreadsheet. Every rate needs its first day and a source: of its own row, or one for the whole
 * file. A rate that is known under the same name, place, role, activity and first day is left alone when it pays the same, and
 * wrong otherwise: a published rate does not change afterwards.
 * @param source of every row that names none; empty when not given
 * @param firstRow number of the first row after the header, as a spreadsheet counts
 */
export function readRateRows(
  rows: readonly (readonly string[])[],
  columns: ColumnMap<RateField>,
  known: readonly Rate[],
  source: string,
  firstRow = 2,
): ImportedRateRow[] {
  const byKey = new Map(known.filter(({ kind }) => kind === "comparator").map((rate) => [keyOf(rate), rate]));
  const rowOf = new Map<string, number>();
  return rows.flatMap((cells, index): ImportedRateRow[] => {
    const row = firstRow + index;
    const typed = cells.filter((cell) => cell.trim() !== "");
    if (typed.length === 0) return [];
    const note = typed[0]!.trim().slice(0, 80);
    if (typed.length === 1) return [{ row, state: "left-out", why: `A note, not a rate: “${note}”.` }];
    const problems: string[] = [];
    const rate = rateIn(row, cells, columns, source, problems);
    if (!rate) return [{ row, state: "wrong", problems }];
    const key = keyOf(rate);
    const earlier = rowOf.get(key);
    rowOf.set(key, earlier ?? row);
    if (earlier)
      return [
        wrong(
          row,
          `name of the rate: “${rate.title}” from ${writtenDay(rate.from)} is in row ${earlier} already.`,
        ),
      ];
    const before = byKey.get(key);
    if (!before) return [{ row, state: "new", rate }];
    return before.pencePerHour === rate.pencePerHour && before.until === rate.until
      ? [{ row, state: "known", title: rate.title }]
      : [
          wrong(
            row,
            `an hour: “${rate.title}” from ${writtenDay(rate.from)} is known as ${formatPence(before.pencePerHour)} ${before.until ? `until ${writtenDay(before.until)}` : "with no last day"}. Give a new rate its own first day.`,
          ),
        ];
  });
}

function rateIn(
  row: number,
  cells: readonly string[],
  columns: ColumnMap<RateField>,
  source: string,
  problems: string[],
): ImportedRate | undefined {
  const cell = (field: RateField) =>
    columns[field] >= 0 ? restoreFormula((cells[columns[field]] ?? "").trim()).trim() : "";
  const attempt = attempting(row, problems);
  const title = attempt("name of the rate", () => filledIn(cell("title"), 160));
  const pencePerHour = attempt("an hour", () => hourlyIn(cell("rate")));
  const from = attempt("from", () => readDay(cell("from")));
  const until = attempt("until", () => (cell("until") ? readDay(cell("until")) : null));
  const place = attempt("where", () => placeIn(cell("place")));
  const itsSource = attempt("source", () => sourceIn(cell("source") || source));
  attempt("role", () => requireNoBenefit(cell("role")));
  attempt("activity", () => requireNoBenefit(cell("activity")));
  if (from && until && until < from) problems.push(`Row ${row}, until: the rate ends before it begins.`);
  if (
    problems.length > 0 ||
    title === undefined ||
    pencePerHour === undefined ||
    from === undefined ||
    until === undefined ||
    place === undefined ||
    itsSource === undefined
  )
    return undefined;
  const role = cell("role").slice(0, 120);
  const activity = cell("activity").slice(0, 60);
  return { kind: "comparator", title, place, role, activity, pencePerHour, from, until, source: itsSource };
}

function filledIn(written: string, most: number): string {
  if (written === "") throw new RangeError("it is empty.");
  if (written.length > most) throw new RangeError(`use ${most} characters or fewer.`);
  requireNoBenefit(written);
  return written;
}

function sourceIn(written: string): string {
  if (written === "")
    throw new RangeError("no source is named. Name one in the row, or one for the whole file.");
  return filledIn(written, 300);
}

function hourlyIn(written: string): number {
  const pence = parseAmount(written);
  if (pence < 0) throw new RangeError(`“${written.slice(0, 40)}” is below £0. Pay cannot be.`);
  if (pence > MOST_PENCE_PER_HOUR)
    throw new RangeError(
      `“${written.slice(0, 40)}” is more than ${formatPence(MOST_PENCE_PER_HOUR)} an hour.`,
    );
  return pence;
}

function placeIn(written: string): WagePlace {
  if (/^$|^(uk|united kingdom|(uk )?outside london|britain|elsewhere|national)$/i.test(written)) return "uk";
  if (/^(inner |outer |greater )?london$/i.test(written)) return "london";
  throw new RangeError(`“${written.slice(0, 40)}” is not known. Write UK or London.`);
}

function keyOf(rate: Pick<Rate, "title" | "place" | "role" | "activity" | "from">): string {
  return [rate.title, rate.place, rate.role, rate.activity, rate.from]
    .map((part) => part.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase())
    .join("\u0000");
}

function wrong(row: number, sentence: string): ImportedRateRow {
  return { row, state: "wrong", problems: [`Row ${row}, ${sentence}`] };
}
