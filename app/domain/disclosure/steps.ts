/**
 * A tally that moved with every answer would tell whoever watches it what the last person said. So it moves in steps: what
 * counts is each voice as it stood when the tally was last let out, and it is let out again only once three or more people
 * have answered or changed their answer since.
 */
export type Stepped<Voice> = { now: Voice; released: Voice | null };

/** Whether the tally moves now, and every voice counts as it stands. @param fewest how many have to be new, such as 3 */
export function stepsNow<Voice extends object>(voices: readonly Stepped<Voice>[], fewest: number): boolean {
  return newVoices(voices) >= fewest;
}

/** How many have answered or changed their answer since the tally was last let out. */
export function newVoices<Voice extends object>(voices: readonly Stepped<Voice>[]): number {
  return voices.filter(isNew).length;
}

/** Whether a voice was given or changed since the tally was last let out. */
export function isNew<Voice extends object>({ now, released }: Stepped<Voice>): boolean {
  if (!released) return true;
  const [left, right] = [now, released] as Record<string, unknown>[];
  return Object.keys(left!).some((field) => left![field] !== right![field]);
}
