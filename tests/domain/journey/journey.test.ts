import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { foldJourney } from "#app/domain/journey/journey.ts";
import { emptyState, foldEntries } from "#app/domain/record/state.ts";
import {
  answeredId,
  answersId,
  attestation,
  measure,
  organisation,
  payId,
  promise,
  recorded,
  status,
  update,
  withdrawal,
  type Written,
} from "./record.ts";

const today = "2026-06-30";
const journeyOf = (entries: Written[], on = today) =>
  foldJourney(foldEntries(emptyState, recorded(entries)), on)!;
const opened = [organisation("2025-01-06"), promise(answersId, "Answer people", "2025-01-06", "2026-06-12")];

describe("foldJourney", () => {
  it("is nothing before the record says whose it is", () => {
    expect(foldJourney(emptyState, today)).toBeUndefined();
  });

  it("counts days overdue while a promise is open, and none once it is done", () => {
    const owing = journeyOf([...opened, status(answersId, "under-way", "2025-02-01")]);
    expect(owing.commitments[0]!.standing).toMatchObject({ overdueDays: 18, mark: "overdue" });
    expect(owing.owed.map(({ title }) => title)).toEqual(["Answer people"]);
    const done = journeyOf([...opened, status(answersId, "done", "2026-06-20")]);
    expect(done.commitments[0]!.standing).toMatchObject({ overdueDays: 0, mark: "done-claimed" });
    expect(done.owed).toEqual([]);
  });

  it("is not overdue on the day it is due", () => {
    expect(journeyOf(opened, "2026-06-12").figures.overdue).toBe(0);
    expect(journeyOf(opened, "2026-06-13").figures.overdue).toBe(1);
  });

  it("remembers since when a promise is stalled, although the reason was reworded", () => {
    const { commitments, figures } = journeyOf([
      ...opened,
      status(answersId, "under-way", "2025-02-01"),
      status(answersId, "stalled", "2025-07-01"),
      status(answersId, "stalled", "2025-09-01"),
    ]);
    expect(commitments[0]!.standing.stalledSince).toBe("2025-07-01");
    expect(figures.stalled).toBe(1);
  });

  it("keeps a claim of done apart from what the people affected say", () => {
    const claimed = [...opened, status(answersId, "done", "2026-01-10")];
    const heard = (answers: Parameters<typeof attestation>[1]) =>
      journeyOf([...claimed, attestation(answersId, answers, "2026-02-10")]).figures;
    expect(journeyOf(claimed).figures).toMatchObject({ done: 1, agreed: 0, disputed: 0, unheard: 1 });
    expect(heard({ kept: 7, partly: 1, notKept: 1, cannotTell: 0 })).toMatchObject({
      done: 1,
      agreed: 1,
      unheard: 0,
    });
    expect(heard({ kept: 4, partly: 2, notKept: 2, cannotTell: 0 })).toMatchObject({
      done: 1,
      agreed: 0,
      disputed: 1,
    });
    expect(heard(null)).toMatchObject({ done: 1, agreed: 0, disputed: 0, unheard: 1 });
  });

  it("keeps every target as a step and counts lowered and raised apart", () => {
    const { commitments, figures, timeline } = journeyOf([
      ...opened,
      measure(80, "2025-12-31", "2025-01-06"),
      measure(60, "2026-06-30", "2025-10-01", "We began late."),
      measure(70, "2026-06-30", "2026-01-10"),
    ]);
    expect(commitments[0]!.measures[0]!.targets.map(({ from, target }) => [from, target!.value])).toEqual([
      ["2025-01-06", 80],
      ["2025-10-01", 60],
      ["2026-01-10", 70],
    ]);
    expect(figures).toMatchObject({ targetsLowered: 1, targetsRaised: 1, datesMovedLater: 1 });
    const lowered = timeline.find(({ word }) => word === "Target lowered");
    expect(lowered).toMatchObject({
      title: "Answered within 8 weeks",
      reason: "We began late.",
      group: "changes",
    });
    expect(lowered!.differences[0]).toMatchObject({
      was: "80%",
      now: "60%",
    });
  });

  it("tells the story newest first, with both dates, and marks what was recorded more than 30 days late", () => {
    const { timeline } = journeyOf([
      ...opened,
      status(answersId, "under-way", "2025-02-01", "2025-03-03"),
      status(answersId, "stalled", "2025-02-01", "2025-03-04"),
    ]);
    expect(timeline.map(({ index }) => index)).toEqual([3, 2, 1, 0]);
    expect(timeline[1]).toMatchObject({ on: "2025-02-01", recordedOn: "2025-03-03", late: false });
    expect(timeline[0]).toMatchObject({ recordedOn: "2025-03-04", late: true });
  });

  it("leaves a tombstone and a moment of its own where words were withdrawn", () => {
    const { timeline } = journeyOf([
      ...opened,
      update("learning", "Somebody’s words", "2025-03-01"),
      withdrawal("update:Somebody’s words", 2, "2025-04-01"),
    ]);
    expect(timeline.map(({ index }) => index)).toEqual([3, 2, 1, 0]);
    expect(timeline[1]).toMatchObject({ title: "Withdrawn words", withdrawn: { on: "2025-04-01" } });
    expect(timeline[1]!.text).toBeUndefined();
    expect(JSON.stringify(timeline)).not.toContain("What happened.");
  });

  it("draws a thread as stretches of days, overdue only while it was", () => {
    const { lanes } = journeyOf([
      organisation("2025-01-06"),
      promise(answersId, "Answer people", "2025-01-06", "2025-06-30"),
      status(answersId, "under-way", "2025-02-01"),
      promise(answersId, "Answer people", "2025-08-01", "2026-12-31", "We began late."),
      status(answersId, "stalled", "2026-01-10"),
    ]);
    expect(lanes[0]!.stretches).toEqual([
      { from: "2025-02-01", to: "2025-06-30", style: "under-way" },
      { from: "2025-06-30", to: "2025-08-01", style: "overdue" },
      { from: "2025-08-01", to: "2026-01-10", style: "under-way" },
      { from: "2026-01-10", to: "2026-06-30", style: "stalled" },
    ]);
    expect(lanes[0]!.moments).toEqual([
      { on: "2025-08-01", mark: "target-moved", words: "Date moved later" },
    ]);
  });

  it("ends a thread when it is done, and ties it when people agree", () => {
    const { lanes } = journeyOf([
      ...opened,
      status(answersId, "under-way", "2025-02-01"),
      status(answersId, "done", "2025-11-01"),
      attestation(answersId, { kept: 9, partly: 0, notKept: 0, cannotTell: 1 }, "2025-12-01"),
    ]);
    expect(lanes[0]!.stretches.map(({ style, to }) => `${style} ${to}`)).toEqual([
      "under-way 2025-11-01",
      "done 2025-12-01",
    ]);
    expect(lanes[0]!.moments.map(({ mark }) => mark)).toEqual(["done-claimed", "agreed"]);
  });

  it("ties the thread on the day of the round that agreed, not of one that asks again", () => {
    const { lanes } = journeyOf([
      ...opened,
      status(answersId, "done", "2025-11-01"),
      attestation(answersId, { kept: 9, partly: 0, notKept: 0, cannotTell: 1 }, "2025-12-01"),
      attestation(answersId, null, "2026-05-01"),
    ]);
    expect(lanes[0]!.stretches.filter(({ style }) => style === "done")).toEqual([
      { from: "2025-11-01", to: "2025-12-01", style: "done" },
    ]);
  });
});

