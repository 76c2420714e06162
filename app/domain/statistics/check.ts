/**
 * Guards shared by the methods. Each throws a RangeError that names the input, says what was given and what is allowed.
 * They take `unknown`: inputs come from JSON and forms, where a "5" would otherwise be counted as 5.
 */

/** The largest count the methods are tested with; past it, doubles still hold integers but the sums lose digits. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/** The inputs themselves. Throws when there are none. */
export function requireInputs(inputs: unknown): void {
  if (typeof inputs !== "object" || inputs === null)
    throw new RangeError(`The inputs must be an object; they are ${String(inputs)}.`);
}

export function requireCount(name: string, value: unknown): void {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > LARGEST) {
    throw new RangeError(`${name} must be a whole number, 0 or more; it is ${String(value)}.`);
  }
}

/** `x` of `n`: both counts, `n` at least 1, `x` no more than `n`. */
export function requireProportion(xName: string, x: number, nName: string, n: number): void {
  requireCount(xName, x);
  requireCount(nName, n);
  if (n === 0) throw new RangeError(`${nName} must be at least 1: a share of nobody is not defined.`);
  if (x > n) throw new RangeError(`${xName} (${x}) must not be more than ${nName} (${n}).`);
}

export function requireConfidence(conf: unknown): void {
  if (typeof conf !== "number" || !(conf > 0 && conf < 1)) {
    throw new RangeError(`conf must lie between 0 and 1, such as 0.95; it is ${String(conf)}.`);
  }
}

/** A probability; 0 and 1 are allowed. */
export function requireProbability(name: string, value: unknown): void {
  if (typeof value !== "number" || !(value >= 0 && value <= 1)) {
    throw new RangeError(`${name} must lie between 0 and 1; it is ${String(value)}.`);
  }
}
