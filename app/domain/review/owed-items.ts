import { writtenDay } from "../dates/written-day.ts";
import type { AgendaItem } from "./agenda.ts";

/** What people said and got no answer to in the time that was promised. Their words stay in their room. */
export function owedItems(loops: readonly { id: string; answerBy: string }[], base: string): AgendaItem[] {
  return loops.map(({ id, answerBy }) => ({
    concern: "challenge-unanswered",
    title: "Something people told us",
    because: `We promised an answer by ${writtenDay(answerBy)} and have given none.`,
    href: `${base}/${id}`,
    since: answerBy,
  }));
}
