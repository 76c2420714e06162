/** Words by which finance systems mark a row that adds up or carries a balance. */
const SUMS =
  /^(grand |sub-?|report |account )?totals?\b|\btotals?:?$|^(opening|closing|running)? ?balance\b|brought forward|carried forward|^[bc]\/f\b|^net movement/i;

/**
 * Why a row of a file is not a payment: it names the columns again, adds up, or is a note in one cell. A row with a date, or
 * with a reference of its own, is never left out by what its other cells say.
 * @param dated the cell of the day and @param reference that of the reference, as typed
 * @returns words for the person who reads the preview; undefined for a row that has to be read
 */
export function leftOutAs(
  cells: readonly string[],
  header: readonly string[],
  dated: string,
  reference: string,
): string | undefined {
  const typed = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const same = header.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (typed.length > 1 && typed.join("\u0000") === same.join("\u0000")) return "It names the columns again.";
  if (/^\d/.test(dated) || (reference !== "" && !SUMS.test(reference))) return undefined;
  if (typed.some((cell) => SUMS.test(cell))) return "A total or a balance, not a payment.";
  return typed.length === 1 ? `A note, not a payment: “${typed[0]!.slice(0, 80)}”.` : undefined;
}
