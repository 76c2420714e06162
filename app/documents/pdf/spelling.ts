// Virama of the Indic scripts: it binds the next consonant into the syllable.
const bindsNext = /[\u09cd\u094d\u0acd\u0a4d\u0bcd]$/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

type Drawn = { codePoints: readonly number[]; advanceWidth: number };

/**
 * The letters that each glyph of a shaped text stands for. In Indic scripts a vowel may stand before the consonant that it
 * follows, and marks stand apart from their letters everywhere: a syllable's glyphs spell it in the order of its letters,
 * whatever each of them shows. Where text runs from right to left, each glyph keeps its own: readers turn them round one by one.
 * @param glyphs from left to right, each with the letters that it was made of
 */
export function spelling(text: string, glyphs: readonly Drawn[]): number[][] {
  const own = glyphs.map(({ codePoints }) => [...codePoints]);
  if (!/\p{M}/u.test(text) || rightToLeft.test(text)) return own;
  const spelt: number[][] = [];
  for (const syllable of syllablesOf(text)) {
    const end = endOf(syllable, own, spelt.length);
    if (end === undefined) return own;
    spelt.push(...dealt(syllable, glyphs.slice(spelt.length, end)));
  }
  return [...spelt, ...own.slice(spelt.length)];
}

/** Where the glyphs of a syllable end; undefined when they are made of other letters than it. */
function endOf(syllable: string, own: readonly number[][], start: number): number | undefined {
  const [whole, parts] = [sorted(pointsOf(syllable)), sorted(pointsOf(syllable.normalize("NFD")))];
  const met: number[] = [];
  for (let at = start; at < own.length;) {
    met.push(...own[at++]!);
    const found = sorted(met);
    if (found !== whole && found !== parts) continue;
    // What follows without a letter of its own belongs to the syllable too.
    while (at < own.length && own[at]!.length === 0) at += 1;
    return at;
  }
  return undefined;
}

/**
 * A letter with its marks for each glyph that takes room, while there are any; the last of them takes the rest. A vowel in two
 * parts (ো) counts as two where that is needed.
 */
function dealt(syllable: string, glyphs: readonly Drawn[]): number[][] {
  const wide = glyphs.flatMap(({ advanceWidth }, i) => (advanceWidth > 0 ? [i] : []));
  const takers = wide.length > 0 ? wide : glyphs.slice(0, 1).map((_, i) => i);
  const whole = lettersOf(syllable);
  const letters = whole.length < takers.length ? lettersOf(syllable.normalize("NFD")) : whole;
  return glyphs.map((_, i) => {
    const turn = takers.indexOf(i);
    if (turn < 0) return [];
    return letters.slice(turn, i === takers.at(-1) ? undefined : turn + 1).flatMap(pointsOf);
  });
}

const lettersOf = (text: string) => text.match(/\P{Mn}\p{Mn}*|\p{Mn}+/gu) ?? [];
const pointsOf = (text: string) => [...text].map((letter) => letter.codePointAt(0)!);
const sorted = (points: readonly number[]) => [...points].sort((a, b) => a - b).join(" ");

function syllablesOf(text: string): string[] {
  const syllables: string[] = [];
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)) {
    const last = syllables.at(-1);
    if (last !== undefined && bindsNext.test(last)) syllables[syllables.length - 1] = last + segment;
    else syllables.push(segment);
  }
  return syllables;
}
