import type { Role } from "#app/domain/organisation/scope.ts";
import type { RoomGroup } from "#app/ui/shell/workspace-shell.tsx";

/** The rail of the workspace: every room that has pages, in the order of the work. */
export function roomsOf(slug: string, role: Role): RoomGroup[] {
  const link = (path: string, label: string) => ({ href: `/o/${slug}/${path}`, label });
  return [
    {
      links: [
        { href: `/o/${slug}`, label: "Overview" },
        link("recommendations", "Recommendations"),
        link("commitments", "Commitments"),
        link("audit", "Self-audit"),
        link("board", "Board view"),
        link("publish", "Publish"),
        link("reminders", "Reminders"),
      ],
    },
    {
      heading: "Practice",
      // One to a line, so that rooms can be added side by side.
      links: [
        link("checks", "Checks"),
        link("feedback", "Feedback"),
        link("handout", "Handout"),
        link("pay", "Pay"),
        link("personas", "Personas"),
        link("recruitment", "Recruitment"),
        link("sessions", "Sessions"),
        link("training", "Training"),
      ],
    },
    {
      heading: "Organisation",
      links: [
        link("profile", "Public statement"),
        link("frameworks", "Frameworks"),
        link("members", "Members"),
        ...(role === "owner"
          ? [link("record", "Withdraw words"), link("settings", "Settings"), link("mail", "Mail")]
          : []),
      ],
    },
  ];
}
