import { describe, expect, it } from "vitest";
import { addDays } from "#app/domain/dates/days.ts";
import {
  agenda,
  type AgendaItem,
  byConcern,
  concernQuestions,
  concerns,
  concernWords,
} from "#app/domain/review/agenda.ts";
import { claimItems } from "#app/domain/review/claim-items.ts";
import { decisionItems } from "#app/domain/review/decision-items.ts";
import { unspentItems, workItems } from "#app/domain/review/items.ts";
import { owedItems } from "#app/domain/review/owed-items.ts";
import { protectedItems } from "#app/domain/review/protected-items.ts";
import type { Decision } from "#app/domain/review/review.ts";
import { sessionItems } from "#app/domain/review/session-items.ts";

const promised = {
  statusReason: "Begun.",
  startOn: "2026-01-01",
  lastWordOn: "2026-05-01",
  evidence: 1,
  movedTargets: [],
  attested: false,
} as const;
const review = (
  commitmentId: string,
  decision: Decision,
  decidedOn: string,
  actionBy: string | null = null,
) => ({
  commitmentId,
  title: `Commitment ${commitmentId}`,
  decision,
  text: "In their words.",
  decidedOn,
  actionBy,
  answered: false,
});

/** The board of an organisation on 1 June 2026; it met on 1 May 2026. */
function whole(today: string): AgendaItem[] {
  return [
    ...workItems(
      [
        {
          ...promised,
          id: "a",
          title: "Late since April",
          status: "under-way",
          statusOn: "2026-01-05",
          dueOn: "2026-03-31",
        },
        {
          ...promised,
          id: "b",
          title: "Due today",
          status: "under-way",
          statusOn: "2026-01-05",
          dueOn: today,
        },
        {
          ...promised,
          id: "c",
          title: "Stalled in May",
          status: "stalled",
          statusOn: "2026-05-10",
          dueOn: "2026-12-31",
        },
        {
          ...promised,
          id: "d",
          title: "Given up",
          status: "dropped",
          statusOn: "2026-02-01",
          dueOn: "2026-03-31",
        },
      ],
      "/c",
      today,
    ),
    ...decisionItems(
      [
        review("e", "escalate", "2026-05-02"),
        // Settled since, so that nothing is left for the whole board.
        review("f", "escalate", "2026-04-02"),
        review("f", "question", "2026-05-03", "2026-06-20"),
        review("f", "accept", "2026-05-04"),
        review("g", "require-action", "2026-04-01", "2026-05-30"),
      ],
      "/c",
      today,
    ),
    ...sessionItems(
      [
        {
          sessionId: "s",
          title: "Workshop",
          on: "2026-06-26",
          status: "planned",
          name: "Ashura",
          reason: "They chose it.",
          acceptedOn: "2026-04-20",
        },
        {
          sessionId: "s",
          title: "Workshop",
          on: "2026-06-26",
          status: "planned",
          name: "Shabbat",
          reason: "They chose it.",
          acceptedOn: "2026-04-20",
        },
        {
          sessionId: "t",
          title: "Called off",
          on: "2026-05-27",
          status: "called-off",
          name: "Eid al-Adha",
          reason: "-",
          acceptedOn: "2026-04-20",
        },
        {
          sessionId: "u",
          title: "Long ago",
          on: "2025-06-01",
          status: "held",
          name: "Shavuot",
          reason: "-",
          acceptedOn: "2025-04-20",
        },
      ],
      "/s",
      today,
    ),
    ...owedItems(
      {
        loops: [
          { id: "l", answerBy: "2026-05-29", late: "answer", disputedSince: null, stepBy: null },
          { id: "m", answerBy: "2026-02-01", late: "step", disputedSince: null, stepBy: "2026-05-15" },
          { id: "n", answerBy: "2026-02-01", late: null, disputedSince: "2026-01-20", stepBy: null },
        ],
        cases: [
          { id: "x", kind: "challenge", answerBy: "2026-05-31" },
          { id: "y", kind: "ask", answerBy: today },
        ],
      },
      "/f",
      today,
    ),
    ...claimItems(
      {
        claims: [
          { id: "h", title: "Done, disputed", status: "done", statusOn: "2026-01-10" },
          { id: "i", title: "Done, agreed", status: "done", statusOn: "2026-01-10" },
          { id: "j", title: "Done, not asked", status: "done", statusOn: "2026-05-01" },
        ],
        rounds: [
          {
            commitmentId: "h",
            openedOn: "2026-05-05",
            tally: { kept: 3, partly: 1, "not-kept": 2, "cannot-tell": 0, answered: 6 },
          },
          // Asking again washes nothing away while too few have answered.
          { commitmentId: "h", openedOn: "2026-05-20", tally: null },
          {
            commitmentId: "i",
            openedOn: "2026-02-05",
            tally: { kept: 4, partly: 1, "not-kept": 2, "cannot-tell": 0, answered: 7 },
          },
        ],
        published: [],
      },
      "/c",
    ),
    ...protectedItems(
      [
        { answerBy: "2026-05-20", late: true },
        { answerBy: "2026-07-20", late: false },
      ],
      "/p",
    ),
  ];
}

