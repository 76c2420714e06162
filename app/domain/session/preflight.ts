import { z } from "zod";
import { day, optionalWords } from "../commitment/fields.ts";
import { writtenDay } from "../dates/written-day.ts";
import { endSentence } from "../sentence-case.ts";
import { gateItems, preflightItems, type PreflightItem, type SaidItem } from "./preflight-items.ts";

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
    items: z.partialRecord(z.enum(preflightItems, "Choose items from the list."), Said).default({}),
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
  conflicts: { open: Mendable[]; accepted: string[] };
  /** What is wrong, each with what would mend it. */
  food: Mendable[];
  venue: Mendable[];
  catering: boolean;
  /** The newest check of needs against this session; absent when none was made. */
  needs?: { notMet: string[]; notKnown: number; asked: number };
  /**
   * Those who lead it and are still here on the day: how many, and the working names of those whose training on racism is not
   * in date then. `left` are named for it and will be gone.
   */
  facilitators: { count: number; lapsed: string[]; left?: string[] };
  /** Day of the session, ISO. */
  heldOn: string;
  /** The last decision up to the day of the invitation let it go ahead; see `saidGo`. */
  saidGo: boolean;
};
/** `who` is set where the fault by itself keeps somebody out. */
export type Mendable = { what: string; mend: string; who?: string };

export type Finding = { item: PreflightItem; fault: string };
export type Line = {
  item: PreflightItem;
  asked: boolean;
  fault?: string;
  /** What would mend it, where another room knows. */
  mend?: string;
  /** Not in order, and let be for a written reason elsewhere: what was accepted, with the reason. */
  accepted?: string;
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
    const mend = fault && mendOf(item, facts);
    const accepted = item === "calendar" ? listed("It meets", facts.conflicts.accepted) : undefined;
    return {
      item,
      asked: true,
      ...(fault ? { fault } : {}),
      ...(mend ? { mend } : {}),
      ...(accepted ? { accepted } : {}),
      ...who,
    };
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
      return listed("It meets", whats(facts.conflicts.open));
    case "needs":
      return needsFault(facts.needs);
    case "trained":
      return facts.facilitators.count === 0
        ? "Nobody is named who leads it."
        : listed("Training on racism is not in date on the day for", facts.facilitators.lapsed);
    case "food":
      return facts.catering ? sentences(whats(facts.food)) : undefined;
    case "venue":
      return sentences(whats(facts.venue));
    case "invitation":
      return invitationFault(sheet.invitedOn, facts.saidGo);
    case "facilitators":
      if (facts.facilitators.left?.length)
        return listed("Named to lead it, and gone by the day:", facts.facilitators.left);
      return sheet.twoRacialised === "yes" && facts.facilitators.count >= 2
        ? undefined
        : facts.facilitators.count < 2
          ? "Fewer than two facilitators lead it."
          : sheet.twoRacialised === "no"
            ? "Racism will be discussed, and fewer than two facilitators are from racialised backgrounds."
            : "Nobody has said whether at least two facilitators are from racialised backgrounds.";
    case "handout":
      if (!sheet.handoutOn) return saidFault(item, said);
      return sheet.handoutOn > facts.heldOn
        ? `The handout was shared on ${writtenDay(sheet.handoutOn)}, after the session.`
        : undefined;
    case "loop":
      return loopFault(said, facts.heldOn);
    default:
      return saidFault(item, said);
  }
}

/** Whoever was invited before anybody looked may have been kept out by the invitation itself. */
function invitationFault(invitedOn: string | undefined, saidGo: boolean): string | undefined {
  if (!invitedOn || saidGo) return undefined;
  return `The invitation went out on ${writtenDay(invitedOn)}, before a preflight said that it may go ahead.`;
}

function loopFault(said: Said | undefined, heldOn: string): string | undefined {
  const silent = saidFault("loop", said);
  if (silent || said?.state !== "done") return silent;
  if (said.owner === "") return "Nobody is named who will report back.";
  if (!said.dueOn) return "No day is named by which somebody reports back.";
  return said.dueOn < heldOn
    ? `The day to report back, ${writtenDay(said.dueOn)}, is before the session.`
    : undefined;
}

const whats = (things: readonly Mendable[]) => things.map(({ what }) => what);

/** The first things to change, said by the room that found the fault. */
function mendOf(item: PreflightItem, { conflicts, food, venue }: PreflightFacts): string | undefined {
  const known: Partial<Record<PreflightItem, readonly Mendable[]>> = {
    calendar: conflicts.open,
    food,
    venue,
  };
  const mends = new Set((known[item] ?? []).map(({ mend }) => mend).filter(Boolean));
  return mends.size > 0 ? [...mends].join(" ") : undefined;
}

function needsFault(needs: PreflightFacts["needs"]): string | undefined {
  if (!needs) return "Nobody has checked it against personas or the everyone check.";
  const { notMet, notKnown, asked } = needs;
  return sentences([
    ...(notMet.length > 0 ? [`Needs not met: ${notMet.join("; ")}`] : []),
    ...(notKnown > 0 ? [`Nobody has looked at ${notKnown} of ${asked} needs`] : []),
  ]);
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
  "large-print": "Large print is not arranged.",
  interpreters: "Interpreters are not arranged.",
  phone: "There is no way to join by phone.",
  "other-channel": "There is no way to join but this one.",
  handout: "The handout was not shared beforehand.",
  loop: "Nobody is named who will report back, or by when.",
};

function saidFault(item: PreflightItem, said: Said | undefined): string | undefined {
  const sentence = (missing as Partial<Record<PreflightItem, string>>)[item];
  if (!said || said.state === "not-yet") return sentence;
  // Somebody has to respond, also once that is arranged.
  return said.state === "done" && item === "responder" && said.owner === "" ? sentence : undefined;
}

function listed(before: string, things: readonly string[]): string | undefined {
  const bare = [...new Set(things.map((thing) => thing.trim().replace(/\.+$/, "")))];
  return bare.length > 0 ? `${before} ${bare.join("; ")}.` : undefined;
}

/** One after the other, each with its own full stop. */
function sentences(things: readonly string[]): string | undefined {
  const each = [...new Set(things.map((thing) => endSentence(thing.trim())))];
  return each.length > 0 ? each.join(" ") : undefined;
}
