/** No amount of this project is larger: a thousand million pounds, in pence. More is a slip of the keyboard. */
export const MOST_PENCE = 100_000_000_000;

/**
 * Reads an amount of pounds as people and finance systems write it: `1200.5`, `£1,200.50`, `GBP 1200`, and for money back
 * `(12.00)`, `-12` and `12.00-`. Commas and spaces only as thousands, a point only before pence: `1.200,50` and `12.5.0` are
 * refused, never guessed.
 * @returns whole pence
 * @throws RangeError with a sentence that quotes the amount and says how to write it
 */
export function parsePence(written: string): number {
  const text = written
    .normalize("NFKC")
    .replace(/\u2212/g, "-")
    .trim();
  if (text === "") throw new RangeError("The amount is missing. Write it like 1200.50 or £1,200.50.");
  const inBrackets = /^(?:£\s*)?\((?!-)(.*)\)$/.exec(text);
  const bare = (inBrackets?.[1] ?? text)
    .replace(/^(-?)\s*(?:£|GBP)\s*/i, "$1")
    .replace(/\s*GBP$/i, "")
    .trim();
  if (/(?!£)\p{Sc}/u.test(bare) || /^-?\s*[a-z]{3}\s*[\d(-]|\d\s*[a-z]{3}$/i.test(bare))
    throw refuse(written, "is not in pounds. Kept counts pounds sterling only");
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:\.(\d{1,2}))?(-?)$/.exec(bare);
  if (!match || (match[1] && match[4])) throw refuse(written, `is not an amount we can read${hint(bare)}`);
  const [, before, pounds, pence = "", after] = match;
  const total = Number(pounds!.replace(/[, ]/g, "")) * 100 + Number(pence.padEnd(2, "0"));
  if (!Number.isSafeInteger(total)) throw refuse(written, "is too large");
  const minus = before !== "" || after !== "";
  if (minus && inBrackets) throw refuse(written, "is not an amount we can read. Use brackets or a minus");
  return (minus || inBrackets) && total !== 0 ? -total : total;
}

/**
 * The same for an amount that is to be kept: at most a thousand million pounds either way.
 * @throws RangeError as `parsePence`, and for more
 */
export function parseAmount(written: string): number {
  const pence = parsePence(written);
  if (Math.abs(pence) > MOST_PENCE)
    throw refuse(written, "is more than a thousand million pounds. Check the number");
  return pence;
}

function hint(bare: string): string {
  if (/^-?[\d, ]+\.\d{3,}$/.test(bare))
    return ": pence have two places, and a comma divides thousands. Write it like 1200.50 or £1,200.50";
  return /\d\.\d{3},\d|\d,\d{1,2}$/.test(bare)
    ? ": a comma divides thousands, and a point comes before the pence. Write it like 1200.50 or £1,200.50"
    : ". Write it like 1200.50 or £1,200.50";
}

function refuse(written: string, why: string): RangeError {
  return new RangeError(`“${written.slice(0, 40)}” ${why}.`);
}
