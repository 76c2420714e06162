import type { WordsUse } from "./said.ts";

/** What came through the open door, as whoever asked wrote it and allowed it to be shown. */
export type DoorWords = { words: string; wordsUse: WordsUse };

/** How it is written down here: what the team may correct of it, and what it may not. */
type WrittenDown = { words: string; wordsUse: WordsUse; byWhom: string; people: number; askedFor: string };

/** Whether the words still stand as they were asked. White space at the ends and how a line breaks do not count. */
export function stillTheirWords(asked: Pick<DoorWords, "words">, words: string): boolean {
  const plain = (text: string) => text.replace(/\r\n?/g, "\n").trim();
  return plain(asked.words) === plain(words);
}

/**
 * What may not be changed of something that came through the open door, as a sentence for each field: nobody can be asked, so
 * who spoke, and how much of it may be shown, stay as whoever asked left them. The words may be shortened, and show it then.
 */
export function doorProblems(
  asked: DoorWords,
  before: WrittenDown,
  now: WrittenDown,
): Partial<Record<keyof WrittenDown, string[]>> {
  const problems: Partial<Record<keyof WrittenDown, string[]>> = {};
  if (!allowed[asked.wordsUse].includes(now.wordsUse)) problems.wordsUse = [useProblem[asked.wordsUse]];
  const fixed = "It came through the open door without a name. This cannot be changed.";
  if (now.byWhom !== before.byWhom) problems.byWhom = [fixed];
  if (now.people !== before.people) problems.people = [fixed];
  if (now.askedFor !== before.askedFor) problems.askedFor = [fixed];
  return problems;
}

const allowed: Record<WordsUse, readonly WordsUse[]> = {
  "as-said": ["as-said"],
  // Until a summary is written, nothing is shown.
  "in-summary": ["in-summary", "not-published"],
  "not-published": ["not-published"],
};

const useProblem: Record<WordsUse, string> = {
  "as-said":
    "Whoever asked wants their words shown. Shorten them if they would harm somebody: that shows. They cannot be hidden.",
  "in-summary": "Whoever asked allowed a summary. Write one; their own words stay here.",
  "not-published": "Whoever asked allowed nothing but the count to be shown.",
};
