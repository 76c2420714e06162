import { expect, test } from "vitest";
import { loadIntervalSolver } from "#app/domain/disclosure/highs-solver.ts";
import { PROMISED_VALUES } from "#app/domain/disclosure/rule.ts";
import { choicesOf } from "#app/domain/recruitment/characteristics.ts";
import { releaseRound } from "#app/domain/recruitment/figures.ts";
import { nothingCounted } from "#app/domain/recruitment/round-input.ts";
import { attack, dice } from "#tests/domain/disclosure/attacker.ts";

const groups = [
  ["asian_indian", 0.2],
  ["black_african", 0.18],
  ["mixed_other", 0.08],
  ["white_british", 0.45],
  ["other_any", 0.05],
  ["prefer_not_to_say", 0.02],
  ["not_recorded", 0.02],
] as const;
const share: Record<string, number> = { woman: 0.52, man: 0.42 };
const answers = choicesOf("gender").map(({ id }) => ({ id, of: share[id] ?? 0.02 }));

/** 400 applicants by five groups and gender together; three in ten shortlisted, a quarter of those appointed. */
function crossedRound(roll: () => number) {
  const [counts, other, intersections] = [nothingCounted(), nothingCounted(), nothingCounted()];
  const drawn = (people: number, chance: number) =>
    Array.from({ length: people }, roll).filter((mark) => mark < chance).length;
  const pairs = groups.flatMap(([group, part]) =>
    answers.map(({ id, of }) => ({ group, id, part: part * of })),
  );
  let cells = pairs.map(({ part }) => drawn(400, part));
  for (const [stage, chance] of [
    ["applied", 1],
    ["shortlisted", 0.3],
    ["appointed", 0.25],
  ] as const) {
    cells = cells.map((people) => drawn(people, chance));
    const [byGroup, byAnswer, both]: Record<string, number>[] = [{}, {}, {}];
    cells.forEach((people, index) => {
      const { group, id } = pairs[index]!;
      byGroup![group] = (byGroup![group] ?? 0) + people;
      byAnswer![id] = (byAnswer![id] ?? 0) + people;
      both![`${group}|${id}`] = people;
    });
    [counts[stage], other[stage], intersections[stage]] = [byGroup!, byAnswer!, both!];
  }
  const characteristic = "gender" as const;
  return { scheme: "ew-2021" as const, counts, other: { characteristic, counts: other }, intersections };
}

test("a crossed round of 400 applicants comes out crossed, nearly all its large figures shown, no small one narrowed", async () => {
  const solver = await loadIntervalSolver();
  const roll = dice(400);
  let [large, shown, crossedShown, asked] = [0, 0, 0, 0];
  for (let index = 0; index < 20; index += 1) {
    const { figures, held, ledger } = releaseRound("s", "2026-01-01", crossedRound(roll), []);
    expect(held).toBeNull();
    expect(figures.rows.map(({ id }) => id)).toContain("group:black|woman");
    const release = ledger[0]!;
    for (const [id, cell] of Object.entries(figures.cells)) {
      if ((release.counts[id] ?? 0) <= 7) continue;
      large += 1;
      shown += Number(cell.kind === "rounded");
      if (cell.kind === "rounded" && id.split("|").length === 3) crossedShown += 1;
    }
    if (index % 10 !== 0) continue;
    const { system, unknown } = attack([{ ...release, joined: 0, left: 0 }], "rounded");
    const small = Object.entries(release.cells).filter(([, { rule }]) => rule.startsWith("small"));
    for (const [id] of small.filter((_, place) => place % 4 === 0)) {
      asked += 1;
      const { lower, upper } = solver(system, unknown(0, id));
      expect(upper - lower + 1, `round ${index}, ${id}`).toBeGreaterThanOrEqual(PROMISED_VALUES);
    }
  }
  console.log({ keptOfLarge: shown / large, crossedShownEach: crossedShown / 20, asked });
  expect(shown / large).toBeGreaterThan(0.9);
  expect(crossedShown / 20).toBeGreaterThan(8);
}, 120_000);

test("7 people in 7 groups: zeros are hidden with them, under one rule, so that nobody is told apart", () => {
  const one = {
    white_british: 1,
    asian_indian: 1,
    black_african: 1,
    mixed_other: 1,
    other_any: 1,
    self_described: 1,
    not_recorded: 1,
  };
  const counts = { ...nothingCounted(), appointed: one };
  const round = { scheme: "ew-2021" as const, counts, other: null, intersections: null };
  const { figures, held } = releaseRound("s", "2026-01-01", round, []);
  expect(held).toBeNull();
  const rules = new Set(Object.values(figures.cells).map(({ rule }) => rule));
  expect(rules.has("small")).toBe(false);
  expect(rules.has("small-or-none")).toBe(true);
});
