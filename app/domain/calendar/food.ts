import { type Announcement } from "./announcement.ts";
import { civilDay, DAY_MS, isoOf } from "./days.ts";
import { type Observance } from "./observance.ts";
import { observancesBetween } from "./observances-between.ts";
import { readPlace } from "./places.ts";
import { type Coordinates, sunset } from "./sun.ts";

export type Ingredient =
  "alcohol" | "beef" | "egg" | "fish" | "gelatine" | "meat" | "pork" | "root-vegetables" | "shellfish";
export type Label = "halal" | "jain" | "kosher" | "vegan" | "vegetarian";

export interface Dish {
  name: string;
  contains: readonly Ingredient[];
  labels: readonly Label[];
}

export interface Menu {
  /** ISO date. */
  date: string;
  dishes: readonly Dish[];
  /** Whether each kind has its own plates, spoons and table. */
  separateServing: boolean;
  traditions?: readonly string[];
  /** When people are together, as ISO instants; a fast that is not under way then is left out. The whole day when absent. */
  hours?: readonly { start: string; end: string }[];
  place?: string | Coordinates;
  announcements?: readonly Announcement[];
}

export interface FoodWarning {
  tradition: string;
  warning: string;
  mend: string;
}

const has = (dish: Dish, ...wanted: Ingredient[]) => wanted.some((one) => dish.contains.includes(one));
const labelled = (dish: Dish, label: Label) => dish.labels.includes(label);
const meaty = (dish: Dish) => has(dish, "meat", "beef", "pork", "fish", "shellfish", "gelatine");
const vegetarian = (dish: Dish) =>
  (labelled(dish, "vegetarian") || labelled(dish, "vegan") || labelled(dish, "jain")) && !meaty(dish);

interface Practice {
  tradition: string;
  /** A dish that people of the tradition can commonly eat. */
  suits: (dish: Dish) => boolean;
  need: string;
}

const PRACTICES: Practice[] = [
  { tradition: "buddhist", suits: vegetarian, need: "vegetarian food" },
  {
    tradition: "ethiopian",
    suits: (dish) => !has(dish, "pork"),
    need: "food without pork",
  },
  {
    tradition: "hindu",
    suits: (dish) => vegetarian(dish) && !has(dish, "egg"),
    need: "vegetarian food without eggs",
  },
  {
    tradition: "islam",
    suits: (dish) =>
      !has(dish, "alcohol", "pork", "gelatine") && (labelled(dish, "halal") || vegetarian(dish)),
    need: "halal food",
  },
  {
    tradition: "jain",
    suits: (dish) =>
      labelled(dish, "jain") && !meaty(dish) && !has(dish, "egg", "root-vegetables", "alcohol"),
    need: "Jain food: no meat, fish, eggs or root vegetables",
  },
  {
    tradition: "judaism",
    suits: (dish) => labelled(dish, "kosher") && !has(dish, "pork", "shellfish"),
    need: "certified kosher food",
  },
  {
    tradition: "rastafari",
    suits: (dish) => labelled(dish, "vegan") && !has(dish, "alcohol"),
    need: "Ital food",
  },
  {
    tradition: "sikh",
    suits: (dish) => vegetarian(dish) && !has(dish, "egg"),
    need: "vegetarian food without eggs",
  },
];

function practiceWarnings(menu: Menu, present: ReadonlySet<string> | undefined): FoodWarning[] {
  return PRACTICES.filter(({ tradition }) => !present || present.has(tradition))
    .filter(({ suits }) => !menu.dishes.some(suits))
    .map(({ tradition, need }) => ({
      tradition,
      warning: `Nothing on the menu is ${need}.`,
      mend: `Add ${need}, labelled, and ask the people you invited.`,
    }));
}

function mixedServing(menu: Menu, present: ReadonlySet<string> | undefined): FoodWarning[] {
  if (menu.separateServing) return [];
  const touches: [string, Ingredient[]][] = [
    ["hindu", ["beef", "meat"]],
    ["islam", ["pork", "alcohol"]],
    ["jain", ["meat", "beef", "pork", "fish", "egg"]],
    ["judaism", ["pork", "shellfish"]],
    ["sikh", ["beef", "meat"]],
  ];
  return touches
    .filter(([tradition]) => !present || present.has(tradition))
    .flatMap(([tradition, forbidden]) => {
      const names = menu.dishes.filter((one) => has(one, ...forbidden)).map(({ name }) => name);
      if (names.length === 0) return [];
      const those = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0];
      const one = names.length === 1;
      return [
        {
          tradition,
          warning: `${those} ${one ? "shares" : "share"} a table with other food.`,
          mend: `Serve ${one ? "it" : "them"} apart: own plates, spoons and table.`,
        },
      ];
    });
}

