import { z } from "zod";
import { outcomes } from "./preflight-decision.ts";
import { preflightItems, retiredItems } from "./preflight-items.ts";

/** kind `session`: that a session was held or called off, what it met, and why that was accepted. Nothing about who came. */
export const SessionContent = z.object({
  title: z.string().trim().min(1).max(200),
  on: z.iso.date("Give the date as year-month-day, such as 2026-03-31."),
  /** The last day of a session of several; absent for one that ends on the day it begins. */
  until: z.iso.date().optional(),
  online: z.boolean(),
  status: z.enum(["planned", "held", "called-off"]),
  /** Serious conflicts alone; each with the tradition that had to give way. */
  conflicts: z.array(
    z.object({ tradition: z.string(), observance: z.string(), name: z.string(), on: z.iso.date() }),
  ),
  /** Why they were accepted; empty when there were none. */
  accepted: z.string().trim().max(2000),
  /**
   * What the preflight decided last; absent while nothing was decided. Of what was accepted beside conflicts, the items
   * alone: the reasons may speak of people.
   */
  preflight: z
    .object({
      outcome: z.enum(outcomes),
      decidedOn: z.iso.date(),
      /** A decision to go ahead that still holds was made on or before the day of the invitation. */
      beforeInvitation: z.boolean(),
      /** Changed afterwards, so that the decision holds no more. */
      lapsed: z.boolean(),
      /** Entries made before an item was split name it as it was. */
      accepted: z.array(z.enum([...preflightItems, ...retiredItems])),
    })
    .optional(),
});
export type SessionContent = z.infer<typeof SessionContent>;

export const sessionSubject = (id: string): string => `session:${id}`;
