import { plainKey } from "./plain-key.ts";
import { STAGES } from "./round.ts";
import { stageWords } from "./stage-words.ts";

/** Usual headings of the columns that the import asks for, without case, spaces and signs. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  ethnicGroup: ["ethnicgroup", "ethnicity", "ethnicorigin", "ethnicbackground", "group"],
  stage: ["stage", "outcome", "status", "furtheststage", "stagereached", "result"],
  ...Object.fromEntries(STAGES.map((stage) => [`column:${stage}`, [stage, stageWords(stage)].map(plainKey)])),
};

/**
 * The column that each field of the import form most likely means, by its heading: a first choice that a person looks over.
 * Fields with no such heading, or with two that differ only in case or spaces, are left out.
 */
export function likelyColumns(headings: readonly string[]): Record<string, string> {
  const found = Object.entries(USUAL).flatMap(([field, names]) => {
    for (const name of names) {
      const matching = headings.filter((heading) => plainKey(heading) === name);
      if (matching.length > 0) return matching.length === 1 ? [[field, matching[0]!] as const] : [];
    }
    return [];
  });
  return Object.fromEntries(found);
}
