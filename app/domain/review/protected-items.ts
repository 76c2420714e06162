import { addDays } from "../dates/days.ts";
import { writtenDay } from "../dates/written-day.ts";
import type { AgendaItem } from "./agenda.ts";

type Protected = { answerBy: string; late: boolean };

/**
 * Protected challenges that the board itself has not answered in time. Only for those who may read them, and never in a pack.
 * One point however many there are: the page lists them. @param href the page for the board alone
 */
export function protectedItems(challenges: readonly Protected[], href: string): AgendaItem[] {
  const late = challenges.filter((one) => one.late).map(({ answerBy }) => answerBy);
  const oldest = late.sort()[0];
  if (oldest === undefined) return [];
  return [
    {
      concern: "challenge-unanswered",
      title: "A protected challenge",
      because: `${late.length === 1 ? "Somebody who spoke under protection waits" : `${late.length} people who spoke under protection wait`} for the board itself. The answer was promised by ${writtenDay(oldest)}. Only board members who never did the work see this line.`,
      href,
      since: addDays(oldest, 1),
      boardOnly: true,
    },
  ];
}
