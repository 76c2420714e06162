/**
 * Reads an amount of pounds as people and finance systems write it: `1200.5`, `£1,200.50`, `GBP 1200`, `(12.00)` and `-12` for
 * money back. Commas and spaces only as thousands, a point only before pence: `1.200,50` and `12.5.0` are refused, never guessed.
 * @returns whole pence
 * @throws RangeError with a sentence that quotes the amount and says how to write it
 */
export function parsePence(written: string): number {
  const text = written
    .normalize("NFKC")
    .replace(/\u2212/g, "-")
    .trim();
  const inBrackets = /^\((?!-)(.*)\)$/.exec(text);
  const bare = (inBrackets?.[1] ?? text)
    .replace(/^(-?)\s*(?:£|GBP)\s*/i, "$1")
    .replace(/\s*GBP$/i, "")
    .trim();
  if (/[€$¥]|EUR|USD/i.test(bare))
    throw refuse(written, "is not in pounds. Kept counts pounds sterling only");
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(bare);
  if (!match) throw refuse(written, "is not an amount we can read. Write it like 1200.50 or £1,200.50");
  const [, minus, pounds, pence = ""] = match;
  const total = Number(pounds!.replace(/[, ]/g, "")) * 100 + Number(pence.padEnd(2, "0"));
  if (!Number.isSafeInteger(total)) throw refuse(written, "is too large");
  const negative = (minus === "-") !== Boolean(inBrackets);
  return negative && total !== 0 ? -total : total;
}

function refuse(written: string, why: string): RangeError {
  return new RangeError(`“${written.slice(0, 40)}” ${why}.`);
}
