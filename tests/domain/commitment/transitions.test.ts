import { describe, expect, it } from "vitest";
import { statuses, type Status } from "#app/domain/commitment/public.ts";
import { checkStatusChange, isOpen, nextStatuses } from "#app/domain/commitment/transitions.ts";
import type { Refusal } from "#app/domain/refusal.ts";

const today = "2026-11-20";

/** The refusal's sentence, or undefined when the change may be made. */
function refusal(from: Status, to: Status, effectiveOn = today): string | undefined {
  try {
    checkStatusChange({ status: from, effectiveOn: "2026-06-01" }, { status: to, effectiveOn }, today);
    return undefined;
  } catch (error) {
    return (error as Refusal).message;
  }
}

describe("a promise", () => {
  it("can begin, stall, go on and be claimed as done", () => {
    expect(refusal("planned", "under-way")).toBeUndefined();
    expect(refusal("under-way", "stalled")).toBeUndefined();
    expect(refusal("stalled", "under-way")).toBeUndefined();
    expect(refusal("under-way", "done")).toBeUndefined();
  });

  it("cannot be done before it has begun, nor while it is stalled or dropped", () => {
    for (const from of ["planned", "stalled", "dropped", "did-not-work"] as const)
      expect(refusal(from, "done")).toContain("Only a promise that is under way can be claimed as done.");
  });

  it("cannot be said not to have worked when it was never tried", () => {
    expect(refusal("planned", "did-not-work")).toContain("Only something that was tried");
  });

  it("that was claimed as done can only be put under way again", () => {
    expect(nextStatuses("done")).toEqual(["under-way"]);
    expect(refusal("done", "dropped")).toBe(
      "A claim of done can be taken back only by putting the promise under way again. Choose “Under way”.",
    );
  });

  it("is never stuck: each status leads somewhere, and never to itself", () => {
    for (const status of statuses) {
      expect(nextStatuses(status).length, status).toBeGreaterThan(0);
      expect(refusal(status, status)).toContain("already");
    }
  });

  it("is still owed while planned, under way or stalled", () => {
    expect(statuses.filter(isOpen)).toEqual(["planned", "under-way", "stalled"]);
  });
});

describe("the day of a status", () => {
  it("cannot lie ahead, nor before the present status began", () => {
    expect(refusal("planned", "under-way", "2026-11-21")).toContain("cannot begin in the future");
    expect(refusal("planned", "under-way", "2026-05-31")).toContain("began on 1 June 2026");
    expect(refusal("planned", "under-way", "2026-06-01")).toBeUndefined();
  });
});
