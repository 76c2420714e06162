import loadHighs, { type HighsSolution } from "highs";
import type { IntervalSolver, LinearSystem, Solution } from "./solver.ts";

/** The pieces are small: to simplify them first takes longer than to solve them. */
const QUICKLY = { presolve: "off", log_to_console: false } as const;

/** Loads the HiGHS optimiser (WebAssembly). Once loaded it answers at once and keeps nothing between questions. */
export async function loadIntervalSolver(): Promise<IntervalSolver> {
  const highs = await loadHighs();
  return (system, unknown, end) => {
    const solutions: Solution[] = [];
    const reach = (aim: "Minimize" | "Maximize") => {
      // Without whole numbers it is far quicker, and where the answer is in whole numbers all the same it is the answer.
      const loose = highs.solve(problemText(system, unknown, aim, false), QUICKLY);
      const answer = isWhole(loose)
        ? loose
        : highs.solve(problemText(system, unknown, aim, true), { mip_rel_gap: 0 });
      if (answer.Status === "Optimal") {
        if (isWhole(answer)) solutions.push(solutionOf(answer));
        return Math.round(answer.ObjectiveValue);
      }
      if (answer.Status === "Unbounded" || answer.Status === "Primal infeasible or unbounded")
        return Infinity;
      throw new Error(`The optimiser found no table that fits what is published (${answer.Status}).`);
    };
    const lower = end === "upper" ? 0 : reach("Minimize");
    const upper = end === "lower" ? Infinity : reach("Maximize");
    return { lower, upper, solutions };
  };
}

function solutionOf({ Columns }: HighsSolution): Solution {
  return new Map(
    Object.entries(Columns).map(([name, column]) => [
      Number(name.slice(1)),
      "Primal" in column ? Math.round(column.Primal) : 0,
    ]),
  );
}

function isWhole({ Status, Columns }: HighsSolution): boolean {
  if (Status !== "Optimal") return false;
  return Object.values(Columns).every(
    (column) => "Primal" in column && Math.abs(column.Primal - Math.round(column.Primal)) < 1e-7,
  );
}

/**
 * The question in CPLEX LP format. Figures that are known are put in as numbers, and only rows that hang together with the
 * unknown asked for are written: the answer is the same, and most tables fall into small pieces.
 */
function problemText({ bounds, rows }: LinearSystem, unknown: number, aim: string, whole: boolean): string {
  const isKnown = (index: number) => bounds[index]![0] === bounds[index]![1];
  const open = rows.flatMap(({ terms, equals }) => {
    const left = terms.filter(([index]) => !isKnown(index));
    const known = terms.filter(([index]) => isKnown(index));
    const rest = known.reduce((sum, [index, by]) => sum - by * bounds[index]![0], equals);
    return left.length > 0 ? [{ terms: left, equals: rest }] : [];
  });
  const asked = new Set([unknown]);
  const piece = new Set<(typeof open)[number]>();
  for (let size = -1; size !== piece.size;) {
    size = piece.size;
    for (const row of open) {
      if (piece.has(row) || !row.terms.some(([index]) => asked.has(index))) continue;
      piece.add(row);
      for (const [index] of row.terms) asked.add(index);
    }
  }
  const sums = [...piece].map(({ terms, equals }) => {
    const left = terms.map(([index, by]) => `${by < 0 ? "-" : "+"} ${Math.abs(by)} x${index}`).join(" ");
    return ` ${left} = ${equals}`;
  });
  const limits = [...asked].map((index) => {
    const [lowest, highest] = bounds[index]!;
    return ` ${lowest} <= x${index}${highest < Infinity ? ` <= ${highest}` : ""}`;
  });
  const kind = whole ? ["General", ...[...asked].map((index) => ` x${index}`)] : [];
  return [aim, ` x${unknown}`, "Subject To", ...sums, "Bounds", ...limits, ...kind, "End"].join("\n");
}
