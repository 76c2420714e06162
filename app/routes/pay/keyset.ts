/** Rows to a page. */
export const PAGE = 50;

/** The last row of a page as the address of the next carries it: its day and its id. */
export function keysetOf(day: string, id: string): string {
  return `${day}_${id}`;
}

/** The row after which a page begins; undefined for the first page, and for an address that makes no sense. */
export function keysetIn(request: Request): { day: string; id: string } | undefined {
  const after = new URL(request.url).searchParams.get("after") ?? "";
  const found = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))_([0-9a-f-]{36})$/.exec(after);
  return found ? { day: found[1]!, id: found[2]! } : undefined;
}
