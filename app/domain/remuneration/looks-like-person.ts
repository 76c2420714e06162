/** Ends a sentence about words that only seem to be a name: the form then shows the tick. */
const TICK = "or tick below that it names nobody.";

/** Whether a sentence leaves the last word to somebody who has looked. */
export function offersTick(sentence: string): boolean {
  return sentence.endsWith(TICK);
}

/** Words that stand for anybody. */
const anybody =
  /^(participant|person|people|member|group|volunteer|peer|client|carer|speaker|adviser|advisor|panel|ref|case|seat|guest|parent|young)$/i;
const title = /^(mr|mrs|ms|miss|mx|dr|prof|rev|sir|lady)\.?$/i;

/** A capital and small letters: Khan, O’Brien, McKay. */
const capital = /^\p{Lu}[\p{Ll}'’-]+(\p{Lu}\p{Ll}+)?$/u;

/**
 * What a reference seems to give away about a person. A guess from its shape: it cannot know, so that a reference that only
 * looks like a name can be confirmed. An e-mail address is refused elsewhere, always.
 * @returns a sentence; undefined when it looks like a reference
 */
export function personalSign(reference: string): string | undefined {
  const text = reference.normalize("NFKC").trim();
  if (text.includes("@")) return "Use a reference, not an e-mail address: this table should not name people.";
  const digits = text.replace(/\D/g, "");
  if (/^\+?[\d ()-]+$/.test(text) && digits.length >= 9 && digits.length <= 15)
    return "This looks like a telephone number. Use a reference that only you can look up, such as P-014.";
  return isName(text)
    ? `This looks like a name. Use a reference that only you can look up, such as P-014, ${TICK}`
    : undefined;
}

/**
 * The same guess about the number that a finance system gave a payment. Long numbers are usual there, so they are not taken
 * for telephone numbers.
 * @returns a sentence; undefined when it looks like a reference
 */
export function nameInReference(reference: string): string | undefined {
  const text = reference.normalize("NFKC").trim();
  if (text.includes("@"))
    return "Use the finance system's number, not an e-mail address: the books should not name people.";
  return isName(text) ? `This looks like a name. Use the finance system's number, ${TICK}` : undefined;
}

/**
 * The same guess about a sentence: an e-mail address, a title before a capital, or two words with capitals side by side.
 * @returns a sentence; undefined when it seems to name nobody
 */
export function nameInWords(written: string): string | undefined {
  const text = written.normalize("NFKC");
  if (/\S@\S/.test(text)) return "Leave the e-mail address out: the books should not name people.";
  const words = text.split(/\s+/).map((word) => word.replace(/^\p{P}+|[.,;:!?)”"]+$/gu, ""));
  const isCapital = (word: string) => capital.test(word) && !anybody.test(word);
  const named = words.some((word, at) => {
    const next = words[at + 1];
    return next !== undefined && isCapital(next) && (isCapital(word) || title.test(word));
  });
  return named ? `This seems to name a person. Say it without the name, ${TICK}` : undefined;
}

function isName(text: string): boolean {
  const words = text.split(/[\s,]+/).filter(Boolean);
  const names = words.filter((word) => capital.test(word) && !anybody.test(word));
  return (
    (words.length > 1 && title.test(words[0]!)) ||
    (names.length === words.length && words.length >= 1 && text.length > 2) ||
    names.length >= 2
  );
}
