/** Why something needs a board's eye, most pressing kind first. The order is the ranking: it is written down so that it can be argued with. */
export const concerns = [
  "escalated",
  "claim-disputed",
  "promise-weakened",
  "words-withdrawn",
  "action-overdue",
  "overdue",
  "challenge-unanswered",
  "stalled",
  "perception-gap-widening",
  "claim-not-attested",
  "money-unspent",
  "evidence-lapsed",
  "conflict-accepted",
  "answer-owed",
] as const;
export type Concern = (typeof concerns)[number];

export const concernWords: Record<Concern, string> = {
  escalated: "A reviewer asks the whole board to decide",
  "claim-disputed": "People affected dispute what we say is done",
  "promise-weakened": "A promise was weakened",
  "words-withdrawn": "Published words of ours were taken back",
  "action-overdue": "An action that the board required is overdue",
  overdue: "A promise is overdue",
  "challenge-unanswered": "A challenge waits for an answer",
  stalled: "Work has stalled",
  "perception-gap-widening": "The gap between how we see ourselves and how others see us widened",
  "claim-not-attested": "A claim of done that nobody affected has confirmed",
  "money-unspent": "Ring-fenced money is not being spent",
  "evidence-lapsed": "Evidence is out of date",
  "conflict-accepted": "A session was planned against a holy day, knowingly",
  "answer-owed": "An answer to the board is owed, and not late",
};

/** What a board member can ask in the room, as it would be said aloud. */
export const concernQuestions: Record<Concern, string> = {
  escalated: "What do we decide, and who tells the people affected?",
  "claim-disputed": "What do they say is not done, and when do we put it right with them?",
  "promise-weakened": "Is this a reason we could give to the people it was promised to?",
  "words-withdrawn": "What was taken back, who was told, and do we agree?",
  "action-overdue": "Why is it not here, and on what day will it be?",
  overdue: "What does it take to keep this promise, and by when?",
  "challenge-unanswered": "Who answers them, and on what day?",
  stalled: "What stands in the way, and who can clear it?",
  "perception-gap-widening": "What do they live that we do not see, and who has asked them?",
  "claim-not-attested": "When are the people affected asked whether they agree?",
  "money-unspent": "Who is not being paid, and what holds the money up?",
  "evidence-lapsed": "What shows that it still happens today?",
  "conflict-accepted": "Who could not come, and who decided that?",
  "answer-owed": "Is it on its way?",
};

export type AgendaItem = {
  concern: Concern;
  title: string;
  /** One sentence: why it is here. */
  because: string;
  href: string;
  /** The commitment that it is about, where it is about one. */
  commitmentId?: string;
  /** ISO date: the first day on which it belonged here. The longer ago, the higher within its kind. */
  since: string;
  /** Known to board members alone; never in a pack, which is handed round. */
  boardOnly?: true;
};

/**
 * Ranked by kind of concern, then by how long it has lasted. Items since the last meeting are marked, never the only ones shown;
 * what came up on the day of the meeting counts, because nobody knows whether it was talked about.
 */
export function agenda(
  items: readonly AgendaItem[],
  lastMeetingOn: string | null,
): (AgendaItem & { isNew: boolean })[] {
  return [...items]
    .sort(
      (a, b) =>
        concerns.indexOf(a.concern) - concerns.indexOf(b.concern) ||
        a.since.localeCompare(b.since) ||
        a.title.localeCompare(b.title),
    )
    .map((item) => ({ ...item, isNew: lastMeetingOn === null || item.since >= lastMeetingOn }));
}

/** The agenda by concern, in its order: each question is asked once, of everything it is about. */
export function byConcern<Item extends Pick<AgendaItem, "concern">>(
  items: readonly Item[],
): { concern: Concern; items: Item[] }[] {
  return concerns.flatMap((concern) => {
    const own = items.filter((item) => item.concern === concern);
    return own.length > 0 ? [{ concern, items: own }] : [];
  });
}
