/** Letters and figures only, small: “Co-producers ” and “coproducers” are one word. */
export function plainWord(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "");
}
