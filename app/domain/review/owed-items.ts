import { addDays } from "../dates/days.ts";
import { writtenDay } from "../dates/written-day.ts";
import type { AgendaItem } from "./agenda.ts";

type Loop = {
  id: string;
  answerBy: string;
  /** Late: no answer at all, or the next step of what we said that we are doing. */
  late: "answer" | "step" | null;
  /** Those who said it do not recognise the answer. */
  disputedSince: string | null;
  /** Day given for the next step. */
  stepBy: string | null;
};
type Case = { id: string; kind: "ask" | "challenge"; answerBy: string };

const title = "Something people told us";

/** What people said and got no answer to in the time that was promised. Their words stay in their room. */
export function owedItems(
  { loops, cases }: { loops: readonly Loop[]; cases: readonly Case[] },
  base: string,
  today: string,
): AgendaItem[] {
  return [
    ...loops.flatMap(({ id, answerBy, late, stepBy, disputedSince }): AgendaItem[] => {
      const href = `${base}/loops/${id}`;
      const found: AgendaItem[] = [];
      if (disputedSince !== null)
        found.push({
          concern: "claim-disputed",
          title,
          because: `We answered on ${writtenDay(disputedSince)}. More of those who said it do not recognise our answer than do.`,
          href,
          since: disputedSince,
        });
      if (late === "answer")
        found.push({
          concern: "challenge-unanswered",
          title,
          because: `We promised an answer by ${writtenDay(answerBy)} and have given none.`,
          href,
          since: addDays(answerBy, 1),
        });
      if (late === "step" && stepBy !== null)
        found.push({
          concern: "challenge-unanswered",
          title,
          because: `We said that we are doing something and promised the next step by ${writtenDay(stepBy)}. Nothing was told since.`,
          href,
          since: addDays(stepBy, 1),
        });
      return found;
    }),
    // Not taken up, and nobody may hide behind that: the time runs from the day it came in.
    ...cases
      .filter(({ answerBy }) => answerBy < today)
      .map(({ kind, answerBy }): AgendaItem => ({
        concern: "challenge-unanswered",
        title: kind === "ask" ? "A question from outside" : "A challenge from outside",
        because: `Nobody has taken it up. We promised an answer by ${writtenDay(answerBy)}.`,
        href: `${base}/door`,
        since: addDays(answerBy, 1),
      })),
  ];
}
