import { describe, expect, it } from "vitest";
import { refuseDecision } from "#app/domain/session/preflight-decision.ts";
import { gateItems, saidItems, type PreflightItem } from "#app/domain/session/preflight-items.ts";
import { asTemplate, circular } from "#app/domain/session/preflight-template.ts";
import { findings, preflight, PreflightSheet, type PreflightFacts } from "#app/domain/session/preflight.ts";

const arranged = Object.fromEntries(
  saidItems.map((item) => [
    item,
    { state: "done" as const, note: "Arranged", owner: "Ana", dueOn: "2026-06-20" },
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
  heldOn: "2026-06-10",
  saidGo: false,
  ...changed,
});
const known = (...things: string[]) => things.map((what) => ({ what, mend: "" }));
const faults = (one = sheet(), known = facts()) => findings(preflight(one, known)).map(({ item }) => item);
const undone = { state: "not-yet", note: "" };

/** Ten sessions, each with the faults that somebody planted in it. */
const scenarios: [string, PreflightSheet, PreflightFacts, PreflightItem[]][] = [
  [
    "a workshop on the evening of Eid",
    sheet(),
    facts({ conflicts: { open: known("Eid al-Fitr"), accepted: [] } }),
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
  ["lunch with one kind of sandwich", sheet(), facts({ food: known("Nothing halal is named") }), ["food"]],
  [
    "a room up two flights that nobody checked against needs",
    sheet(),
    facts({ venue: known("It is not step-free"), needs: undefined }),
    ["needs", "venue"],
  ],
  [
    "an invitation by e-mail alone, in the words of the grant",
    sheet({}, { "plain-invitation": undone, "other-channel": undone, "large-print": undone }),
    facts(),
    ["plain-invitation", "large-print", "other-channel"],
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
  it.each(scenarios)("finds what is wrong with %s", (_, one, found, expected) => {
    expect(faults(one, found)).toEqual(expected);
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
      faults(sheet({}, { "other-channel": { state: "not-needed", note: "Everybody lives here" } })),
    ).toEqual([]);
  });

  it("never eats food that is not served", () => {
    expect(faults(sheet(), facts({ catering: false, food: known("x") }))).toEqual([]);
  });
});

describe("a line of the preflight", () => {
  const line = (item: PreflightItem, one = sheet(), found = facts()) =>
    preflight(one, found).find((each) => each.item === item);

  it("says what to change, in the words of the room that found it", () => {
    const venue = [
      { what: "There is no room for prayer.", mend: "Find a clean room." },
      { what: "It is not step-free.", mend: "Check the way in." },
    ];
    expect(line("venue", sheet(), facts({ venue }))).toMatchObject({
      fault: "There is no room for prayer. It is not step-free.",
      mend: "Find a clean room. Check the way in.",
    });
  });

  it("names the needs that are not met beside those that nobody looked at", () => {
    const needs = (notMet: string[], notKnown: number) =>
      line("needs", sheet(), facts({ needs: { notMet, notKnown, asked: 53 } }))?.fault;
    expect(needs(["Enough notice", "A quiet space"], 51)).toBe(
      "Needs not met: Enough notice; A quiet space. Nobody has looked at 51 of 53 needs.",
    );
    expect(needs([], 53)).toBe("Nobody has looked at 53 of 53 needs.");
    expect(needs([], 0)).toBeUndefined();
  });

  it("takes no day to report back that lies before the session, nor the day by which all is ready", () => {
    const loop = (dueOn?: string) =>
      sheet({ readyBy: "2026-06-05" }, { loop: { state: "done", note: "By letter", owner: "Ana", dueOn } });
    expect(line("loop", loop("2026-06-09"))?.fault).toMatch(/9 June 2026, is before the session/);
    expect(line("loop", loop())).toMatchObject({ fault: expect.stringMatching(/No day/) });
    expect(line("loop", loop("2026-06-10"))?.fault).toBeUndefined();
    const unnamed = sheet({}, { loop: { state: "done", note: "By letter", dueOn: "2026-07-01" } });
    expect(line("loop", unnamed)?.fault).toMatch(/Nobody is named who will report back/);
  });

  it("takes no handout that came after the session, and no invitation that went out before a go", () => {
    expect(line("handout", sheet({ handoutOn: "2026-06-11" }))?.fault).toMatch(/after the session/);
    const invited = sheet({ invitedOn: "2026-05-01" });
    expect(line("invitation", invited)?.fault).toMatch(/1 May 2026, before a preflight/);
    expect(line("invitation", invited, facts({ saidGo: true }))?.fault).toBeUndefined();
  });

  it("keeps what was accepted apart from what is in order", () => {
    const accepted = ["Friday prayer: The group chose it"];
    const calendar = line("calendar", sheet(), facts({ conflicts: { open: [], accepted } }));
    expect(calendar).toMatchObject({ accepted: "It meets Friday prayer: The group chose it." });
    expect(calendar).not.toHaveProperty("fault");
    expect(refuseDecision("go", [], {}, accepted)).toHaveProperty("outcome");
    expect(refuseDecision("go-with-reasons", [], {}, accepted)).toEqual({});
  });

  it("knows no item but its own", () => {
    const read = (items: unknown) => PreflightSheet.safeParse({ racismDiscussed: "yes", items });
    expect(read({ rate: undone }).success).toBe(true);
    expect(read({ "other-formats": undone }).success).toBe(false);
    const hostile = read(JSON.parse('{"__proto__":{"rate":{"state":"done","note":"Paid"}}}'));
    expect(hostile.data?.items.rate).toBeUndefined();
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
