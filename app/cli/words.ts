/** What was typed after a command: `--from 2026-01-01 --json` as names and values; a flag without a value is "". */
export type Flags = Record<string, string>;

/**
 * Reads `--name value`, `--name=value` and bare `--name`. Repeated names join with a comma.
 * @param bare flags that take no value, besides the known ones that do
 * @throws RangeError naming a word or a flag that the command does not know
 */
export function readFlags(
  words: readonly string[],
  valued: readonly string[],
  bare: readonly string[] = [],
): Flags {
  const known = [...valued, ...bare];
  const flags: Flags = {};
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (!word.startsWith("--")) throw new RangeError(`${word}: every word here belongs after a --name.`);
    const [name = "", ...rest] = word.slice(2).split("=");
    if (!known.includes(name)) {
      throw new RangeError(
        `${name}: there is no --${name}. There is ${known.map((one) => `--${one}`).join(", ")}.`,
      );
    }
    if (bare.includes(name) && rest.length > 0) throw new RangeError(`${name}: --${name} takes no value.`);
    const next = bare.includes(name) ? undefined : words[at + 1];
    // A number may be negative, but a flag starts with two dashes.
    const value =
      rest.length > 0 ? rest.join("=") : next !== undefined && !next.startsWith("--") ? words[++at]! : "";
    flags[name] = flags[name] ? `${flags[name]},${value}` : value;
  }
  return flags;
}

/** @throws RangeError when the flag is missing or empty */
export function need(flags: Flags, name: string, example: string): string {
  const value = flags[name];
  if (!value) throw new RangeError(`${name}: give --${name}, such as --${name} ${example}.`);
  return value;
}

/** @throws RangeError when the text is no number */
export function number(text: string, name: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) {
    throw new RangeError(`${name}: "${text}" is not a number. Write degrees such as 51.5.`);
  }
  return value;
}

/** An organisation as people type it: its name in addresses, or the address that it is part of. @returns the name in addresses */
export function organisationWord(typed: string): string {
  return /(?:^|\/)o\/([^/?#]+)/.exec(typed)?.[1] ?? typed.replace(/^\/+|\/+$/g, "");
}
