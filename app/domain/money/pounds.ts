import { z } from "zod";
import { formatPence } from "./format.ts";
import { MOST_PENCE, parseAmount } from "./parse-pence.ts";

/**
 * A form's amount in pounds, as people write it, to whole pence.
 * @param ask the sentence when it is missing; it names the field, so every refusal begins with it; @param least smallest and @param most largest amount allowed, in pence
 * @param tooLittle the sentence for less, where there is more to say of it
 */
export function pounds(ask: string, least = 0, most = MOST_PENCE, tooLittle = `${ask} ${tooSmall(least)}`) {
  return z.string(ask).transform((written, context) => {
    try {
      const pence = parseAmount(written);
      if (pence >= least && pence <= most) return pence;
      const message =
        pence < least ? tooLittle : `${ask} It cannot be more than ${formatPence(most)}. Check the number.`;
      context.issues.push({ code: "custom", message, input: written });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.issues.push({ code: "custom", message: `${ask} ${error.message}`, input: written });
    }
    return z.NEVER;
  });
}

function tooSmall(least: number): string {
  return least <= 0 ? "It cannot be below £0." : "It must be more than £0.";
}
