import { OTHER_RELIGIONS } from "./characteristics.ts";
import { withoutUnits } from "./census-units.ts";
import { plainKey } from "./plain-key.ts";
import { spellings } from "./schemes.ts";
import type { Scheme } from "./category.ts";

/** What the headings of a census table may say, and which of them have to be there. */
export interface CensusList {
  readonly topic: "ethnic group" | "religion";
  /** After "The table has no header row with", for whoever chose the file. */
  readonly needs: string;
  /** What a heading counts; undefined where it is a total, another topic or nothing. */
  readonly idOf: (heading: string) => string | undefined;
  readonly holdsAll: (ids: ReadonlySet<string>) => boolean;
  /** Labels of what has to be there and is not. */
  readonly lacks: (ids: ReadonlySet<string>) => readonly string[];
  /** Whether a heading, without its units, is written as the list writes it. */
  readonly isLabel: (heading: string) => boolean;
  /** Whether a heading names several groups at once, such as Asian. */
  readonly isBroad: (heading: string) => boolean;
  /** Whether several headings are one of ours and add up; otherwise the first is taken. */
  readonly addsUp: boolean;
}

/** Every group of a list of ethnic groups, under any spelling of it. */
export function ethnicList(scheme: Scheme): CensusList {
  const known = spellings(scheme);
  const wanted = new Set(scheme.categories.map(({ id }) => id));
  const labels = new Set(scheme.categories.map(({ label }) => plainKey(label)));
  return {
    topic: "ethnic group",
    needs: `all ${wanted.size} groups of ${scheme.name.replace(/,.*$/, "")}`,
    idOf: (heading) => {
      const id = known.get(plainKey(withoutUnits(heading)));
      return id !== undefined && wanted.has(id) ? id : undefined;
    },
    holdsAll: (ids) => ids.size >= wanted.size,
    lacks: (ids) => scheme.categories.filter(({ id }) => !ids.has(id)).map(({ label }) => label),
    isLabel: (heading) => labels.has(plainKey(heading)),
    isBroad: (heading) => known.get(plainKey(withoutUnits(heading)))?.startsWith("five:") ?? false,
    addsUp: false,
  };
}

/**
 * Headings of the religion tables of the three censuses: TS030 (England and Wales), religion (Scotland, 2022), MS-B19 (Northern
 * Ireland), whose churches are one answer here. Who did not answer is left out: the question is voluntary.
 */
const RELIGION_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  buddhist: ["Buddhist"],
  christian: [
    "Christian",
    "Church of Scotland",
    "Roman Catholic",
    "Catholic",
    "Other Christian",
    "Presbyterian Church in Ireland",
    "Church of Ireland",
    "Methodist Church in Ireland",
    "Other Christian (including Christian related)",
  ],
  hindu: ["Hindu"],
  jewish: ["Jewish"],
  muslim: ["Muslim"],
  no_religion: ["No religion", "None"],
  sikh: ["Sikh"],
  other: ["Other religion", "Pagan", "Other religion: Pagan", "Other religion: Other", "Another religion"],
  [OTHER_RELIGIONS.id]: ["Other religions"],
};

const RELIGION_IDS = new Map(
  Object.entries(RELIGION_HEADINGS).flatMap(([id, headings]) =>
    headings.map((heading) => [plainKey(heading), id] as const),
  ),
);

export const RELIGION_LIST: CensusList = {
  topic: "religion",
  needs: "the answers of a census table on religion, such as Christian, Muslim and No religion",
  idOf: (heading) => RELIGION_IDS.get(plainKey(withoutUnits(heading))),
  holdsAll: (ids) =>
    ids.has("christian") && ids.has("no_religion") && (ids.has("muslim") || ids.has(OTHER_RELIGIONS.id)),
  lacks: () => [],
  isLabel: () => false,
  isBroad: () => false,
  addsUp: true,
};
