/** What a session has to have before anybody is invited, under the headings of its page and in their order. */
export const preflightGroups = {
  time: ["calendar"],
  needs: ["needs"],
  facilitation: [
    "facilitators",
    "trained",
    "facilitators-paid",
    "affinity-space",
    "check-ins",
    "content-note",
    "stepping-out",
    "responder",
  ],
  money: ["rate", "preparation-paid", "up-front", "budget-line"],
  food: ["food"],
  venue: ["venue"],
  joining: [
    "plain-invitation",
    "large-print",
    "interpreters",
    "phone",
    "other-channel",
    "handout",
    "invitation",
  ],
  loop: ["loop"],
} as const;
export type PreflightGroup = keyof typeof preflightGroups;
export type PreflightItem = (typeof preflightGroups)[PreflightGroup][number];

export const groups = Object.keys(preflightGroups) as PreflightGroup[];
export const preflightItems = groups.flatMap((group): readonly PreflightItem[] => preflightGroups[group]);

/** Asked for in earlier versions as one item; entries of the record that name them stay readable. */
export const retiredItems = ["other-formats", "other-channels"] as const;
export type RetiredItem = (typeof retiredItems)[number];

/** Worked out from the room's own data; all others are said by people. */
export const computedItems = [
  "calendar",
  "needs",
  "trained",
  "food",
  "venue",
  "invitation",
] as const satisfies readonly PreflightItem[];
export type ComputedItem = (typeof computedItems)[number];
export type SaidItem = Exclude<PreflightItem, ComputedItem>;

export const saidItems = preflightItems.filter(
  (item): item is SaidItem => !(computedItems as readonly string[]).includes(item),
);

/** Needed only where racism will be discussed. */
export const gateItems: readonly PreflightItem[] = preflightGroups.facilitation;
