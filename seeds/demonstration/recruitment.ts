import type { Stage } from "#app/domain/recruitment/round.ts";
import { addDays } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { nothingCounted, type RoundFacts, type RoundTables } from "#app/domain/recruitment/round-input.ts";
import { previewPublication, publish } from "#db/publishing.server.ts";
import { addBenchmark } from "#db/recruitment-benchmark.server.ts";
import { previewRelease, releaseFigures } from "#db/recruitment-release.server.ts";
import { countRound, openRound, requireRound } from "#db/recruitment.server.ts";

type Told = {
  facts: Omit<RoundFacts, "openedOn" | "closedOn" | "scheme">;
  opened: number;
  closed: number;
  tables: Partial<RoundTables>;
};

const practice = {
  trustedPartners: [],
  advertPlaces: ["Our website", "Staff newsletter"],
  paidInterview: false,
  anonymisedShortlisting: false,
  diversePanel: false,
  accessibleFormats: [],
  criteriaSetBy: "The recruiting manager",
};

/** Women, men, and people whose gender is not recorded. */
type ByGender = readonly [woman: number, man: number, notRecorded: number];

/** A round counted by ethnic group and gender at once: both tables and their crossing come from the same people. */
function byGender(stages: Partial<Record<Stage, Record<string, ByGender>>>): Partial<RoundTables> {
  const [counts, gender, intersections] = [nothingCounted(), nothingCounted(), nothingCounted()];
  const answers = ["woman", "man", "not_recorded"] as const;
  for (const [stage, groups] of Object.entries(stages) as [Stage, Record<string, ByGender>][]) {
    const cells = Object.entries(groups).flatMap(([group, people]) =>
      answers.map((answer, index) => ({ group, answer, people: people[index]! })),
    );
    const sums = (keyOf: (cell: (typeof cells)[number]) => string) => {
      const found: Record<string, number> = {};
      for (const cell of cells) found[keyOf(cell)] = (found[keyOf(cell)] ?? 0) + cell.people;
      return found;
    };
    counts[stage] = sums(({ group }) => group);
    gender[stage] = sums(({ answer }) => answer);
    intersections[stage] = sums(({ group, answer }) => `${group}|${answer}`);
  }
  return { counts, other: { characteristic: "gender", counts: gender }, intersections };
}

/** Eight rounds for the board, [applied, appointed] of White people and of all other groups, oldest first: enough to tell change. */
const boardRounds = [
  [14, 3, 4, 1],
  [12, 3, 5, 1],
  [15, 4, 6, 1],
  [11, 3, 4, 0],
  [13, 3, 6, 1],
  [12, 3, 7, 1],
  [10, 2, 8, 2],
  [9, 1, 11, 3],
] as const;

