import type { Scheme } from "./category.ts";
import { ethnicRows } from "./grid-rows.ts";
import { plainKey } from "./plain-key.ts";
import { spellings } from "./schemes.ts";

/** Letters that may differ: more, and it is another word. One in four, so that "Irsh" is Irish and "Iran" is not. */
const MOST_DIFFERENT = 0.25;

/**
 * The group whose spelling is nearest to a text that is none of them, as a suggestion for a person to accept or not: a
 * guess is never counted. Null when nothing is near, or two groups are equally near.
 */
export function nearestGroup(
  scheme: Scheme,
  text: string,
): { readonly id: string; readonly label: string } | null {
  const wanted = plainKey(text).slice(0, 100);
  if (wanted.length < 4) return null;
  let best: { id: string; distance: number } | null = null;
  let isTied = false;
  for (const [spelling, id] of spellings(scheme)) {
    if (Math.abs(spelling.length - wanted.length) > MOST_DIFFERENT * wanted.length) continue;
    const distance = editDistance(wanted, spelling);
    if (distance > MOST_DIFFERENT * wanted.length) continue;
    if (!best || distance < best.distance) [best, isTied] = [{ id, distance }, false];
    else if (distance === best.distance && id !== best.id) isTied = true;
  }
  if (!best || isTied) return null;
  const { id } = best;
  const label = ethnicRows(scheme).find((row) => row.id === id)?.label;
  return label === undefined ? null : { id, label: label.replace(/ \((not )?in the shares\)$/, "") };
}

/** Letters to add, drop or change to turn one word into the other (Levenshtein). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = row[j - 1]! + Number(one[i - 1] !== other[j - 1]);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, change));
    }
    row = next;
  }
  return row[other.length]!;
}
