/** A single-peaked distribution on the whole numbers from `lowest` to `highest`, known by its log probabilities. */
export interface Discrete {
  readonly lowest: number;
  readonly highest: number;
  /** A most likely value. */
  readonly mode: number;
  readonly logProbability: (x: number) => number;
}

/** Outcomes this much likelier than the observed still count as no likelier: rounding must not split ties. As R does. */
const LOG_SLACK = Math.log1p(1e-7);

/** Sum of the probabilities from `start` outwards. Stops when what is left cannot change the sum. */
export function tail(of: Discrete, start: number, step: 1 | -1): number {
  let sum = 0;
  for (let x = start; x >= of.lowest && x <= of.highest; x += step) {
    const probability = Math.exp(of.logProbability(x));
    sum += probability;
    const pastMode = step === 1 ? x >= of.mode : x <= of.mode;
    if (pastMode && probability <= sum * 1e-20) break;
  }
  return sum;
}

/** Probability of all outcomes no likelier than `observed` (two-sided "minimum likelihood" p-value). */
export function noLikelierThan(of: Discrete, observed: number): number {
  const threshold = of.logProbability(observed) + LOG_SLACK;
  const unlikely = (x: number) => of.logProbability(x) <= threshold;
  if (unlikely(of.mode)) return 1;
  const lower = tail(of, lastUnlikely(unlikely, of.mode, of.lowest - 1), -1);
  const upper = tail(of, lastUnlikely(unlikely, of.mode, of.highest + 1), 1);
  return Math.min(1, lower + upper);
}

/** Bisects for the unlikely outcome nearest the mode; `end`, just outside the support, when there is none. */
function lastUnlikely(unlikely: (x: number) => boolean, mode: number, end: number): number {
  let likely = mode;
  let other = end;
  while (Math.abs(other - likely) > 1) {
    const middle = Math.floor((likely + other) / 2);
    if (unlikely(middle)) other = middle;
    else likely = middle;
  }
  return other;
}
