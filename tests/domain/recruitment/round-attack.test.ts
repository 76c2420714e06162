import { expect, test } from "vitest";
import { loadIntervalSolver } from "#app/domain/disclosure/highs-solver.ts";
import { PROMISED_VALUES } from "#app/domain/disclosure/rule.ts";
import { choicesOf } from "#app/domain/recruitment/characteristics.ts";
import { releaseRound } from "#app/domain/recruitment/figures.ts";
import { nothingCounted } from "#app/domain/recruitment/round-input.ts";
import { STAGES, type Stage } from "#app/domain/recruitment/round.ts";
import { attack, dice, scatter } from "#tests/domain/disclosure/attacker.ts";

const groups = [
  "asian_indian",
  "black_african",
  "black_caribbean",
  "mixed_other",
  "white_british",
  "other_any",
  "prefer_not_to_say",
  "not_recorded",
];
const answers = choicesOf("gender").map(({ id }) => id);

/** A random round by ethnic group and gender; at each stage some go on. */
function randomRound(roll: () => number, people: number, stages: readonly Stage[]) {
  let cells = scatter(roll, groups.length * answers.length, people);
  const [counts, other] = [nothingCounted(), nothingCounted()];
  for (const stage of stages) {
    const [byGroup, byAnswer]: Record<string, number>[] = [{}, {}];
    cells.forEach((count, index) => {
      const group = groups[Math.floor(index / answers.length)]!;
      const answer = answers[index % answers.length]!;
      byGroup![group] = (byGroup![group] ?? 0) + count;
      byAnswer![answer] = (byAnswer![answer] ?? 0) + count;
    });
    counts[stage] = byGroup!;
    other[stage] = byAnswer!;
    cells = cells.map((count) => Array.from({ length: count }, roll).filter((chance) => chance < 0.5).length);
  }
  const characteristic = "gender" as const;
  return {
    scheme: "ew-2021" as const,
    counts,
    other: { characteristic, counts: other },
    intersections: null,
  };
}

test("no small count of a released round can be narrowed, by groups, gender, stages and a later stage together", async () => {
  const solver = await loadIntervalSolver();
  const roll = dice(41);
  let [asked, shown, publishable, held] = [0, 0, 0, 0];
  for (let index = 0; index < 10; index += 1) {
    const round = randomRound(roll, 60 + Math.floor(roll() * 300), STAGES.slice(1, 5));
    const without = (counts: typeof round.counts) => ({ ...counts, there_after_6_months: null });
    const early = {
      ...round,
      counts: without(round.counts),
      other: { ...round.other, counts: without(round.other.counts) },
    };
    const first = releaseRound("s", "2026-01-01", early, []);
    const { ledger, held: reason, figures } = releaseRound("s", "2026-07-01", round, first.ledger);
    if (reason) held += 1;
    const release = ledger.at(-1);
    if (!release) continue;
    const { system, unknown } = attack([{ ...release, joined: 0, left: 0 }], "rounded");
    for (const [id, cell] of Object.entries(figures.cells)) {
      const count = release.counts[id] ?? 0;
      if (count === 0 || count > 7) {
        publishable += 1;
        shown += Number(cell.kind !== "hidden");
      }
      if (cell.rule !== "small" && cell.rule !== "small-or-none") continue;
      asked += 1;
      const { lower, upper } = solver(system, unknown(0, id));
      expect(upper - lower + 1, `round ${index}, ${id}`).toBeGreaterThanOrEqual(PROMISED_VALUES);
    }
  }
  console.log({ asked, held, keptOfPublishable: shown / publishable });
  expect(asked).toBeGreaterThan(100);
  expect(shown / publishable).toBeGreaterThan(0.7);
}, 120_000);
