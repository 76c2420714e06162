/** How often a gap this size comes by chance alone, in words, from a two-sided p-value. */
export function chanceInWords(p: number): string {
  if (p > 0.75) return "nearly every time";
  if (p > 0.4) return "about one time in two";
  if (p >= 0.001) return `about one time in ${roundNumber(1 / p)}`;
  return "less than one time in 1,000";
}

/** 1 to 10 as they are in words up to ten; larger numbers to one figure, as more would pretend to be exact. */
function roundNumber(value: number): string {
  const words = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
  const size = 10 ** Math.floor(Math.log10(value));
  const near = value < 10 ? Math.round(value) : Math.round(value / size) * size;
  return words[near] ?? near.toLocaleString("en-GB");
}

/** Below this the numbers tell something; above it they are too few to tell. The usual one in twenty. */
export const TELLING = 0.05;

export function verdict(p: number): { readonly tells: boolean; readonly words: string } {
  const often = chanceInWords(p);
  return p < TELLING
    ? { tells: true, words: `A gap this size happens by chance ${often}.` }
    : { tells: false, words: `Too few to tell: a gap this size happens by chance ${often}.` };
}
