/** Room of a slide's title and body, in inches; the body's lines are hung behind a bullet. */
export type Room = { width: number; height: number };
/** A slide's part: which lines, and how large, in points. */
export type SlidePart = { lines: string[]; size: number };

/** From large to the smallest that is read across a room; what does not fit at that goes onto more slides. */
const bodySizes = [24, 20, 18] as const;
const splitSize = 20;
const titleSizes = [34, 26, 20, 16] as const;
const pointsPerInch = 72;
const bullet = 0.4;
/** Between two behaviours, in points. */
export const afterLine = 6;

// Rather too wide and too high than a line that runs off the slide: the viewer's own fonts are used, and nobody knows them here.
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Ethiopic}]/u;
const tall = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Common}\p{M}]/u;
const narrowEm = 0.52;
const wideEm = 1.05;

/** Height in points that a text takes at a size, broken into lines of a width in inches. */
function heightOf(text: string, size: number, width: number): number {
  const ems = [...text].reduce((sum, letter) => sum + (wide.test(letter) ? wideEm : narrowEm), 0);
  const lines = Math.max(1, Math.ceil((ems * size) / (width * pointsPerInch)));
  return lines * size * (tall.test(text) ? 1.6 : 1.2);
}

/** The largest size at which a title stays in its room. */
export function titleSize(title: string, { width, height }: Room): number {
  const fits = (size: number) => heightOf(title, size, width) <= height * pointsPerInch;
  return titleSizes.find(fits) ?? titleSizes.at(-1)!;
}

/** Shares lines among slides, in their order: all on one while they can be read there, otherwise on as many as they need. */
export function slideParts(lines: readonly string[], { width, height }: Room): SlidePart[] {
  const room = height * pointsPerInch;
  const taken = (line: string, size: number) => heightOf(line, size, width - bullet) + afterLine;
  const whole = (size: number) => lines.reduce((sum, line) => sum + taken(line, size), 0) <= room;
  const size = bodySizes.find(whole);
  if (size) return [{ lines: [...lines], size }];
  const parts: SlidePart[] = [];
  let left = 0;
  for (const line of lines) {
    const needed = taken(line, splitSize);
    if (parts.length === 0 || needed > left) {
      parts.push({ lines: [], size: splitSize });
      left = room;
    }
    parts.at(-1)!.lines.push(line);
    left -= needed;
  }
  return parts;
}
