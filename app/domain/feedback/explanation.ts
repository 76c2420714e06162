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

/** From this similarity on, two explanations are one text with a word or a date changed. */
const sameText = 0.7;

/** What makes an explanation ring hollow, as sentences to show before it is saved; empty when nothing does. */
export function explanationWarnings(text: string, earlier: readonly string[]): string[] {
  const plain = normalise(text);
  const warnings: string[] = [];
  const twin = earlier.filter((other) => similarity(plain, normalise(other)) >= sameText).length;
  if (twin > 0)
    warnings.push(
      `You have given the same explanation ${twin === 1 ? "once" : `${twin} times`} before. Say what is particular to this.`,
    );
  const phrase = stock.find((each) => plain.includes(each));
  if (phrase) warnings.push(`“${phrase}” says little by itself. Say what was decided, by whom and why.`);
  return warnings;
}

/**
 * True when the text is empty in all but form: too few different words to explain anything. Such an answer is refused.
 */
export function isBlankOrBoilerplate(text: string): boolean {
  const words = normalise(text).split(" ").filter(Boolean);
  const left = stock.reduce((rest, phrase) => rest.replaceAll(phrase, " "), normalise(text)).trim();
  return new Set(words).size < 8 || left.split(" ").filter(Boolean).length < 5;
}

function normalise(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Jaccard similarity of word trigrams, 0 to 1 (Broder 1997): the same text with a changed name or date stays above `sameText`. */
function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [shingles(a), shingles(b)];
  const shared = [...left].filter((each) => right.has(each)).length;
  return shared / Math.max(1, left.size + right.size - shared);
}

function shingles(text: string): Set<string> {
  const words = text.split(" ");
  return new Set(
    words.map((_, i) => words.slice(i, i + 3).join(" ")).slice(0, Math.max(1, words.length - 2)),
  );
}
