import { describe, expect, it } from "vitest";
import { clearedOn, lapseOf, planOf, saidGo } from "#app/domain/session/preflight-lapse.ts";
import { preflight, PreflightSheet, type PreflightFacts } from "#app/domain/session/preflight.ts";

const session = {
  startsAt: "2026-06-09T09:00:00Z",
  endsAt: "2026-06-09T11:00:00Z",
  breaks: [],
  online: false,
  place: "Leeds",
  facilities: ["step-free" as const],
  traditions: [],
  catering: false,
};
const sheet = PreflightSheet.parse({
  racismDiscussed: "yes",
  owner: "Programme lead",
  readyBy: "2026-06-01",
});
const plan = planOf(session, sheet, ["a", "b"]);
const went = { outcome: "go", plan, findings: [] };
const facts: PreflightFacts = {
  conflicts: { open: [], accepted: [] },
  food: [],
  venue: [],
  catering: false,
  facilitators: { count: 0, lapsed: [] },
  heldOn: "2026-06-09",
  saidGo: false,
};

describe("a decision to go ahead", () => {
  it("stands while the plan does, in whatever order people are listed", () => {
    expect(lapseOf(went, planOf(session, sheet, ["b", "a"]), [])).toBeUndefined();
  });
  it("lapses when the session moves, or others lead it", () => {
    const moved = planOf({ ...session, endsAt: "2026-06-09T13:00:00Z" }, sheet, ["a"]);
    expect(lapseOf(went, moved, [])).toEqual({ changed: ["the time", "who leads it"], newFaults: [] });
  });
  it("lapses when something is no longer in order, not when it was accepted then", () => {
    const fault = { item: "trained" as const, fault: "It ran out." };
    expect(lapseOf(went, plan, [fault])).toEqual({ changed: [], newFaults: ["trained"] });
    expect(lapseOf({ ...went, findings: [fault] }, plan, [fault])).toBeUndefined();
  });
  it("cannot lapse when it was not yet, or none was made", () => {
    expect(lapseOf({ ...went, outcome: "not-yet" }, {}, [])).toBeUndefined();
    expect(lapseOf(undefined, plan, [])).toBeUndefined();
  });
});

describe("every item", () => {
  it("has an owner and a day, also those that other rooms decide", () => {
    const own = { state: "not-yet", note: "", owner: "Kitchen lead", dueOn: "2026-05-20" };
    const lines = preflight(PreflightSheet.parse({ ...sheet, items: { food: own } }), facts);
    expect(lines.every(({ owner, dueOn }) => owner && dueOn)).toBe(true);
    expect(lines.find(({ item }) => item === "food")).toMatchObject({
      owner: "Kitchen lead",
      dueOn: "2026-05-20",
    });
    expect(lines.find(({ item }) => item === "calendar")).toMatchObject({ owner: "Programme lead" });
  });
});

describe("cleared before the invitation", () => {
  const plan = { "the time": "10:00" };
  const go = { outcome: "go", plan, decidedOn: "2026-05-01" };
  it("counts the last decision up to that day, if it said go and still holds", () => {
    expect(clearedOn([go], plan, "2026-05-01")).toBe("2026-05-01");
    expect(clearedOn([go], plan, "2026-04-30")).toBeUndefined();
    expect(clearedOn([go], { "the time": "17:00" }, "2026-05-03")).toBeUndefined();
    const stopped = { ...go, outcome: "not-yet", decidedOn: "2026-05-02" };
    expect(clearedOn([go, stopped], plan, "2026-05-03")).toBeUndefined();
    expect(clearedOn([go, stopped], plan, "2026-05-01")).toBe("2026-05-01");
  });
});

describe("an invitation", () => {
  const decided = (outcome: string, decidedOn: string) => ({ outcome, decidedOn });
  it("went out after a go only where the last word before it was go", () => {
    expect(saidGo([], "2026-05-01")).toBe(false);
    expect(saidGo([decided("go", "2026-05-02")], "2026-05-01")).toBe(false);
    expect(saidGo([decided("go-with-reasons", "2026-05-01")], "2026-05-01")).toBe(true);
    expect(saidGo([decided("go", "2026-04-01"), decided("not-yet", "2026-04-20")], "2026-05-01")).toBe(false);
  });
});
