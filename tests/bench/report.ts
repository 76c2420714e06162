/** One measurement against its budget, both in the same unit. */
export type Measurement = {
  name: string;
  measured: number;
  budget: number;
  unit: string;
  better: "lower" | "higher";
};

export type Report = (measurement: Measurement) => void;

/** What a file `tests/bench/<name>.bench.ts` exports. */
export type Bench = { bench: (report: Report) => Promise<void> };

/** Two machines never agree on times; a ratio to the budget can be compared. */
export function withinBudget({ measured, budget, better }: Measurement): boolean {
  return better === "lower" ? measured <= budget : measured >= budget;
}

export function lineFor(measurement: Measurement): string {
  const { name, measured, budget, unit, better } = measurement;
  const figure = (value: number) => `${Number(value.toPrecision(3))} ${unit}`;
  const verdict = withinBudget(measurement) ? "within" : "OVER";
  const limit = better === "lower" ? "at most" : "at least";
  return `${verdict.padEnd(6)}  ${(measured / budget).toFixed(2)} × budget  ${name}: ${figure(measured)}, ${limit} ${figure(budget)}`;
}
