import { z } from "zod";
import { day, optionalWords, words } from "../commitment/fields.ts";

/** What a session has to have before anybody is invited, in the order of the page. */
export const preflightItems = [
  "calendar",
  "needs",
  "facilitators",
  "trained",
  "facilitators-paid",
  "affinity-space",
  "check-ins",
  "content-note",
  "stepping-out",
  "responder",
  "rate",
  "preparation-paid",
  "up-front",
  "budget-line",
  "food",
  "venue",
  "plain-invitation",
  "other-formats",
  "other-channels",
  "handout",
  "loop",
] as const;
export type PreflightItem = (typeof preflightItems)[number];

/** Worked out from the room's own data; all others are said by people. */
export const computedItems = [
  "calendar",
  "needs",
  "trained",
  "food",
  "venue",
] as const satisfies readonly PreflightItem[];
export type ComputedItem = (typeof computedItems)[number];
export type SaidItem = Exclude<PreflightItem, ComputedItem>;

export const saidItems = preflightItems.filter(
  (item): item is SaidItem => !(computedItems as readonly string[]).includes(item),
);

/** Needed only where racism will be discussed. */
export const gateItems: readonly PreflightItem[] = [
  "facilitators",
  "trained",
  "facilitators-paid",
  "affinity-space",
  "check-ins",
  "content-note",
  "stepping-out",
  "responder",
];

const Said = z.object({
  state: z.enum(["not-yet", "done", "not-needed"], "Choose how it stands.").default("not-yet"),
  /** What was arranged, or why it is not needed. */
  note: optionalWords(600),
  owner: optionalWords(120),
  /** An empty date field arrives as an empty text here, because forms read lists of items as they are. */
  dueOn: z.preprocess(
    (value) => (value === "" ? undefined : value),
    day("Give the day by which it is done.").optional(),
  ),
});
export type Said = z.output<typeof Said>;

/** What the organisation says about one session. Who a facilitator is by background is said of the session, never of a person. */
export const PreflightSheet = z
  .object({
    racismDiscussed: z.enum(["yes", "no"], "Say whether racism will be discussed."),
    /** The session's own statement: at least two of those who lead it are from racialised backgrounds. */
    twoRacialised: z.enum(["yes", "no", "not-known"]).default("not-known"),
    /** Who answers for every item that names nobody else, and the day by which all is ready. */
    owner: optionalWords(120),
    readyBy: day("Give the day by which all is ready.").optional(),
    handoutOn: day("Give the day on which the handout was shared.").optional(),
    invitedOn: day("Give the day of the invitation.").optional(),
    items: z.record(z.string(), Said).default({}),
  })
  .check(({ value, issues }) => {
    for (const [item, said] of Object.entries(value.items)) {
      const demand = (field: string, message: string) =>
        issues.push({ code: "custom", path: ["items", item, field], message, input: said });
      if (said.state === "not-needed" && said.note.length < 10)
        demand("note", "Say why it is not needed, in ten letters or more.");
      if (said.state === "done" && said.note === "") demand("note", "Say what was arranged.");
    }
  });
export type PreflightSheet = z.output<typeof PreflightSheet>;

/** What the other rooms know about the session. */
export type PreflightFacts = {
  /** Sentences; serious conflicts that were not accepted with a reason, and that were. */
  conflicts: { open: string[]; accepted: string[] };
  food: string[];
  venue: string[];
  catering: boolean;
  /** The newest check of needs against this session; absent when none was made. */
  needs?: { notMet: string[]; notKnown: number; asked: number };
  /** Those who lead it: how many, and the working names of those whose training on racism is not in date on the day. */
  facilitators: { count: number; lapsed: string[] };
};

export type Finding = { item: PreflightItem; fault: string };
export type Line = {
  item: PreflightItem;
  asked: boolean;
  fault?: string;
  said?: Said;
  /** Who answers for it and by when: its own, or those of the whole preflight. */
  owner?: string;
  dueOn?: string;
};

/** Each item with its fault, if it has one. What nobody said is a fault: silence lets nobody in. */
export function preflight(sheet: PreflightSheet, facts: PreflightFacts): Line[] {
  const open = sheet.racismDiscussed === "yes";
  return preflightItems.map((item) => {
    const said = sheet.items[item];
    const owner = said?.owner || sheet.owner;
    const dueOn = said?.dueOn ?? sheet.readyBy;
    const who = { ...(said ? { said } : {}), ...(owner ? { owner } : {}), ...(dueOn ? { dueOn } : {}) };
    if (gateItems.includes(item) && !open) return { item, asked: false, ...who };
    const fault = faultOf(item, sheet, facts, said);
    return { item, asked: true, ...(fault ? { fault } : {}), ...who };
  });
}

export function findings(lines: readonly Line[]): Finding[] {
  return lines.flatMap(({ item, fault }) => (fault ? [{ item, fault }] : []));
}

