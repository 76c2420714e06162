import { describe, expect, it } from "vitest";
import { boardFindings, findingKinds, type Standing } from "#app/domain/commitment/findings.ts";
import { movedTarget } from "#app/domain/commitment/moved-target.ts";

const today = "2026-11-20";

/** A promise about which a board has nothing to ask. */
const sound: Standing = {
  id: "1",
  title: "Pay in time",
  status: "under-way",
  statusOn: "2026-09-01",
  statusReason: "We began.",
  startOn: "2026-01-01",
  dueOn: "2026-12-31",
  lastWordOn: "2026-11-01",
  evidence: 1,
  movedTargets: [],
  attested: false,
};

function found(change: Partial<Standing>): string[] {
  return boardFindings([{ ...sound, ...change }], today).map((finding) => finding.kind);
}

describe("the board's questions", () => {
  it("are none where the work goes on and shows", () => {
    expect(found({})).toEqual([]);
  });

  it("ask about what is overdue from the day after it was due", () => {
    expect(found({ dueOn: "2026-11-20" })).toEqual([]);
    expect(found({ dueOn: "2026-11-19" })).toEqual(["overdue"]);
    const [finding] = boardFindings([{ ...sound, dueOn: "2026-11-02" }], today);
    expect(finding?.sentence).toBe("It was due on 2 November 2026, 18 days ago.");
  });

  it("do not call overdue what is done, dropped or did not work", () => {
    for (const status of ["dropped", "did-not-work"] as const)
      expect(found({ status, dueOn: "2026-01-31" })).toEqual([]);
    expect(found({ status: "done", attested: true, dueOn: "2026-01-31" })).toEqual([]);
  });

  it("ask about silence from the ninetieth day", () => {
    expect(found({ lastWordOn: "2026-08-23" })).toEqual([]);
    expect(found({ lastWordOn: "2026-08-22" })).toEqual(["no-update"]);
  });

  it("do not count silence before the start", () => {
    expect(found({ startOn: "2026-11-01", lastWordOn: "2026-01-01" })).toEqual([]);
  });

  it("say how long it has been stalled and why", () => {
    const [finding] = boardFindings(
      [{ ...sound, status: "stalled", statusOn: "2026-11-19", statusReason: "No money." }],
      today,
    );
    expect(finding?.sentence).toBe("It has been stalled for 1 day. The reason given: No money.");
  });

  it("ask for evidence once work is said to be under way", () => {
    expect(found({ evidence: 0 })).toEqual(["no-evidence"]);
    expect(found({ evidence: 0, status: "planned" })).toEqual([]);
  });

  it("keep a claim of done a claim until people affected agree", () => {
    expect(found({ status: "done" })).toEqual(["not-attested"]);
    expect(found({ status: "done", attested: true })).toEqual([]);
  });

  it("come in one order, whatever the order of the promises", () => {
    const worst: Standing = {
      ...sound,
      status: "stalled",
      dueOn: "2026-02-01",
      statusOn: "2026-01-01",
      lastWordOn: "2026-01-01",
      evidence: 0,
      movedTargets: [{ measure: "Paid", was: "90 %", now: "70 %", on: "2026-03-01", reason: "" }],
    };
    const kinds = boardFindings([sound, worst], today).map((finding) => finding.kind);
    expect(kinds).toEqual(findingKinds.filter((kind) => kind !== "not-attested"));
  });
});

describe("a target that moved", () => {
  const measure = { title: "Paid in time", unit: "%", targetValue: 90, targetBy: "2026-12-31" };

  it("is told with what it was and what it is", () => {
    expect(movedTarget(measure, { ...measure, targetValue: 70 })).toEqual({
      measure: "Paid in time",
      was: "90 % by 31 December 2026",
      now: "70 % by 31 December 2026",
    });
    expect(movedTarget(measure, { ...measure, targetBy: "2027-01-31" })?.now).toBe("90 % by 31 January 2027");
    expect(movedTarget(measure, { ...measure, targetValue: null, targetBy: null })?.now).toBe("no target");
  });

  it("is not one that was set for the first time, nor one left alone", () => {
    expect(movedTarget({ ...measure, targetValue: null }, measure)).toBeUndefined();
    expect(movedTarget(measure, { ...measure, title: "Other words" })).toBeUndefined();
  });

  it("counts a promise's due date too", () => {
    expect(movedTarget({ title: "Pay", dueOn: "2026-01-31" }, { title: "Pay", dueOn: "2026-02-28" })).toEqual(
      {
        measure: "Pay",
        was: "due 31 January 2026",
        now: "due 28 February 2026",
      },
    );
  });
});