const step: fc.Arbitrary<Written> = fc.oneof(
  fc
    .constantFrom("planned", "stalled", "done", "dropped")
    .map((value) => status(answersId, value, "2025-03-01")),
  fc.integer({ min: 1, max: 100 }).map((target) => measure(target, "2026-01-01", "2025-04-01", "Because.")),
  fc.constantFrom("2025-09-01", "2026-09-01").map((due) => promise(payId, "Pay on time", "2025-02-01", due)),
  fc.integer({ min: 1, max: 9 }).map((n) => update("progress", `Step ${n}`, "2025-05-01")),
  fc.constant<Written>({
    kind: "of-tomorrow",
    subject: `new:${answeredId}`,
    on: "2025-06-01",
    content: { title: "?" },
  }),
);

describe("any record", () => {
  it("folds to the same journey in one go or in two", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.nat(25), (steps, cut) => {
        const entries = recorded([...opened, ...steps]);
        const whole = foldJourney(foldEntries(emptyState, entries), today);
        const first = foldEntries(emptyState, entries.slice(0, cut));
        foldJourney(first, today);
        expect(foldJourney(foldEntries(first, entries.slice(cut)), today)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  it("never loses an entry: each has one moment, whatever follows it", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { timeline, size } = journeyOf([...opened, ...steps]);
        const seen = timeline.map(({ index }) => index).sort((a, b) => a - b);
        expect(seen).toEqual(Array.from({ length: size }, (_, i) => i));
        expect(timeline.every(({ word, title }) => word !== "" && title !== "")).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
