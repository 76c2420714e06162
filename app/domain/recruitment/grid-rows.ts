import { FIVE_GROUPS, NO_GROUP, type Scheme } from "./category.ts";
import { choicesOf, type Characteristic } from "./characteristics.ts";

export type GridRow = { readonly id: string; readonly label: string };

const FIVE_NAMES = {
  asian: "Asian",
  black: "Black",
  mixed: "Mixed",
  white: "White",
  other: "Other",
} as const;

/** Every group that people of a round may be counted in, in the order of the scheme, with those of no group last. */
export function ethnicRows({ categories }: Scheme): GridRow[] {
  const fives = categories.every(({ five }) => five)
    ? FIVE_GROUPS.map((five) => ({ id: `five:${five}`, label: `${FIVE_NAMES[five]}, not said more closely` }))
    : [];
  const none = Object.entries(NO_GROUP).map(([id, { label, inDenominator }]) => ({
    id,
    label: `${label} (${inDenominator ? "in" : "not in"} the shares)`,
  }));
  return [...categories.map(({ id, label }) => ({ id, label })), ...fives, ...none];
}

export function characteristicRows(characteristic: Characteristic): GridRow[] {
  return choicesOf(characteristic).map(({ id, label }) => ({ id, label }));
}
