import type { Role } from "./scope.ts";

/** What each role is for, as the members' page and an invitation say it. */
export const roleNames: Record<Role, { name: string; can: string }> = {
  owner: { name: "Owner", can: "invites people, changes settings, and does all that an editor does" },
  editor: { name: "Editor", can: "writes commitments and updates, and publishes" },
  reviewer: { name: "Reviewer", can: "reads everything, questions and decides for the board; edits nothing" },
};
