import { z } from "zod";
import { Email } from "./person.ts";
import { roles } from "./scope.ts";

export const Invitation = z.object({
  email: Email,
  role: z.enum(roles, "Choose a role."),
});
export type Invitation = z.infer<typeof Invitation>;

// Two weeks: long enough for a holiday, short enough for a mailbox that changes hands.
export const invitationDays = 14;

export type InvitationState = "open" | "accepted" | "revoked" | "expired";

/** Instants as Dates. Accepted wins over expired: it was used in time. */
export function invitationState(
  invitation: { expiresAt: Date; acceptedAt: Date | null; revokedAt: Date | null },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return "accepted";
  if (invitation.revokedAt) return "revoked";
  return invitation.expiresAt.getTime() <= now.getTime() ? "expired" : "open";
}

/** What the holder of a closed invitation is told. */
export const closedInvitation: Record<Exclude<InvitationState, "open">, string> = {
  accepted: "This invitation has been used already. Sign in instead.",
  revoked:
    "This invitation was taken back, or a newer one was sent in its place. Open the newest message, or ask the person who invited you.",
  expired: `This invitation has expired: it was good for ${invitationDays} days. Ask the person who invited you for another.`,
};
