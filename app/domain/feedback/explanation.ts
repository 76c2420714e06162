import { howOften } from "../counted.ts";

const stock = [
  "due to budget constraints",
  "due to unforeseen circumstances",
  "lessons will be learned",
  "lessons have been learned",
  "we take this seriously",
  "we take these matters very seriously",
  "under review",
  "for operational reasons",
  "not possible at this time",
];

/** What people write into a box that must not be empty. */
const placeholders = [
  "as already discussed",
  "as discussed",
  "as before",
  "as above",
  "as stated above",
  "see above",
  "see below",
  "see previous",
  "see attached",
  "please see above",
  "same as above",
  "same as before",
  "not applicable",
  "not available",
  "no comment",
  "no reason",
  "no answer",
  "no further comment",
  "nothing to add",
  "to be confirmed",
  "to be decided",
  "to be determined",
  "to follow",
  "self explanatory",
  "ditto",
  "idem",
  "lorem ipsum",
  "n a",
  "na",
  "nil",
  "nothing",
  "none",
  "null",
  "other",
  "tba",
  "tbc",
  "tbd",
  "test",
  "todo",
  "xxx",
  "asdf",
];

/** From this similarity on, two explanations are one text with a word or a date changed. */
const sameText = 0.7;

/** What makes an explanation ring hollow, as sentences to show before it is saved; empty when nothing does. */
export function explanationWarnings(text: string, earlier: readonly string[]): string[] {
  const plain = normalise(text);
  const warnings: string[] = [];
  const twin = earlier.filter((other) => similarity(plain, normalise(other)) >= sameText).length;
  if (twin > 0)
    warnings.push(
      `You have given the same explanation ${howOften(twin)} before. Say what is particular to this.`,
    );
  const phrase = stock.find((each) => plain.includes(each));
  if (phrase) warnings.push(`“${phrase}” says little by itself. Say what was decided, by whom and why.`);
  return warnings;
}

/**
 * True when the text is empty in all but form: too few different words to explain anything once stock phrases and fillers such
 * as “see above” or “n/a” are taken out. Such an explanation is refused.
 */
export function isBlankOrBoilerplate(text: string): boolean {
  const left = wordsOf(without(normalise(text), [...stock, ...placeholders]));
  return new Set(wordsOf(normalise(text))).size < 8 || new Set(left).size < 5;
}

/** True when nothing but fillers (“see above”, “n/a”, “tbc”), stock phrases or punctuation was written. */
export function saysNothing(text: string): boolean {
  return wordsOf(without(normalise(text), [...stock, ...placeholders])).length === 0;
}

/**
 * For each explanation, how many of all of them are the same text, give or take a word or a date; itself counted, so 1 when it
 * stands alone.
 */
export function timesUsed(texts: readonly string[]): number[] {
  const groups = new Map<string, number>();
  const plain = texts.map(normalise);
  for (const text of plain) groups.set(text, (groups.get(text) ?? 0) + 1);
  const distinct = [...groups.keys()].map((text) => ({ text, parts: shingles(text) }));
  const holders = new Map<string, number[]>();
  for (const [position, { parts }] of distinct.entries())
    for (const part of parts) holders.set(part, [...(holders.get(part) ?? []), position]);
  const used = new Map<string, number>();
  for (const { text, parts } of distinct) {
    const shared = new Map<number, number>();
    for (const part of parts)
      for (const other of holders.get(part)!) shared.set(other, (shared.get(other) ?? 0) + 1);
    let count = 0;
    for (const [other, common] of shared) {
      const { text: otherText, parts: otherParts } = distinct[other]!;
      if (common / (parts.size + otherParts.size - common) >= sameText) count += groups.get(otherText)!;
    }
    used.set(text, count);
  }
  return plain.map((text) => used.get(text)!);
}

/**
 * How many of the explanations explain: neither blank nor boilerplate, and a text that is used again, even with a word
 * changed, once only, for what fits everything explains nothing in particular.
 */
export function countExplained(texts: readonly string[]): number {
  const kept: Set<string>[] = [];
  for (const text of texts) {
    if (isBlankOrBoilerplate(text)) continue;
    const parts = shingles(normalise(text));
    if (!kept.some((other) => likeness(parts, other) >= sameText)) kept.push(parts);
  }
  return kept.length;
}

function normalise(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function wordsOf(plain: string): string[] {
  return plain.split(" ").filter(Boolean);
}

/** Longest phrases first, whole words only: “none” is not taken out of “nonetheless”. */
function without(plain: string, phrases: readonly string[]): string {
  return [...phrases]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, phrase) => rest.replaceAll(new RegExp(`(?<= )${phrase}(?= )`, "g"), ""), ` ${plain} `);
}

/** Jaccard similarity of word trigrams, 0 to 1 (Broder 1997): the same text with a changed name or date stays above `sameText`. */
function similarity(a: string, b: string): number {
  return a === b ? 1 : likeness(shingles(a), shingles(b));
}

function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((each) => right.has(each)).length;
  return shared / Math.max(1, left.size + right.size - shared);
}

function shingles(text: string): Set<string> {
  const words = text.split(" ");
  return new Set(
    words.map((_, i) => words.slice(i, i + 3).join(" ")).slice(0, Math.max(1, words.length - 2)),
  );
}
