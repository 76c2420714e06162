/** A text with its first letter as sentences begin, also behind a quotation mark; all else as it is. */
export function sentenceCase(text: string): string {
  return text.replace(/^“?./, (start) => start.toUpperCase());
}

/** A text that ends as a sentence does: words that somebody typed may have their stop already. */
export function endSentence(text: string): string {
  return /[.!?…][)”"’']*$/u.test(text) ? text : `${text}.`;
}