/** Some people leave a room in which alcohol is poured, however far from their plate. */
const WITHOUT_ALCOHOL = ["bahai", "islam", "jain", "sikh"];

function alcoholWarnings(menu: Menu, present: ReadonlySet<string> | undefined): FoodWarning[] {
  const drink = menu.dishes.find((dish) => has(dish, "alcohol"));
  if (!drink) return [];
  return WITHOUT_ALCOHOL.filter((tradition) => !present || present.has(tradition)).map((tradition) => ({
    tradition,
    warning: `${drink.name} has alcohol in it. Some people stay away where alcohol is served.`,
    mend: "Leave alcohol out; good drinks without it suit everybody.",
  }));
}

/** A meal that can only come after sunset. */
function afterSunset(menu: Menu, present: ReadonlySet<string> | undefined): FoodWarning[] {
  if (present && !present.has("jain")) return [];
  const at = readPlace(menu.place);
  const late = (menu.hours ?? []).flatMap(({ start }) => {
    const begins = Date.parse(start);
    const day = civilDay(begins, 0);
    const down = sunset(day, at);
    return begins > down - HALF_AN_HOUR_MS ? [down] : [];
  });
  const [down] = late;
  if (down === undefined) return [];
  return [
    {
      tradition: "jain",
      warning: `Many Jain people eat nothing after sunset, at ${ukClock(down)}.`,
      mend: "Serve the meal before sunset, or begin earlier.",
    },
  ];
}

const HALF_AN_HOUR_MS = 30 * 60_000;

const ukClock = (instant: number) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit" }).format(
    instant,
  );

/** Nothing is eaten, and mostly nothing drunk. */
const ABSTAIN: ReadonlySet<string> = new Set([
  "arafah",
  "bahai/fast",
  "fast_of_esther",
  "fast_of_gedaliah",
  "fast_of_tammuz",
  "karva_chauth",
  "ramadan_day",
  "samvatsari",
  "tisha_bav",
  "yom_kippur",
]);

/** Fasts from meat, eggs and dairy, which a vegan dish suits. */
const VEGAN: ReadonlySet<string> = new Set([
  "ash_wednesday",
  "dormition_fast",
  "fast_of_the_prophets",
  "filseta_fast",
  "great_fast",
  "great_lent",
  "nativity_fast",
]);

const holds = (those: ReadonlySet<string>, { tradition, id }: Observance) =>
  those.has(id) || those.has(`${tradition}/${id}`);

/** The fasts of the day, or of the hours when they are known: many begin at sunset the day before. */
function fastsOf({ date, hours, dishes, ...menu }: Menu): FoodWarning[] {
  const spans = hours?.map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }));
  const [from, to] = spans
    ? [
        Math.min(...spans.map(({ start }) => start)) - DAY_MS,
        Math.max(...spans.map(({ end }) => end)) + DAY_MS,
      ]
    : [];
  const days = from === undefined ? [date, date] : [from, to!].map((at) => isoOf(Math.floor(at / DAY_MS)));
  const { traditions, place, announcements } = menu;
  const underWay = ({ variants }: Observance) =>
    !spans ||
    spans.some((span) =>
      variants.some(({ start, end }) => Date.parse(start) < span.end && Date.parse(end) > span.start),
    );
  const fasts = observancesBetween(days[0]!, days[1]!, {
    ...(traditions ? { traditions } : {}),
    ...(place === undefined ? {} : { place }),
    ...(announcements ? { announcements } : {}),
  })
    .filter(({ severity, kind, id }) => severity === "fast" || kind === "fast" || id === "pesach")
    .filter(underWay)
    .filter(
      (fast) => !(holds(VEGAN, fast) && dishes.some((dish) => labelled(dish, "vegan") && !meaty(dish))),
    );
  const named = new Map(fasts.map((fast) => [`${fast.tradition}/${fast.id}`, fast]));
  return [...named.values()].map((fast) => ({
    tradition: fast.tradition,
    warning: `${fast.name}: ${fast.food}`,
    mend: holds(ABSTAIN, fast)
      ? "Serve nothing while the fast lasts, or serve it in another room. Keep some for afterwards, and ask nobody to explain."
      : "Offer food that fits, on plates of its own, and ask nobody to explain.",
  }));
}

/**
 * What a menu leaves out or gets wrong for the traditions present, and the fasts of that day.
 * @throws RangeError naming `date`, `place` or `traditions`
 */
export function checkFood(menu: Menu): FoodWarning[] {
  const fasts = fastsOf(menu);
  const present = menu.traditions ? new Set(menu.traditions) : undefined;
  const late = afterSunset(menu, present);
  if (menu.dishes.length === 0) return [...late, ...fasts];
  return [
    ...practiceWarnings(menu, present),
    ...alcoholWarnings(menu, present),
    ...mixedServing(menu, present),
    ...late,
    ...fasts,
  ];
}
