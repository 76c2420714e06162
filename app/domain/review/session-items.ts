import { addMonths } from "../dates/days.ts";
import { writtenDay } from "../dates/written-day.ts";
import { groupBy } from "../journey/content.ts";
import type { AgendaItem } from "./agenda.ts";

/** A serious conflict of a session that somebody accepted. */
type Accepted = {
  sessionId: string;
  title: string;
  /** ISO date of the session. */
  on: string;
  status: "planned" | "held" | "called-off";
  /** The observance. */
  name: string;
  reason: string;
  /** ISO date on which it was accepted first. */
  acceptedOn: string;
};

/**
 * Sessions on a holy day that somebody decided to hold all the same: those to come and those of the last twelve months, whether
 * the public is told of them or not. One point for each session.
 * @param base address of the sessions
 */
export function sessionItems(accepted: readonly Accepted[], base: string, today: string): AgendaItem[] {
  const yearAgo = addMonths(today, -12);
  const bySession = groupBy(
    accepted.filter(({ on, status }) => status !== "called-off" && on > yearAgo),
    ({ sessionId }) => sessionId,
  );
  return [...bySession].map(([id, all]): AgendaItem => {
    const { title, on } = all[0]!;
    const names = [...new Set(all.map(({ name }) => name))].join(", ");
    const reasons = [...new Set(all.map(({ reason }) => reason).filter(Boolean))].join(" ");
    return {
      concern: "conflict-accepted",
      title,
      because: `On ${writtenDay(on)}, which meets ${names}. ${reasons ? `The reason given: ${reasons}` : "No reason was given."}`,
      href: `${base}/${id}`,
      since: all.map(({ acceptedOn }) => acceptedOn).sort()[0]!,
    };
  });
}
