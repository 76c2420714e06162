import { z } from "zod";
import type { Ingredient, Label } from "../calendar/food.ts";
import { words } from "../commitment/fields.ts";

export const ingredients = [
  "alcohol",
  "beef",
  "egg",
  "fish",
  "gelatine",
  "meat",
  "pork",
  "root-vegetables",
  "shellfish",
] as const satisfies readonly Ingredient[];

export const ingredientNames: Record<Ingredient, string> = {
  alcohol: "Alcohol",
  beef: "Beef",
  egg: "Egg",
  fish: "Fish",
  gelatine: "Gelatine",
  meat: "Other meat",
  pork: "Pork",
  "root-vegetables": "Root vegetables, onion or garlic",
  shellfish: "Shellfish",
};

export const labels = ["halal", "jain", "kosher", "vegan", "vegetarian"] as const satisfies readonly Label[];

export const labelNames: Record<Label, string> = {
  halal: "Halal",
  jain: "Jain",
  kosher: "Kosher",
  vegan: "Vegan",
  vegetarian: "Vegetarian",
};

const several = <T extends z.ZodType>(one: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(one));

/** One dish of a menu. */
export const DishInput = z
  .object({
    name: words("Name the dish.", 120),
    contains: several(z.enum(ingredients, "Choose from the list.")),
    labels: several(z.enum(labels, "Choose from the list.")),
  })
  .check(({ value, issues }) => {
    const animal = value.contains.some((one) => !["alcohol", "egg", "root-vegetables"].includes(one));
    const claim = value.labels.find((one) => one !== "halal" && one !== "kosher");
    if (animal && claim)
      issues.push({
        code: "custom",
        path: ["labels"],
        input: value,
        message: `A dish with meat or fish cannot be ${labelNames[claim].toLowerCase()}. Correct one of the two.`,
      });
  });

/** A menu that a person can read. */
export const MOST_DISHES = 40;
