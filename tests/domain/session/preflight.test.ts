import { describe, expect, it } from "vitest";
import {
  asTemplate,
  circular,
  findings,
  gateItems,
  preflight,
  PreflightSheet,
  refuseDecision,
  saidItems,
  type PreflightFacts,
  type PreflightItem,
} from "#app/domain/session/preflight.ts";

const arranged = Object.fromEntries(
  saidItems.map((item) => [
    item,
    { state: "done" as const, note: "Arranged", owner: "Ana", dueOn: "2026-06-01" },
  ]),
);
const sheet = (changed: object = {}, items: object = {}) =>
  PreflightSheet.parse({
    racismDiscussed: "yes",
    twoRacialised: "yes",
    handoutOn: "2026-06-01",
    items: { ...arranged, ...items },
    ...changed,
  });
const facts = (changed: Partial<PreflightFacts> = {}): PreflightFacts => ({
  conflicts: { open: [], accepted: [] },
  food: [],
  venue: [],
  catering: true,
  needs: { notMet: [], notKnown: 0, asked: 12 },
  facilitators: { count: 2, lapsed: [] },
  ...changed,
});
const faults = (one = sheet(), known = facts()) => findings(preflight(one, known)).map(({ item }) => item);
const undone = { state: "not-yet", note: "" };

/** Ten sessions, each with the faults that somebody planted in it. */
const scenarios: [string, PreflightSheet, PreflightFacts, PreflightItem[]][] = [
  [
    "a workshop on the evening of Eid",
    sheet(),
    facts({ conflicts: { open: ["Eid al-Fitr"], accepted: [] } }),
    ["calendar"],
  ],
  ["one facilitator alone", sheet(), facts({ facilitators: { count: 1, lapsed: [] } }), ["facilitators"]],
  [
    "two facilitators, neither from a racialised background, one with an expired certificate",
    sheet({ twoRacialised: "no" }),
    facts({ facilitators: { count: 2, lapsed: ["Facilitator B"] } }),
    ["facilitators", "trained"],
  ],
  [
    "nobody who responds",
    sheet({}, { responder: { state: "done", note: "We all do", owner: "" } }),
    facts(),
    ["responder"],
  ],
  [
    "unpaid preparation, and travel claimed back later",
    sheet({}, { "preparation-paid": undone, "up-front": undone }),
    facts(),
    ["preparation-paid", "up-front"],
  ],
  ["lunch with one kind of sandwich", sheet(), facts({ food: ["Nothing halal is named"] }), ["food"]],
  [
    "a room up two flights that nobody checked against needs",
    sheet(),
    facts({ venue: ["It is not step-free"], needs: undefined }),
    ["needs", "venue"],
  ],
  [
    "an invitation by e-mail alone, in the words of the grant",
    sheet({}, { "plain-invitation": undone, "other-channels": undone, "other-formats": undone }),
    facts(),
    ["plain-invitation", "other-formats", "other-channels"],
  ],
  [
    "a debate with no affinity space, content note, or way out",
    sheet(
      {},
      { "affinity-space": undone, "content-note": undone, "stepping-out": undone, "check-ins": undone },
    ),
    facts(),
    ["affinity-space", "check-ins", "content-note", "stepping-out"],
  ],
  [
    "a promise to report back without a day, and no handout",
    sheet(
      { handoutOn: undefined },
      { loop: { state: "done", note: "By letter", owner: "Ana" }, handout: undone },
    ),
    facts({ needs: { notMet: [], notKnown: 3, asked: 12 } }),
    ["needs", "handout", "loop"],
  ],
];

describe("a preflight", () => {
  it.each(scenarios)("finds what is wrong with %s", (_, one, known, expected) => {
    expect(faults(one, known)).toEqual(expected);
  });

  it("finds nothing wrong where everything is in order", () => {
    expect(faults()).toEqual([]);
  });

  it("takes silence for a fault", () => {
    const silent = PreflightSheet.parse({ racismDiscussed: "yes" });
    const found = faults(silent, facts({ needs: undefined, facilitators: { count: 0, lapsed: [] } }));
    expect(found).toEqual(expect.arrayContaining([...saidItems, "needs", "trained"]));
  });

  it("asks for the facilitation gate only where racism is discussed", () => {
    const calm = PreflightSheet.parse({ racismDiscussed: "no" });
    const none = facts({ facilitators: { count: 0, lapsed: [] } });
    expect(faults(calm, none).filter((item) => gateItems.includes(item))).toEqual([]);
    expect(faults(calm, none)).toContain("rate");
  });

  it("takes no “not needed” without a reason", () => {
    expect(() => sheet({}, { "content-note": { state: "not-needed", note: "no" } })).toThrow(/not needed/);
    expect(
      faults(sheet({}, { "other-channels": { state: "not-needed", note: "Everybody lives here" } })),
    ).toEqual([]);
  });

  it("never eats food that is not served", () => {
    expect(faults(sheet(), facts({ catering: false, food: ["x"] }))).toEqual([]);
  });
});

describe("a decision", () => {
  const found = findings(preflight(sheet({ twoRacialised: "no" }), facts()));
  it("is go when nothing is open, and not otherwise", () => {
    expect(refuseDecision("go", [], {})).toEqual({});
    expect(refuseDecision("go", found, {})).toHaveProperty("outcome");
    expect(refuseDecision("not-yet", found, {})).toEqual({});
  });
  it("is go with a written reason for each fault", () => {
    expect(refuseDecision("go-with-reasons", found, { facilitators: "short" })).toHaveProperty([
      "reasons.facilitators",
    ]);
    const reasons = { facilitators: "The group chose its own two facilitators." };
    expect(refuseDecision("go-with-reasons", found, reasons)).toEqual({});
  });
});

describe("a template", () => {
  it("carries what was arranged, and neither its days nor its ticks", () => {
    const template = asTemplate(sheet({ invitedOn: "2026-05-01" }));
    expect(template).not.toHaveProperty("invitedOn");
    expect(template).not.toHaveProperty("handoutOn");
    expect(template.items.rate).toEqual({ state: "not-yet", note: "Arranged", owner: "Ana" });
    expect(template.twoRacialised).toBe("not-known");
  });
  it("goes round in no circle", () => {
    const parents = new Map([
      ["a", null],
      ["b", "a"],
      ["c", "b"],
    ]);
    expect(circular("d", "c", parents)).toBeUndefined();
    expect(circular("a", "c", parents)).toMatch(/based on itself/);
    expect(circular("a", "a", parents)).toMatch(/based on itself/);
  });
});
