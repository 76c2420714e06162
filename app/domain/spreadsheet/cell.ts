/** First characters that make a spreadsheet read a cell as a formula. Source: OWASP, CSV injection. */
const FORMULA_START = /^[=+\-@\t\r]/;

/** Whether a spreadsheet would run this text instead of showing it. Leading spaces do not disarm it everywhere. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA_START.test(text) || FORMULA_START.test(text.trimStart());
}

/**
 * Text made safe to write into a spreadsheet cell: a leading apostrophe turns what would run into text. For text only:
 * write numbers as numbers, since "-3" is marked too.
 */
export function neutraliseFormula(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

/** The text again that `neutraliseFormula` made safe, so that a file that we wrote reads as what was written. */
export function restoreFormula(cell: string): string {
  return cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell;
}