/** Three uneven rounds: one too small to publish much of, one that lost people on the way, one that did better and kept some. */
const rounds: Told[] = [
  {
    facts: { title: "Patient involvement group, first round", body: "coproduction_group", practice },
    opened: 520,
    closed: 480,
    tables: {
      counts: {
        ...nothingCounted(),
        applied: {
          white_british: 96,
          white_other: 12,
          asian_pakistani: 24,
          black_african: 19,
          mixed_other: 4,
          not_recorded: 31,
        },
        shortlisted: {
          white_british: 58,
          white_other: 6,
          asian_pakistani: 8,
          black_african: 6,
          mixed_other: 1,
          not_recorded: 12,
        },
        appointed: {
          white_british: 29,
          white_other: 3,
          asian_pakistani: 2,
          black_african: 1,
          not_recorded: 4,
        },
        there_after_6_months: {
          white_british: 27,
          white_other: 3,
          asian_pakistani: 1,
          black_african: 1,
          not_recorded: 3,
        },
        there_after_12_months: {
          white_british: 24,
          white_other: 3,
          asian_pakistani: 1,
          black_african: 1,
          not_recorded: 2,
        },
      },
    },
  },
  {
    facts: {
      title: "Team leading the group",
      body: "leading_team",
      practice: { ...practice, anonymisedShortlisting: true },
    },
    opened: 300,
    closed: 260,
    tables: {
      counts: {
        ...nothingCounted(),
        applied: {
          white_british: 21,
          asian_indian: 6,
          black_caribbean: 5,
          other_arab: 2,
          prefer_not_to_say: 3,
        },
        shortlisted: { white_british: 8, asian_indian: 2, black_caribbean: 2, other_arab: 1 },
        appointed: { white_british: 3, black_caribbean: 1 },
      },
    },
  },
  {
    facts: {
      title: "Patient involvement group, second round",
      body: "coproduction_group",
      practice: {
        ...practice,
        trustedPartners: ["Riverside Mosque", "Northgate Caribbean Association"],
        paidInterview: true,
        anonymisedShortlisting: true,
        diversePanel: true,
        accessibleFormats: ["Easy Read", "Urdu audio"],
        criteriaSetBy: "Six members of the group",
      },
    },
    opened: 150,
    closed: 100,
    tables: byGender({
      reached: {
        white_british: [118, 86, 6],
        white_other: [17, 12, 1],
        asian_pakistani: [62, 61, 7],
        black_african: [51, 33, 6],
        black_caribbean: [24, 13, 3],
        mixed_other: [12, 9, 1],
        not_recorded: [26, 27, 7],
      },
      applied: {
        white_british: [37, 23, 2],
        white_other: [7, 4, 0],
        asian_pakistani: [25, 21, 2],
        black_african: [24, 11, 2],
        black_caribbean: [10, 4, 1],
        mixed_other: [5, 4, 0],
        not_recorded: [4, 4, 1],
      },
      shortlisted: {
        white_british: [22, 13, 1],
        white_other: [4, 2, 0],
        asian_pakistani: [15, 11, 1],
        black_african: [13, 6, 0],
        black_caribbean: [6, 2, 0],
        mixed_other: [3, 2, 0],
        not_recorded: [1, 2, 1],
      },
      appointed: {
        white_british: [12, 7, 0],
        white_other: [2, 1, 0],
        asian_pakistani: [8, 5, 0],
        black_african: [6, 3, 0],
        black_caribbean: [3, 1, 0],
        mixed_other: [1, 1, 0],
      },
    }),
  },
];

/** Recruitment of an invented organisation, through the same operations as the app, published today. Days are counted back from today. */
export async function seedRecruitment(scope: Scope, today: string): Promise<void> {
  const day = (ago: number) => addDays(today, -ago);
  await addBenchmark(scope, {
    kind: "served",
    scheme: "ew-2021",
    place: "people who use our community services",
    source: "Invented: patient records",
    on: day(540),
    lookAgainOn: day(-9),
    counts: {
      white_british: 5210,
      white_other: 640,
      asian_pakistani: 2110,
      black_african: 1190,
      black_caribbean: 560,
      mixed_other: 420,
    },
  });
  for (const { facts, opened, closed, tables } of rounds) {
    const on = day(closed);
    const whole = { ...facts, scheme: "ew-2021" as const, openedOn: day(opened), closedOn: on };
    const id = await openRound(scope, whole, on);
    await countRound(scope, id, 1, tables, on);
    const { held } = await previewRelease(scope, id, on);
    // So small a round has nothing that could be shown.
    if (held !== null) continue;
    const { version } = await requireRound(scope, id);
    await releaseFigures(scope, id, version, on);
  }
  for (const [index, [white, whiteChosen, others, othersChosen]] of boardRounds.entries()) {
    const on = day(1600 - 200 * index);
    const facts = {
      title: `Board, round ${index + 1}`,
      body: "board" as const,
      scheme: "ew-2021" as const,
      openedOn: addDays(on, -40),
      closedOn: on,
      practice,
    };
    const id = await openRound(scope, facts, on);
    const counts = {
      ...nothingCounted(),
      applied: { white_british: white, black_african: others },
      shortlisted: { white_british: whiteChosen + 2, black_african: othersChosen + 2 },
      appointed: { white_british: whiteChosen, black_african: othersChosen },
    };
    // For members alone: so few people are not published.
    await countRound(scope, id, 1, { counts }, on);
  }
  const { fingerprint } = await previewPublication(scope);
  await publish(scope, { fingerprint, reasons: {} });
}
