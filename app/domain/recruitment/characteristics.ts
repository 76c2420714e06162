import { z } from "zod";
import { plainKey } from "./plain-key.ts";

export const Characteristic = z.enum(["age_band", "disability", "gender", "religion"]);
export type Characteristic = z.infer<typeof Characteristic>;

type Choice = {
  readonly id: string;
  readonly label: string;
  /** After "people are", and the people themselves, where the label does not fit there; see `Selection`. */
  readonly phrase?: string;
  readonly people?: string;
};

const NO_ANSWER: readonly Choice[] = [
  { id: "prefer_not_to_say", label: "Prefer not to say" },
  { id: "not_recorded", label: "Not recorded" },
];

const NAMES: Record<Characteristic, string> = {
  age_band: "Age",
  disability: "Disability",
  gender: "Gender",
  religion: "Religion",
};

/** Short lists on purpose: each further answer splits the counts, and split counts are hidden. Alphabetical, Other last. */
const CHOICES: Record<Characteristic, readonly Choice[]> = {
  age_band: [
    { id: "under_25", label: "Under 25", phrase: "under 25", people: "people under 25" },
    { id: "25_to_44", label: "25 to 44", phrase: "25 to 44", people: "people of 25 to 44" },
    { id: "45_to_64", label: "45 to 64", phrase: "45 to 64", people: "people of 45 to 64" },
    { id: "65_and_over", label: "65 and over", phrase: "65 and over", people: "people of 65 and over" },
  ],
  disability: [
    { id: "disabled", label: "Disabled", phrase: "disabled" },
    {
      id: "not_disabled",
      label: "Not disabled",
      phrase: "not disabled",
      people: "people who are not disabled",
    },
  ],
  gender: [
    { id: "man", label: "Man", phrase: "men", people: "men" },
    { id: "woman", label: "Woman", phrase: "women", people: "women" },
    {
      id: "another",
      label: "Another gender",
      phrase: "of another gender",
      people: "people of another gender",
    },
  ],
  religion: [
    { id: "buddhist", label: "Buddhist" },
    { id: "christian", label: "Christian" },
    { id: "hindu", label: "Hindu" },
    { id: "jewish", label: "Jewish" },
    { id: "muslim", label: "Muslim" },
    {
      id: "no_religion",
      label: "No religion",
      phrase: "of no religion",
      people: "people of no religion",
    },
    { id: "sikh", label: "Sikh" },
    {
      id: "other",
      label: "Other religion",
      phrase: "of another religion",
      people: "people of another religion",
    },
  ],
};

/** What the census of Northern Ireland calls "Other religions": all but Christian, counted as one. Of benchmarks alone. */
export const OTHER_RELIGIONS = {
  id: "other_religions",
  label: "All other religions combined",
  phrase: "of all other religions combined",
  people: "people of all other religions combined",
  parts: ["buddhist", "hindu", "jewish", "muslim", "sikh", "other"],
} as const;

/** Other spellings met in spreadsheets, as `plainKey` writes them. */
const ALSO: Record<string, readonly string[]> = {
  man: ["male", "m", "men"],
  woman: ["female", "f", "women"],
  another: ["nonbinary", "other", "anothergender"],
  disabled: ["yes", "y"],
  not_disabled: ["no", "n", "nondisabled"],
  no_religion: ["none", "noreligionorbelief"],
  not_recorded: ["", "unknown", "notknown", "missing", "na"],
  prefer_not_to_say: ["prefernottoanswer", "notstated", "declined"],
};

/** What a column may say, as `plainKey`, to the answer meant. `words` come from whoever imports the file. */
export function answerSpellings(
  one: Characteristic,
  words: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> {
  const choices = choicesOf(one);
  const map = new Map<string, string>();
  for (const { id, label } of choices)
    for (const text of [label, id, ...(ALSO[id] ?? [])])
      if (!map.has(plainKey(text))) map.set(plainKey(text), id);
  for (const [word, id] of Object.entries(words))
    if (choices.some((choice) => choice.id === id)) map.set(plainKey(word), id);
  return map;
}

/** An answer inside a sentence: religions keep their capital. */
export const answerInSentence = (one: Characteristic, label: string) =>
  one === "religion" && label !== "No religion" && label !== "Other religion" ? label : label.toLowerCase();

export const characteristicName = (one: Characteristic) => NAMES[one];

/** The answers that a round may count people by, with the two ways of not answering last. */
export function choicesOf(one: Characteristic): readonly Choice[] {
  return [...CHOICES[one], ...NO_ANSWER];
}
