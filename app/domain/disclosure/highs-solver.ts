import loadHighs from "highs";
import type { IntervalSolver, LinearSystem } from "./solver.ts";

/** Loads the HiGHS optimiser (WebAssembly). Once loaded it answers at once and keeps nothing between questions. */
export async function loadIntervalSolver(): Promise<IntervalSolver> {
  const highs = await loadHighs();
  return (system, unknown) => {
    const reach = (aim: "Minimize" | "Maximize") => {
      const answer = highs.solve(problemText(system, unknown, aim), { mip_rel_gap: 0 });
      if (answer.Status === "Optimal") return Math.round(answer.ObjectiveValue);
      if (answer.Status === "Unbounded" || answer.Status === "Primal infeasible or unbounded")
        return Infinity;
      throw new Error(`The optimiser found no table that fits what is published (${answer.Status}).`);
    };
    return { lower: reach("Minimize"), upper: reach("Maximize") };
  };
}

/** The question in CPLEX LP format. */
function problemText({ bounds, rows }: LinearSystem, unknown: number, aim: string): string {
  const sums = rows.map(({ terms, equals }) => {
    const left = terms.map(([index, by]) => `${by < 0 ? "-" : "+"} ${Math.abs(by)} x${index}`).join(" ");
    return ` ${left} = ${equals}`;
  });
  const limits = bounds.map(
    ([lowest, highest], i) => ` ${lowest} <= x${i}${highest < Infinity ? ` <= ${highest}` : ""}`,
  );
  const names = bounds.map((_, index) => ` x${index}`);
  return [aim, ` x${unknown}`, "Subject To", ...sums, "Bounds", ...limits, "General", ...names, "End"].join(
    "\n",
  );
}
