/**
 * The default rule of NHS statistics: 0 shown, 1 to 7 hidden, all else rounded to the nearest 5.
 * The numbers live here and nowhere else.
 */
export const LARGEST_SMALL = 7;
export const ROUNDING = 5;

/** Percentages need at least this many people beneath them; 23 is the smallest count that rounds to 25. */
export const SMALLEST_DENOMINATOR = 23;

/** However the releases are combined, a count hidden for being small keeps at least this many possible values. */
export const PROMISED_VALUES = 3;

/** A series is released again only after this many people have joined or left: a smaller change is a small count. */
export const SMALLEST_CHANGE = LARGEST_SMALL + 1;

/** What an audited table promises of each hidden cell: it could be 0, and could be this many or more. */
export const AUDITED_UPPER = 5;

/** One figure as it may be published, with the rule that made it so. */
export type ProtectedCount =
  | { readonly kind: "exact"; readonly value: number; readonly rule: "zero" | "audited" }
  | { readonly kind: "rounded"; readonly value: number; readonly rule: "nearest-5" }
  | {
      readonly kind: "hidden";
      readonly symbol: "!";
      /**
       * `small`: 1 to 7. `small-or-none`: 0 to 7, in a table where to show who is nobody would give a small count away.
       * `protects-another`: 8 or more, but to show it would. `audited`: anything. `held`: in a table that is not released.
       */
      readonly rule: "small" | "small-or-none" | "protects-another" | "audited" | "held";
    };

/** Throws RangeError unless `count` is a whole number, 0 or more; `name` is the cell or field. */
export function requirePeople(name: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`${name} must be a whole number of people, 0 or more; it is ${String(count)}.`);
  }
}

export function isSmall(count: number): boolean {
  return count >= 1 && count <= LARGEST_SMALL;
}

/** The default rule for one count, alone. In a table use `protect`, which also looks at what subtraction would give. */
export function protectCount(count: number, name = "The count"): ProtectedCount {
  requirePeople(name, count);
  if (count === 0) return { kind: "exact", value: 0, rule: "zero" };
  if (isSmall(count)) return { kind: "hidden", symbol: "!", rule: "small" };
  return { kind: "rounded", value: ROUNDING * Math.round(count / ROUNDING), rule: "nearest-5" };
}

/** What the rule by which a count was hidden says of it: the rule is published beside the symbol. */
const HIDDEN_RANGES = {
  small: [1, LARGEST_SMALL],
  "small-or-none": [0, LARGEST_SMALL],
  "protects-another": [LARGEST_SMALL + 1, Infinity],
  audited: [0, Infinity],
  held: [0, Infinity],
} as const;

/** The counts, lowest and highest, that would have been published as this figure. */
export function rangeOf(shown: ProtectedCount): readonly [lowest: number, highest: number] {
  if (shown.kind === "exact") return [shown.value, shown.value];
  if (shown.kind === "rounded") {
    const reach = Math.floor(ROUNDING / 2);
    return [Math.max(LARGEST_SMALL + 1, shown.value - reach), shown.value + reach];
  }
  return HIDDEN_RANGES[shown.rule];
}
