import type { Figures } from "#app/domain/journey/figures.ts";
import { escapeMarkup } from "./markup.ts";

/** Width of one letter at 12 px Verdana, on average and rounded up. */
const LETTER = 7.6;
const PADDING = 10;

/** A badge for other sites: what was promised, what the organisation calls done, and what is overdue. */
export function badgeImage({ organisation, figures }: { organisation: string; figures: Figures }): string {
  const left = "Promises";
  const right = `${figures.promised} made, ${figures.done} said to be done, ${figures.overdue} overdue`;
  const split = Math.ceil(left.length * LETTER + 2 * PADDING);
  const width = split + Math.ceil(right.length * LETTER + 2 * PADDING);
  const label = escapeMarkup(`${organisation}: ${right}`);
  const text = (x: number, words: string) =>
    `<text x="${x}" y="19" fill="#fffdf9">${escapeMarkup(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="28" viewBox="0 0 ${width} 28" role="img" aria-label="${label}">
<title>${label}</title>
<rect width="${split}" height="28" fill="#4b1d52"/><rect x="${split}" width="${width - split}" height="28" fill="#2c6e49"/>
<g font-family="Verdana, sans-serif" font-size="12">${text(PADDING, left)}${text(split + PADDING, right)}</g>
</svg>
`;
}
