import { describe, expect, it } from "vitest";
import { compareMoments } from "#app/domain/journey/compare-moments.ts";
import { sizeOn, stateAt } from "#app/domain/journey/moment-in-time.ts";
import { emptyState, foldEntries } from "#app/domain/record/state.ts";
import { answeredId, answersId, measure, organisation, payId, promise, recorded, status } from "./record.ts";

const state = foldEntries(
  emptyState,
  recorded([
    organisation("2025-01-06"),
    promise(answersId, "Answer people", "2025-01-06", "2025-12-31"),
    measure(80, "2025-12-31", "2025-01-06"),
    status(answersId, "under-way", "2025-02-01"),
    measure(60, "2025-12-31", "2025-06-01", "We began late."),
    measure(90, "2025-12-31", "2025-09-01"),
    promise(payId, "Pay on time", "2025-09-02", "2026-03-31"),
    status(answersId, "done", "2025-12-01"),
    status(payId, "dropped", "2026-01-10"),
  ]),
);
const fates = (fromSize: number, toSize: number) =>
  Object.fromEntries(
    Object.entries(compareMoments(state, "Northgate", { fromSize, toSize })).map(([fate, moments]) => [
      fate,
      moments.map(({ index }) => index),
    ]),
  );

describe("compareMoments", () => {
  it("sorts what happened to promises, and counts a lowering even when it was undone", () => {
    expect(fates(4, 9)).toEqual({
      added: [6],
      weakened: [4],
      strengthened: [5],
      met: [7],
      dropped: [8],
      changed: [],
    });
  });

  it("says nothing changed between a moment and itself", () => {
    expect(Object.values(fates(5, 5)).flat()).toEqual([]);
  });

  it("counts the first promises as added", () => {
    expect(fates(0, 3).added).toEqual([2, 1]);
  });

  it("carries the reason", () => {
    expect(compareMoments(state, "Northgate", { fromSize: 4, toSize: 5 }).weakened[0]).toMatchObject({
      reason: "We began late.",
      differences: [{ was: "80% by 31 December 2025", now: "60% by 31 December 2025" }],
    });
  });
});

describe("moments in time", () => {
  it("finds the size at the end of a day", () => {
    expect(["2025-01-05", "2025-01-06", "2025-08-31"].map((day) => sizeOn(state, day))).toEqual([0, 3, 5]);
  });

  it("gives the record as it stood", () => {
    expect(stateAt(state, 4).subjects.size).toBe(4);
    expect(stateAt(state, 4).subjects.get(`measure:${answeredId}`)).toHaveLength(1);
    expect(stateAt(state, 99)).toBe(state);
  });
});
