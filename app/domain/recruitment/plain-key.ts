/** Letters and digits only, lower case: spreadsheets differ in dashes, commas and spaces. */
export function plainKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
