import { z } from "zod";
import { words } from "../commitment/fields.ts";
import { type PreflightItem, preflightItems } from "./preflight-items.ts";
import type { Line } from "./preflight.ts";

/** Afterwards: what the plan could not know. */
export const Afterwards = z.object({
  whatHappened: words("Say what happened.", 4000),
  couldNotCome: words("Say who could not come and why, in numbers or groups, or that nobody said.", 2000),
  toChange: words("Say what to change next time, or that nothing has to.", 2000),
  /** Items that were in order on paper and not on the day. */
  notAsPlanned: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(preflightItems, "Choose items from the list.")),
  ),
});
export type Afterwards = z.output<typeof Afterwards>;

/** As kept: with the items that were in order when it was first told. Told before those were kept, it has none. */
export type ToldAfterwards = Afterwards & { planned?: PreflightItem[] };

/** What was a plan: what was still open, or let be for a reason, cannot have differed from one. */
export function plannedOf(lines: readonly Line[]): PreflightItem[] {
  return lines.filter(({ asked, fault, accepted }) => asked && !fault && !accepted).map(({ item }) => item);
}
