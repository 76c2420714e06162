import { NO_GROUP } from "./category.ts";
import { choicesOf } from "./characteristics.ts";
import { STAGES, type CountsByCategory, type Round } from "./round.ts";
import { SCHEMES } from "./schemes.ts";

type Problem = { readonly path: string; readonly message: string };
type Tables = Pick<Round, "scheme" | "counts" | "international" | "other" | "intersections">;

/** Groups that are not in the round's own list: a slip, or counts made under another list. */
export function unknownGroups({ scheme, counts, international, other }: Tables): Problem[] {
  const { categories, name } = SCHEMES[scheme];
  const fives = categories.every(({ five }) => five) ? categories.map(({ five }) => `five:${five}`) : [];
  const known = new Set([...categories.map(({ id }) => id), ...fives, ...Object.keys(NO_GROUP)]);
  const answers = new Set(other ? choicesOf(other.characteristic).map(({ id }) => id) : []);
  const strange = (
    path: string,
    tables: Round["counts"] | null,
    allowed: ReadonlySet<string>,
    list: string,
  ) =>
    STAGES.flatMap((stage) => Object.keys(tables?.[stage] ?? {}))
      .filter((id, index, all) => !allowed.has(id) && all.indexOf(id) === index)
      .map((id) => ({ path, message: `“${id}” is not a group of ${list}; use that list for all counts.` }));
  return [
    ...strange("counts", counts, known, name),
    ...strange("international", international, known, name),
    ...strange("other", other?.counts ?? null, answers, "the other characteristic"),
  ];
}

/**
 * The other characteristic and the intersections count the same people as the ethnic groups, at the same stages: their
 * sums have to agree, or what is published of one would not protect the other.
 */
export function crossProblems(
  { counts, international, other, intersections }: Tables,
  nameOf: (id: string) => string = (id) => id,
): Problem[] {
  const problems: Problem[] = [];
  const say = (path: string, message: string) => problems.push({ path, message });
  if (intersections && !other)
    say("intersections", "Count the other characteristic too: intersections are people counted by both.");
  for (const stage of STAGES) {
    const people = counts[stage];
    const words = stage.replaceAll("_", " ");
    if (people && international?.[stage])
      for (const [id, abroad] of Object.entries(international[stage]))
        if (abroad > (people[id] ?? 0))
          say(
            "international",
            `${nameOf(id)}, ${words}: ${abroad} from abroad but only ${people[id] ?? 0} in all.`,
          );
    for (const [path, table] of [
      ["other", other?.counts],
      ["intersections", intersections],
    ] as const) {
      if (!table || Boolean(table[stage]) === Boolean(people)) continue;
      say(path, `Count it at the same stages as ethnic group: “${words}” is counted in one only.`);
    }
    if (!people) continue;
    const theirs = other?.counts[stage];
    if (theirs && sum(theirs) !== sum(people))
      say(
        "other",
        `At “${words}” it counts ${sum(theirs)} people and ethnic group ${sum(people)}. Put those not known under “Not recorded”.`,
      );
    const both = intersections?.[stage];
    if (both && theirs)
      for (const [side, totals] of [people, theirs].entries())
        for (const [id, total] of Object.entries(totals)) {
          const parts = sumOfSide(both, side, id);
          if (parts !== total)
            say(
              "intersections",
              `${nameOf(id)}, ${words}: the intersections add up to ${parts}, not ${total}.`,
            );
        }
    if (both && sum(both) !== sum(people))
      say("intersections", `At “${words}” they count ${sum(both)} people and ethnic group ${sum(people)}.`);
  }
  return problems;
}

function sum(counts: CountsByCategory): number {
  return Object.values(counts).reduce((total, people) => total + people, 0);
}

function sumOfSide(both: CountsByCategory, side: number, id: string): number {
  return Object.entries(both).reduce(
    (total, [pair, people]) => (pair.split("|")[side] === id ? total + people : total),
    0,
  );
}