function faultOf(
  item: PreflightItem,
  sheet: PreflightSheet,
  facts: PreflightFacts,
  said: Said | undefined,
): string | undefined {
  switch (item) {
    case "calendar":
      return listed("It meets", facts.conflicts.open);
    case "needs":
      return needsFault(facts.needs);
    case "trained":
      return facts.facilitators.count === 0
        ? "Nobody is named who leads it."
        : listed("Training on racism is not in date on the day for", facts.facilitators.lapsed);
    case "food":
      return facts.catering ? listed("Food:", facts.food) : undefined;
    case "venue":
      return listed("The venue:", facts.venue);
    case "facilitators":
      return sheet.twoRacialised === "yes" && facts.facilitators.count >= 2
        ? undefined
        : facts.facilitators.count < 2
          ? "Fewer than two facilitators lead it."
          : sheet.twoRacialised === "no"
            ? "Racism will be discussed, and fewer than two facilitators are from racialised backgrounds."
            : "Nobody has said whether at least two facilitators are from racialised backgrounds.";
    case "handout":
      return sheet.handoutOn ? undefined : saidFault(item, said);
    default:
      return saidFault(item, said);
  }
}

function needsFault(needs: PreflightFacts["needs"]): string | undefined {
  if (!needs) return "Nobody has checked it against personas or the everyone check.";
  if (needs.notMet.length > 0) return listed("Needs not met:", needs.notMet);
  return needs.notKnown > 0 ? `${needs.notKnown} of ${needs.asked} needs are not known.` : undefined;
}

const missing: Record<Exclude<SaidItem, "facilitators">, string> = {
  "facilitators-paid": "Nobody has said that the facilitators are paid.",
  "affinity-space": "There is no affinity space for those who face racism.",
  "check-ins": "No debrief and no check-in afterwards is arranged.",
  "content-note": "There is no content note.",
  "stepping-out": "There is no plan for stepping out.",
  responder: "Nobody is named who responds when something is said.",
  rate: "No rate of pay is named for those who take part.",
  "preparation-paid": "Preparation and debrief are not paid.",
  "up-front": "Access and travel are not paid up front.",
  "budget-line": "No budget line or seed money is named.",
  "plain-invitation": "The invitation was not read for plain language.",
  "other-formats": "Large print and interpreters are not arranged.",
  "other-channels": "There is no way to join by phone, and no other channel.",
  handout: "The handout was not shared beforehand.",
  loop: "Nobody is named who will report back, or by when.",
};

function saidFault(item: SaidItem | PreflightItem, said: Said | undefined): string | undefined {
  const sentence = (missing as Partial<Record<PreflightItem, string>>)[item];
  if (!said || said.state === "not-yet") return sentence;
  // Somebody has to answer for it, also once it is arranged; reporting back needs its day as well.
  if (said.state === "done" && (item === "responder" || item === "loop") && said.owner === "")
    return sentence;
  return said.state === "done" && item === "loop" && !said.dueOn ? sentence : undefined;
}

function listed(before: string, things: readonly string[]): string | undefined {
  return things.length > 0 ? `${before} ${things.join("; ")}.`.replaceAll("..", ".") : undefined;
}

export const outcomes = ["go", "go-with-reasons", "not-yet"] as const;
export type Outcome = (typeof outcomes)[number];

/** The shortest reason that says anything. */
const shortestReason = 10;

/**
 * Which decision may be made. Go needs every item in order; with reasons, a written one for each that is not.
 * @returns sentences by item, empty when the decision stands
 */
export function refuseDecision(
  outcome: Outcome,
  found: readonly Finding[],
  reasons: Readonly<Record<string, string>>,
): Record<string, string[]> {
  if (outcome === "not-yet") return {};
  if (outcome === "go")
    return found.length === 0
      ? {}
      : {
          outcome: [
            `${found.length} items are not in order. Put them right, or accept each with a written reason.`,
          ],
        };
  return Object.fromEntries(
    found
      .filter(({ item }) => (reasons[item] ?? "").trim().length < shortestReason)
      .map(({ item, fault }) => [`reasons.${item}`, [`Write why it goes ahead although: ${fault}`]]),
  );
}

/** Afterwards: what the plan could not know. */
export const Afterwards = z.object({
  whatHappened: words("Say what happened.", 4000),
  couldNotCome: words("Say who could not come and why, in numbers or groups, or that nobody said.", 2000),
  toChange: words("Say what to change next time, or that nothing has to.", 2000),
  /** Items that were in order on paper and not on the day. */
  notAsPlanned: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(preflightItems, "Choose items from the list.")),
  ),
});
export type Afterwards = z.output<typeof Afterwards>;

/** A template must rest on no template that rests on it. @throws never; returns the sentence or undefined */
export function circular(
  id: string,
  basedOn: string | null,
  parents: ReadonlyMap<string, string | null>,
): string | undefined {
  const seen = new Set([id]);
  for (let at = basedOn; at !== null; at = parents.get(at) ?? null) {
    if (seen.has(at)) return "A template cannot be based on itself, nor on one that is based on it.";
    seen.add(at);
  }
  return undefined;
}

/** What carries over to the next session: what was arranged and who answers for it, not its days nor its invitation. */
export function asTemplate(sheet: PreflightSheet): PreflightSheet {
  const { handoutOn: _handout, invitedOn: _invited, readyBy: _ready, items, ...rest } = sheet;
  return {
    ...rest,
    twoRacialised: "not-known",
    items: Object.fromEntries(
      Object.entries(items).map(([item, { dueOn: _, ...said }]) => [
        item,
        { ...said, state: said.state === "done" ? "not-yet" : said.state },
      ]),
    ),
  };
}