describe("the agenda of one board, worked by hand", () => {
  it("holds what it should and nothing else, ranked, with what is new since the last meeting", () => {
    expect(
      agenda(whole("2026-06-01"), "2026-05-01").map(({ concern, title, since, isNew }) => [
        concern,
        title,
        since,
        isNew,
      ]),
    ).toEqual([
      ["escalated", "Commitment e", "2026-05-02", true],
      // The claim is old and the dispute is new: the dispute is what the board has not seen.
      ["claim-disputed", "Something people told us", "2026-01-20", false],
      ["claim-disputed", "Done, disputed", "2026-05-05", true],
      ["action-overdue", "Commitment g", "2026-05-31", true],
      ["overdue", "Late since April", "2026-04-01", false],
      ["challenge-unanswered", "Something people told us", "2026-05-16", true],
      ["challenge-unanswered", "A protected challenge", "2026-05-21", true],
      ["challenge-unanswered", "Something people told us", "2026-05-30", true],
      ["challenge-unanswered", "A challenge from outside", "2026-06-01", true],
      ["stalled", "Stalled in May", "2026-05-10", true],
      // Claimed on the day of the meeting: nobody knows whether it was talked about.
      ["claim-not-attested", "Done, not asked", "2026-05-01", true],
      // Accepted before the last meeting, for a session that is still to come: not new.
      ["conflict-accepted", "Workshop", "2026-04-20", false],
      ["answer-owed", "Commitment f", "2026-05-03", true],
    ]);
  });
  it("explains each point in a sentence", () => {
    const all = agenda(whole("2026-06-01"), null);
    for (const { because } of all) expect(because).toMatch(/^[A-Z].*[.]$/);
    expect(all.map(({ because }) => because)).toEqual(
      expect.arrayContaining([
        "It was due on 31 March 2026, 62 days ago.",
        "We say since 10 January 2026 that it is done. The people affected do not agree: 3 say kept, 1 partly, 2 not kept.",
        "On 26 June 2026, which meets Ashura, Shabbat. The reason given: They chose it.",
        "The board required an action, owed by 30 May 2026: In their words.",
      ]),
    );
    expect(all.every(({ isNew }) => isNew)).toBe(true);
  });
  it("has words for every concern", () => {
    for (const concern of concerns) expect(concernWords[concern]).toBeTruthy();
  });
});

describe("money that lags", () => {
  // 365 days; a fifth is used, so that a quarter of lag is reached when 45 % of the days have gone: the 165th, 14 June.
  const fund = {
    id: "f",
    title: "Taking part",
    kind: "ring-fenced",
    startsOn: "2026-01-01",
    endsOn: "2026-12-31",
    held: 100_00,
    spent: 10_00,
    committed: 10_00,
  };
  it("is on the agenda from the first day on which it lags, and says since when", () => {
    expect(unspentItems([fund], "/f", "2026-06-13")).toEqual([]);
    for (const day of ["2026-06-14", "2026-09-01", "2027-02-01"])
      expect(unspentItems([fund], "/f", day)).toMatchObject([{ since: "2026-06-14" }]);
  });
  it("never began to lag after the day it is told of", () => {
    for (let used = 0; used <= 75_00; used += 1_37)
      for (let day = 0; day < 400; day += 13) {
        const today = addDays("2026-01-01", day);
        for (const { since } of unspentItems([{ ...fund, spent: used, committed: 0 }], "/f", today)) {
          expect(since <= today).toBe(true);
          expect(unspentItems([{ ...fund, spent: used, committed: 0 }], "/f", addDays(since, -1))).toEqual(
            [],
          );
        }
      }
  });
});

describe("the agenda by concern", () => {
  const items = agenda(whole("2026-06-01"), "2026-05-01");
  it("keeps every point and its order, and asks each question once", () => {
    const groups = byConcern(items);
    expect(groups.flatMap((group) => group.items)).toEqual(items);
    expect(new Set(groups.map(({ concern }) => concern)).size).toBe(groups.length);
  });
  it("asks something different of every concern", () => {
    const asked = concerns.map((concern) => concernQuestions[concern]);
    expect(new Set(asked).size).toBe(concerns.length);
    for (const question of asked) expect(question).toMatch(/\?$/);
  });
});
