/** A reference, name or title as it is compared: capitals and spaces do not count. */
export function plain(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}
