import { z } from "zod";

/** kind `session`: that a session was held or called off, what it met, and why that was accepted. Nothing about who came. */
export const SessionContent = z.object({
  title: z.string().trim().min(1).max(200),
  on: z.iso.date("Give the date as year-month-day, such as 2026-03-31."),
  online: z.boolean(),
  status: z.enum(["planned", "held", "called-off"]),
  /** Serious conflicts alone; each with the tradition that had to give way. */
  conflicts: z.array(
    z.object({ tradition: z.string(), observance: z.string(), name: z.string(), on: z.iso.date() }),
  ),
  /** Why they were accepted; empty when there were none. */
  accepted: z.string().trim().max(2000),
});
export type SessionContent = z.infer<typeof SessionContent>;

export const sessionSubject = (id: string): string => `session:${id}`;
