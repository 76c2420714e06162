import { expect, test } from "vitest";
import { loadIntervalSolver } from "#app/domain/disclosure/highs-solver.ts";
import type { Ledger } from "#app/domain/disclosure/ledger.ts";
import { releaseRound } from "#app/domain/recruitment/figures.ts";
import { nothingCounted } from "#app/domain/recruitment/round-input.ts";
import type { Stage } from "#app/domain/recruitment/round.ts";
import { SCHEMES } from "#app/domain/recruitment/schemes.ts";
import { dice } from "../disclosure/attacker.ts";
import { attackExactSeries } from "./attack-audited.ts";

/** Every release is looked at together with all before it. A series takes seconds: ATTACK=full looks at as many as the time allows. */
const isFull = process.env["ATTACK"] === "full";
const SERIES = isFull ? 120 : 1;
const STEPS = 12;
/** No further series is begun after this long. */
const ENOUGH = 7 * 60_000;

const FIRST = 101;

const groups = [...SCHEMES["ew-2021"].categories.map(({ id }) => id), "prefer_not_to_say", "not_recorded"];

test(
  `exact figures by each group keep the promise over ${STEPS} releases, all together`,
  async () => {
    const solver = await loadIntervalSolver();
    const began = Date.now();
    const found = { series: 0, offered: 0, releases: 0, cells: 0, shown: 0, asked: 0, longest: 0 };
    for (let seed = FIRST; seed < FIRST + SERIES; seed += 1) {
      if (Date.now() - began > ENOUGH) break;
      const roll = dice(seed);
      // Every other series has a second stage, which is where subtraction over stages comes in.
      const stages: Stage[] = seed % 2 === 1 ? ["applied"] : ["applied", "shortlisted"];
      // Small rounds are held nearly always, and large ones are not.
      const [size, moves] = (
        [
          [400, 60],
          [200, 120],
          [90, 40],
          [400, 200],
        ] as const
      )[(seed - FIRST) % 4]!;
      const leaves = stages.map(() =>
        Object.fromEntries(groups.map((id) => [id, Math.floor(size * roll() ** 2)])),
      );
      let ledger: Ledger = [];
      for (let step = 0; step < STEPS; step += 1) {
        const [applied, shortlisted] = [leaves[0]!, leaves[1]];
        const all = Object.fromEntries(
          groups.map((id) => [id, applied[id]! + (shortlisted ? shortlisted[id]! : 0)]),
        );
        const counts = { ...nothingCounted(), applied: all, ...(shortlisted ? { shortlisted } : {}) };
        ({ ledger } = releaseRound(
          "s",
          `2026-${String(step + 1).padStart(2, "0")}-01`,
          { scheme: "ew-2021", counts: structuredClone(counts), other: null, intersections: null },
          ledger,
          { detail: "every-group", audited: { publicTotals: stages, solver } },
        ));
        found.offered += 1;
        for (let move = 0; move < moves; move += 1) {
          const stage = leaves[Math.floor(roll() * leaves.length)]!;
          const id = groups[Math.floor(roll() * groups.length)]!;
          stage[id] = Math.max(0, stage[id]! + (roll() < 0.4 ? -1 : 1));
        }
      }
      found.series += 1;
      found.longest = Math.max(found.longest, attackExactSeries(ledger, solver, found, seed));
    }
    console.log({ ...found, kept: found.shown / found.cells, seconds: (Date.now() - began) / 1000 });
    expect(found.asked).toBeGreaterThan(10);
    expect(found.longest).toBeGreaterThan(1);
  },
  isFull ? 1_800_000 : 300_000,
);
