import ical from "ical-generator";
import type { CommitmentView } from "#app/domain/journey/commitment-view.ts";
import { isOpen } from "#app/domain/journey/standing.ts";

export type DueDateFacts = {
  organisation: string;
  /** The installation's host: part of each event's lasting id. */
  host: string;
  /** ISO date of the last publication: when these dates were last said. */
  publishedOn: string;
  commitments: readonly CommitmentView[];
  /** Absolute address of a commitment's page. */
  address: (commitment: string) => string;
};

/** A calendar of what is still owed: each open promise and milestone on the day it is due. */
export function dueDates({ organisation, host, publishedOn, commitments, address }: DueDateFacts): string {
  const calendar = ical({
    name: `${organisation}: what is due`,
    prodId: { company: "Kept", product: "Kept", language: "EN" },
  });
  const add = (id: string, day: string, summary: string, commitment: CommitmentView) =>
    calendar.createEvent({
      id: `${id}@${host}`,
      allDay: true,
      start: day,
      end: day,
      stamp: `${publishedOn}T00:00:00Z`,
      summary,
      description: `${organisation} promised this for ${commitment.forWhom}.`,
      url: address(commitment.id),
    });
  for (const commitment of commitments) {
    if (!isOpen(commitment.standing.status)) continue;
    add(`commitment-${commitment.id}`, commitment.dueOn, `Due: ${commitment.title}`, commitment);
    for (const milestone of commitment.milestones) {
      if (milestone.dropped || milestone.metOn) continue;
      add(`milestone-${milestone.id}`, milestone.dueOn, `Milestone due: ${milestone.title}`, commitment);
    }
  }
  return calendar.toString();
}
