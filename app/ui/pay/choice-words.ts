import type { Choice } from "#app/domain/remuneration/offer.ts";
import { choiceNames } from "#app/domain/remuneration/words.ts";

/** What somebody chose, or that they have not yet. */
export function choiceWords(choice: Choice | null): string {
  return choice ? choiceNames[choice] : "Not chosen yet";
}
