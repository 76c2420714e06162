/** A figure that a practice room works out from its own data. Rooms export theirs as `indicators`. */
export type Indicator<Data> = {
  /** `feedback.reported-back`: stable for ever, because measures and published entries name it. */
  id: string;
  room: string;
  title: string;
  unit: string;
  /** Which way is better. */
  direction: "up" | "down";
  /** What the figure does not say. Printed wherever the figure is. */
  caveat: string;
  /** Pure. @param today ISO date */
  compute: (data: Data, today: string) => Computed;
};

export type Computed = {
  /** In the indicator's unit; a share is in percent. Null when it cannot be told: too few people, or nothing yet. */
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  interval?: { lower: number; upper: number; confidence: number };
  /** What must be known about this figure, beyond the indicator's own caveat. */
  caveat: string;
};

/** What a form needs to know of an indicator. */
export type IndicatorFacts = Pick<
  Indicator<never>,
  "id" | "room" | "title" | "unit" | "direction" | "caveat"
>;
