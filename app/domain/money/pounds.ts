import { z } from "zod";
import { parsePence } from "./parse-pence.ts";

/**
 * A form's amount in pounds, as people write it, to whole pence.
 * @param ask the sentence when it is missing; @param least smallest amount allowed, in pence
 */
export function pounds(ask: string, least = 0) {
  return z.string(ask).transform((written, context) => {
    try {
      const pence = parsePence(written);
      if (pence >= least) return pence;
      context.issues.push({ code: "custom", message: tooSmall(least), input: written });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.issues.push({ code: "custom", message: error.message, input: written });
    }
    return z.NEVER;
  });
}

function tooSmall(least: number): string {
  return least <= 0 ? "An amount cannot be below £0." : "The amount must be more than £0.";
}
