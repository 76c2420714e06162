import { type Entry } from "../observance.ts";
import { bahai } from "./bahai.ts";
import { christianOrthodox, christianWestern, ethiopian, rastafari } from "./christian.ts";
import { buddhist, hindu, jain, sikh } from "./indian.ts";
import { islam } from "./islam.ts";
import { judaism } from "./judaism.ts";
import { others } from "./others.ts";

/** Every observance, in the order of its tradition's year. */
export const ENTRIES: Entry[] = [
  ...bahai,
  ...buddhist,
  ...christianOrthodox,
  ...christianWestern,
  ...ethiopian,
  ...hindu,
  ...islam,
  ...jain,
  ...judaism,
  ...rastafari,
  ...sikh,
  ...others,
];

const byKey = new Map(ENTRIES.map((entry) => [`${entry.tradition}/${entry.id}`, entry]));

export const TRADITIONS: string[] = [...new Set(ENTRIES.map(({ tradition }) => tradition))].sort();

/** @throws RangeError for an observance that is not in the catalogue */
export function entryOf(tradition: string, id: string): Entry {
  const entry = byKey.get(`${tradition}/${id}`);
  if (!entry) throw new RangeError(`observance: there is no "${id}" in the tradition "${tradition}".`);
  return entry;
}
