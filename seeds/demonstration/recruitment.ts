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
    tables: {
      counts: {
        ...nothingCounted(),
        reached: {
          white_british: 210,
          white_other: 30,
          asian_pakistani: 130,
          black_african: 90,
          black_caribbean: 40,
          mixed_other: 22,
          not_recorded: 60,
        },
        applied: {
          white_british: 62,
          white_other: 11,
          asian_pakistani: 48,
          black_african: 37,
          black_caribbean: 15,
          mixed_other: 9,
          not_recorded: 9,
        },
        shortlisted: {
          white_british: 36,
          white_other: 6,
          asian_pakistani: 27,
          black_african: 19,
          black_caribbean: 8,
          mixed_other: 5,
          not_recorded: 4,
        },
        appointed: {
          white_british: 19,
          white_other: 3,
          asian_pakistani: 13,
          black_african: 9,
          black_caribbean: 4,
          mixed_other: 2,
        },
      },
      other: {
        characteristic: "gender",
        counts: {
          ...nothingCounted(),
          reached: { man: 241, woman: 310, not_recorded: 31 },
          applied: { man: 71, woman: 112, not_recorded: 8 },
          shortlisted: { man: 38, woman: 64, not_recorded: 3 },
          appointed: { man: 18, woman: 32 },
        },
      },
    },
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
  const { fingerprint } = await previewPublication(scope);
  await publish(scope, { fingerprint, reasons: {} });
}
