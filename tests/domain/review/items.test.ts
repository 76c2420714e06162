import { describe, expect, it } from "vitest";
import { builtInInstruments } from "#app/domain/audit/built-in.ts";
import type { Level } from "#app/domain/audit/instrument.ts";
import type { Voice } from "#app/domain/audit/answer.ts";
import { decisionItems } from "#app/domain/review/decision-items.ts";
import { auditItems, unspentItems } from "#app/domain/review/items.ts";
import { publicDecision } from "#app/domain/review/public.ts";
import { isAccepted, type Review, standing } from "#app/domain/review/review.ts";

describe("money in a ring-fenced fund", () => {
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
  // Of 365 days, 182 are over on 1 July: half the time, and a fifth of the money.
  it("is named when it lags a quarter of its period behind", () => {
    expect(unspentItems([fund], "/f", "2026-07-01")).toMatchObject([
      { concern: "money-unspent", because: expect.stringContaining("£80 of £100") },
    ]);
  });
  it.each([
    ["keeps pace", { spent: 30_00 }],
    ["is another kind of fund", { kind: "project" }],
    ["has not begun", { startsOn: "2026-08-01" }],
    ["is empty", { held: 0 }],
  ])("is not named when it %s", (_, change) => {
    expect(unspentItems([{ ...fund, ...change }], "/f", "2026-07-01")).toEqual([]);
  });
});

describe("gaps that widened between two rounds", () => {
  const instrument = builtInInstruments[0]!;
  const say = (question: string, voice: Voice, level: Level) =>
    [1, 2, 3].map((person) => ({
      voice,
      person: `${voice} ${person}`,
      answer: { question, level, evidence: "", evidenceOn: null, note: "" },
    }));
  const round = (levels: Partial<Record<Voice, Level>>) => ({
    id: "r",
    instrument,
    closedOn: "2026-05-01",
    given: Object.entries(levels).flatMap(([voice, level]) => say("feedback-loops", voice as Voice, level)),
  });
  const before = round({ team: "trying", board: "trying", "co-producers": "talking", partners: "trying" });
  const after = round({
    team: "practised",
    board: "practised",
    "co-producers": "talking",
    partners: "trying",
  });

  it("are one item for each question, whichever voices they lie between", () => {
    expect(auditItems([before, after], "/audit", "2026-05-02")).toMatchObject([
      {
        concern: "perception-gap-widening",
        because:
          "Team and co-producers: 1 level apart before, 2 now. Board and co-producers: 1 level apart before, 2 now. Team and partners: 0 levels apart before, 1 now. Board and partners: 0 levels apart before, 1 now.",
      },
    ]);
  });
  it("are told in one sentence where only one widened", () => {
    const two = { team: "practised", "co-producers": "talking" } as const;
    expect(
      auditItems([round({ team: "trying", "co-producers": "talking" }), round(two)], "/audit", "2026-05-02"),
    ).toMatchObject([{ because: "Team and co-producers: 1 level apart before, 2 now." }]);
  });
});

describe("an action that the board required", () => {
  const asked = {
    commitmentId: "c",
    title: "Pay",
    decision: "require-action",
    text: "Pay the ten who wait.",
    decidedOn: "2026-04-01",
    actionBy: "2026-05-01",
    answered: false,
  } as const;
  it("is overdue on the day after, until it is answered", () => {
    expect(decisionItems([asked], "/c", "2026-05-01")).toMatchObject([{ concern: "answer-owed" }]);
    expect(decisionItems([asked], "/c", "2026-05-02")).toMatchObject([
      { concern: "action-overdue", since: "2026-05-02" },
    ]);
    for (const day of ["2026-05-01", "2026-05-02"])
      expect(decisionItems([{ ...asked, answered: true }], "/c", day)).toEqual([]);
  });
  const decided = {
    commitment: "c",
    decision: "require-action" as const,
    text: "Pay them.",
    decidedOn: "2026-04-01",
    actionBy: "2026-05-01",
    answeredOn: null,
    answer: null,
    publish: false,
  };
  it("shows in public once it is late, without the board's words", () => {
    expect(publicDecision(decided, "2026-05-01")).toBeUndefined();
    expect(publicDecision(decided, "2026-05-02")).toMatchObject({ text: null, actionBy: "2026-05-01" });
    const answered = { ...decided, answeredOn: "2026-05-03", answer: "Done." };
    expect(publicDecision(answered, "2027-01-01")).toMatchObject({ text: null, answer: null });
    expect(publicDecision({ ...answered, answeredOn: "2026-05-01" }, "2027-01-01")).toBeUndefined();
    expect(publicDecision({ ...decided, publish: true }, "2026-04-02")).toMatchObject({ text: "Pay them." });
  });
});

describe("the decision that counts", () => {
  const say = (decision: Review["decision"], reviewerId = "r", seen = "now") => ({
    decision,
    reviewerId,
    seen,
  });
  it("is the latest that is more than a question", () => {
    expect(standing([say("accept"), say("question")], "now")?.review.decision).toBe("accept");
    expect(standing([say("question")], "now")).toBeUndefined();
  });
  it("lets a later return take an acceptance back", () => {
    expect(isAccepted([say("accept")], "now", "editor")).toBe(true);
    expect(isAccepted([say("accept"), say("return", "other")], "now", "editor")).toBe(false);
    expect(isAccepted([say("accept", "editor")], "now", "editor")).toBe(false);
    expect(isAccepted([say("accept", "r", "before")], "now", "editor")).toBe(false);
  });
});
