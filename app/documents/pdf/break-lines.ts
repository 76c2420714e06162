/** Letters before which no line begins, and after which none ends (as in UAX 14, classes CL, EX, NS and OP). */
const notFirst = /^[\p{Pe}\p{Pf}、。，．：；？！…‥々〻ー·・％]/u;
const notLast = /[\p{Ps}\p{Pi}]$/u;
const byLetter =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff00-\uffef]/u;

/**
 * The pieces that stay on one line: words with their space or hyphen, and single letters of scripts that are written without
 * spaces. Indices into the text, end exclusive.
 */
export function piecesOf(text: string): { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = [];
  let start = 0;
  const cut = (end: number) => {
    if (end > start) pieces.push({ start, end });
    start = end;
  };
  const letters = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)];
  letters.forEach(({ segment, index }, i) => {
    const next = letters[i + 1]?.segment;
    if (next === undefined) return cut(text.length);
    const after = index + segment.length;
    if (/\s$/.test(segment)) return /^\s/.test(next) ? undefined : cut(after);
    if (/^\s/.test(next)) return;
    if (/^[-‐–—/]$/.test(segment) && /^\p{L}/u.test(next) && i > 0) return cut(after);
    if ((byLetter.test(segment) || byLetter.test(next)) && !notFirst.test(next) && !notLast.test(segment))
      cut(after);
  });
  return pieces;
}

/**
 * Fills lines greedily; a piece that is wider than a line is cut where it has to be. Widths of pieces leave out the space
 * at their end.
 * @param width of a line, in the unit of `measure`
 */
export function breakLines(
  text: string,
  width: number,
  measure: (start: number, end: number) => number,
): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  const slack = 0.01;
  let line: { start: number; end: number } | undefined;
  for (const piece of piecesOf(text)) {
    const fits = line && measure(line.start, inked(text, line.start, piece.end)) <= width + slack;
    if (line && fits) line.end = piece.end;
    else {
      if (line) lines.push(line);
      const cuts = cutWide(text, piece, width + slack, measure);
      lines.push(...cuts.slice(0, -1));
      line = cuts.at(-1)!;
    }
  }
  if (line) lines.push(line);
  return lines.map(({ start, end }) => ({ start, end: inked(text, start, end) }));
}

function cutWide(
  text: string,
  piece: { start: number; end: number },
  width: number,
  measure: (start: number, end: number) => number,
) {
  const cuts: { start: number; end: number }[] = [];
  let start = piece.start;
  if (measure(start, inked(text, start, piece.end)) > width) {
    const letters = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(
      text.slice(start, piece.end),
    );
    for (const { segment, index } of letters) {
      const at = piece.start + index;
      if (at > start && measure(start, at + segment.length) > width) {
        cuts.push({ start, end: at });
        start = at;
      }
    }
  }
  return [...cuts, { start, end: piece.end }];
}

function inked(text: string, start: number, end: number): number {
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1;
  return end;
}
