import { observancesBetween } from "./observances-between.ts";

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
      mend: `Add a dish that is ${need}, labelled, and ask the people you invited.`,
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
      const dish = menu.dishes.find((one) => has(one, ...forbidden));
      return dish
        ? [
            {
              tradition,
              warning: `${dish.name} shares a table with other food.`,
              mend: "Serve it apart: own plates, spoons and table.",
            },
          ]
        : [];
    });
}

/**
 * What a menu leaves out or gets wrong for the traditions present, and the fasts of that day.
 * @throws RangeError naming `date` or `traditions`
 */
export function checkFood(menu: Menu): FoodWarning[] {
  const fasts = observancesBetween(
    menu.date,
    menu.date,
    menu.traditions ? { traditions: menu.traditions } : {},
  )
    .filter(({ severity, kind }) => severity === "fast" || kind === "fast")
    .map(({ tradition, name, food }) => ({
      tradition,
      warning: `${name}: ${food}`,
      mend: "Offer food that fits the fast, keep some for later, and ask nobody to explain.",
    }));
  const present = menu.traditions ? new Set(menu.traditions) : undefined;
  if (menu.dishes.length === 0) return fasts;
  return [...practiceWarnings(menu, present), ...mixedServing(menu, present), ...fasts];
}
