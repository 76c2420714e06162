import { formatPence } from "../money/format.ts";
import { Refusal } from "../refusal.ts";
import type { Fund } from "./fund.ts";

/** Money that one fund hands on to another. A recorded decision, never an edit: it leaves the one as it reaches the other. */
export type Carry = {
  id: string;
  fromFund: string;
  toFund: string;
  amountPence: number;
  reason: string;
  decidedOn: string;
};

/** What carries brought into a fund, and what they took out of it, in pence. */
export function carriedOf(
  fundId: string,
  carries: readonly Carry[],
): { carriedIn: number; carriedOut: number } {
  const sum = (fits: (carry: Carry) => boolean) =>
    carries.filter(fits).reduce((total, { amountPence }) => total + amountPence, 0);
  return {
    carriedIn: sum(({ toFund }) => toFund === fundId),
    carriedOut: sum(({ fromFund }) => fromFund === fundId),
  };
}

/** All that a fund holds, in pence: its amount, what it brought from before Kept, and what was carried in, less what was carried out. */
export function heldBy(
  fund: Pick<Fund, "id" | "amountPence" | "carriedOverPence">,
  carries: readonly Carry[],
): number {
  const { carriedIn, carriedOut } = carriedOf(fund.id, carries);
  return fund.amountPence + fund.carriedOverPence + carriedIn - carriedOut;
}

/**
 * Only what no line holds can be handed on, and only forward: what a line has was given to it for something.
 * @param unallocated what no line of the giving fund holds, in pence
 * @throws Refusal that says what is there, or which fund would do
 */
export function requireCarry(
  from: Pick<Fund, "title" | "endsOn">,
  to: Pick<Fund, "title" | "endsOn">,
  amountPence: number,
  unallocated: number,
): void {
  if (to.endsOn <= from.endsOn)
    throw Refusal.invalid({
      toFund: [
        `“${to.title}” does not run longer than “${from.title}”. Money is carried over to a fund of a later time.`,
      ],
    });
  if (amountPence > unallocated)
    throw Refusal.invalid({
      amountPence: [
        `${formatPence(Math.max(0, unallocated))} of “${from.title}” is in no line and can be carried over. To carry more, first move it out of a line, with the reason.`,
      ],
    });
}
