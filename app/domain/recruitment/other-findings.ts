import type { Benchmark } from "./benchmark.ts";
import { listGroups, type ListId } from "./benchmark-list.ts";
import { characteristicName, OTHER_RELIGIONS, type Characteristic } from "./characteristics.ts";
import { bar } from "./finding-bar.ts";
import { relativeLikelihood } from "./likelihood.ts";
import { shareNotRecorded } from "./not-recorded.ts";
import { representation } from "./representation.ts";
import { STAGES, type Round } from "./round.ts";
import type { RoundFinding } from "./round-findings.ts";
import { countSelection, type Selection } from "./selection.ts";
import { stageTitle, stageWords } from "./stage-words.ts";

/** What the round tells by its other characteristic: who was found, against the benchmark where there is one, and who went on. */
export function otherFindings({ other }: Round, benchmark: Benchmark<ListId> | null): RoundFinding[] {
  if (!other) return [];
  const { characteristic, counts } = other;
  const stages = STAGES.filter((stage) => counts[stage]);
  const at = counts.appointed ? "appointed" : stages.at(-1);
  if (!at) return [];
  const name = characteristicName(characteristic);
  const people = counts[at] ?? {};
  const fits = benchmark?.scheme === characteristic ? benchmark : null;
  const groups = answerGroups(characteristic, fits);
  const known = groups.filter((group) => countSelection(people, group).x > 0 || fits);
  const first = stages[0]!;
  const none = shareNotRecorded(counts[first] ?? {});
  return [
    {
      id: `other-${characteristic}`,
      title: `${name}, ${stageWords(at)}`,
      sentences: [
        ...(fits
          ? known.map((group) => `${stageTitle(at)}: ${representation(people, fits, group).sentence}`)
          : [
              `No benchmark counts people by ${name.toLowerCase()} yet: add the people you serve to compare.`,
            ]),
        `${none.notRecorded} of ${none.all} people ${stageWords(first)} have no answer recorded, and ${none.preferNotToSay} preferred not to say. Neither is in these shares.`,
      ],
      bars: known.map((group) => {
        const { x, n } = countSelection(people, group);
        return bar(group.label, x, n);
      }),
      mark: null,
    },
    ...stages.slice(1).map((to, index): RoundFinding => {
      const from = stages[index]!;
      const all = answerGroups(characteristic, null);
      const here = all.filter((group) => countSelection(counts[from] ?? {}, group).x > 0);
      const compared = here.flatMap((group) => {
        const rest = everyoneElse(all, group);
        const found = relativeLikelihood(counts, from, to, group, rest);
        // Of two answers, one comparison says both.
        return found && !(here.length === 2 && group === here[1]) ? [found.sentence] : [];
      });
      return {
        id: `other-step-${from}-${to}`,
        title: `From ${stageWords(from)} to ${stageWords(to)}, by ${name.toLowerCase()}`,
        sentences: here.length > 1 ? compared : ["Only one answer was given, so nothing can be compared."],
        bars: here.map((group) => {
          const [moved, of] = [to, from].map((stage) => countSelection(counts[stage] ?? {}, group).x);
          return bar(group.label, moved!, of!);
        }),
        mark: null,
      };
    }),
  ];
}

/** The answers apart; or, where the benchmark counts several religions as one, the same ones together here too. */
function answerGroups(characteristic: Characteristic, benchmark: Benchmark<ListId> | null): Selection[] {
  const apart = listGroups(characteristic).map((one): Selection => ({ ...one, ids: [one.id] }));
  if (!benchmark || !(OTHER_RELIGIONS.id in benchmark.counts)) return apart;
  const { id, parts, ...words } = OTHER_RELIGIONS;
  const together = new Set<string>(parts);
  return [
    ...apart.filter(({ ids }) => !ids.some((one) => together.has(one))),
    { ...words, ids: [...parts, id] },
  ];
}

function everyoneElse(all: readonly Selection[], group: Selection): Selection {
  return {
    label: "Everyone else",
    people: "everyone else whose answer is known",
    ids: all.filter((one) => one !== group).flatMap(({ ids }) => ids),
  };
}
