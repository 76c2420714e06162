import { FIVE_GROUPS, NO_GROUP, type Category, type FiveGroup, type Scheme } from "./category.ts";
import type { CountsByCategory, CountsByStage } from "./round.ts";

/** Which categories make the group a finding is about: one, a group of the five, or an intersection. */
export interface Selection {
  readonly label: string;
  readonly ids: readonly string[];
  /** After "people are", where the label does not fit there. */
  readonly phrase?: string;
  /** The people themselves, such as "people from all other ethnic groups combined"; default: the label before "people". */
  readonly people?: string;
}

/** The people of a group, to begin or go on a sentence with. */
export function peopleOf({ label, people }: Selection): string {
  return people ?? (label.includes(":") ? `people of the group “${label}”` : `${label} people`);
}

/** One of the five groups. Throws RangeError where the scheme does not allow the roll-up. */
export function fiveGroup({ name, categories }: Scheme, five: FiveGroup, label: string): Selection {
  if (categories.some((category) => !category.five)) {
    throw new RangeError(`${name} does not roll up to the five groups; choose its own groups instead.`);
  }
  const members = categories.filter((category) => category.five === five).map(({ id }) => id);
  return { label, ids: [...members, `five:${five}`], ...FIVE_WORDS[five] };
}

const FIVE_WORDS: Partial<Record<FiveGroup, Pick<Selection, "phrase" | "people">>> = {
  mixed: { phrase: "from Mixed ethnic groups", people: "people from Mixed ethnic groups" },
  other: { phrase: "from Other ethnic groups", people: "people from Other ethnic groups" },
};

/** Categories that the scheme itself files under White: in Northern Ireland Irish Traveller and Roma stand apart, as White. */
export function isWhite({ five, label }: Category): boolean {
  return five === "white" || (five === null && /^(Other )?White\b/.test(label));
}

/** White people, and everyone else whose group is known: the comparison of the NHS Workforce Race Equality Standard. */
export function whiteAndAllOther({ categories }: Scheme): {
  readonly white: Selection;
  readonly allOther: Selection;
} {
  const pick = (wanted: boolean) =>
    categories.filter((category) => isWhite(category) === wanted).map(({ id }) => id);
  const fives = FIVE_GROUPS.filter((five) => five !== "white").map((five) => `five:${five}`);
  return {
    white: { label: "White", ids: [...pick(true), "five:white"] },
    allOther: {
      label: "All other ethnic groups combined",
      phrase: "from all other ethnic groups combined",
      people: "people from all other ethnic groups combined",
      ids: [...pick(false), ...fives],
    },
  };
}

/** People of the group, and of everyone whose ethnic group is known (see `NO_GROUP` for who that is). */
export function countSelection(
  counts: CountsByCategory,
  { ids }: Selection,
): { readonly x: number; readonly n: number } {
  const wanted = new Set(ids);
  let [x, n] = [0, 0];
  for (const [id, people] of Object.entries(counts)) {
    if (wanted.has(id)) x += people;
    if (isKnown(id)) n += people;
  }
  return { x, n };
}

/** Counts with people recruited from abroad left out. Without a record of them, the counts are as they were. */
export function withoutInternational(all: CountsByStage, international: CountsByStage | null): CountsByStage {
  if (!international) return all;
  return Object.fromEntries(
    Object.entries(all).map(([stage, counts]) => {
      const abroad = international[stage as keyof CountsByStage] ?? {};
      const home = (id: string, people: number) => [id, Math.max(0, people - (abroad[id] ?? 0))];
      return [
        stage,
        counts && Object.fromEntries(Object.entries(counts).map(([id, people]) => home(id, people))),
      ];
    }),
  ) as CountsByStage;
}

export function isKnown(id: string): boolean {
  const none = Object.entries(NO_GROUP).find(([key]) => key === id)?.[1];
  return none === undefined || none.inDenominator;
}
