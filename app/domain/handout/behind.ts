import type { HandoutContent } from "./handout.ts";

type Version = Pick<HandoutContent, "title" | "behaviours" | "translations" | "version">;

export type Behind = {
  /** The language by its own name. */
  name: string;
  /** The version of which it says the words, where the words have changed since. */
  sayingVersion?: number;
  /** Its lines, where they are more or fewer than the behaviours. */
  lines?: number;
};

/**
 * Languages whose readers would get other words than the rest: pasted in before the words changed, or with lines more or fewer.
 * @param versions newest first
 */
export function behindIn(versions: readonly Version[]): Behind[] {
  const [latest] = versions;
  if (!latest) return [];
  return latest.translations.flatMap((translation) => {
    const since = versions.findIndex((each) => !each.translations.some((one) => same(one, translation)));
    const pasted = versions.at(since === -1 ? -1 : since - 1)!;
    const sayingVersion = same(wordsOf(pasted), wordsOf(latest)) ? undefined : pasted.version;
    const uneven = translation.lines.length !== latest.behaviours.length;
    if (sayingVersion === undefined && !uneven) return [];
    return [
      {
        name: translation.name,
        ...(sayingVersion === undefined ? {} : { sayingVersion }),
        ...(uneven ? { lines: translation.lines.length } : {}),
      },
    ];
  });
}

const wordsOf = ({ title, behaviours }: Version) => ({ title, behaviours });
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
