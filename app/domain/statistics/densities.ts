/**
 * Logarithms of binomial and hypergeometric probabilities by Loader's saddle-point expansion, as in R's dbinom and
 * dhyper: accurate to about 1e-14 times the size of the logarithm, for counts in the millions and far into the tails.
 * Source: C. Loader (2000), Fast and accurate computation of binomial probabilities.
 */

/** log of Stirling's error: log(n!) - log(sqrt(2 pi n) (n/e)^n), for whole n >= 1. */
function stirlingError(n: number): number {
  let error = 0;
  let m = n;
  // The series needs a large argument; small ones are carried up by the recurrence.
  for (; m < 16; m += 1) error += (m + 0.5) * Math.log1p(1 / m) - 1;
  const s = m * m;
  return error + (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / s) / s) / s) / s) / m;
}

/** The deviance term x log(x/m) + m - x, by series when x is near m so that the digits do not cancel. */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; ; j += 1) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return next;
    sum = next;
  }
}

/** log P(X = x) for X binomial(n, p); `q` is 1 - p, passed apart so that a tiny one keeps its digits. */
export function logBinomial(x: number, n: number, p: number, q: number): number {
  if (p === 0) return x === 0 ? 0 : -Infinity;
  if (q === 0) return x === n ? 0 : -Infinity;
  if (x === 0) return p < 0.1 ? n * Math.log1p(-p) : n * Math.log(q);
  if (x === n) return q < 0.1 ? n * Math.log1p(-q) : n * Math.log(p);
  const correction = stirlingError(n) - stirlingError(x) - stirlingError(n - x);
  const spread = 2 * Math.PI * x * (1 - x / n);
  return correction - deviance(x, n * p) - deviance(n - x, n * q) - 0.5 * Math.log(spread);
}

/** log P(X = x) for X the marked ones among `drawn` from a population of `marked` and `unmarked`. */
export function logHypergeometric(x: number, marked: number, unmarked: number, drawn: number): number {
  const all = marked + unmarked;
  if (drawn === 0 || drawn === all) return 0;
  const p = drawn / all;
  const q = (all - drawn) / all;
  return (
    logBinomial(x, marked, p, q) + logBinomial(drawn - x, unmarked, p, q) - logBinomial(drawn, all, p, q)
  );
}
