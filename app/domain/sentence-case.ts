/** A text with its first letter as sentences begin, also behind a quotation mark; all else as it is. */
export function sentenceCase(text: string): string {
  return text.replace(/^“?./, (start) => start.toUpperCase());
}
