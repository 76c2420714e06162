import { z } from "zod";
import { words } from "./fields.ts";

/** What goes with a piece of evidence, whether it is a link or a file. */
export const EvidenceInput = z.object({
  title: words("Say what it is.", 200),
  url: z
    .url({ protocol: /^https?$/, error: "Give the whole address, beginning with https:// or http://." })
    .max(2000, "Use an address of 2,000 characters or fewer.")
    .optional(),
  /** The public sees it from the next publication on. Asked each time, because a published thing stays published. */
  shared: z.enum(["yes", "no"], "Say who may see it."),
  readingId: z.uuid("Choose a reading from the list.").optional(),
});
export type EvidenceInput = z.input<typeof EvidenceInput>;
