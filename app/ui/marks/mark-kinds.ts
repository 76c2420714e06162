/** Every kind of mark that can stand on a thread: the states of a promise, then what else can happen to one. */
export const markKinds = [
  "planned",
  "under-way",
  "stalled",
  "done-claimed",
  "agreed",
  "disputed",
  "tried",
  "dropped",
  "overdue",
  "target-moved",
  "setback",
  "promised",
  "progress",
  "learning",
  "course-changed",
  "milestone",
  "withdrawn",
] as const;
export type MarkKind = (typeof markKinds)[number];

export type Tone = "plum" | "leaf" | "clay" | "marigold" | "sky" | "soft";

/** The word and the colour role of each mark; the shape is in `glyph-shape.tsx`. A mark is never shown by colour alone. */
export const markMeaning: Record<MarkKind, { word: string; tone: Tone }> = {
  planned: { word: "Planned", tone: "soft" },
  "under-way": { word: "Under way", tone: "plum" },
  stalled: { word: "Stalled", tone: "plum" },
  "done-claimed": { word: "Done, says the organisation", tone: "plum" },
  agreed: { word: "Done, and people agree", tone: "leaf" },
  disputed: { word: "Done is disputed", tone: "clay" },
  tried: { word: "Tried, did not work", tone: "plum" },
  dropped: { word: "Dropped", tone: "soft" },
  overdue: { word: "Overdue", tone: "clay" },
  "target-moved": { word: "Target moved", tone: "marigold" },
  setback: { word: "Setback", tone: "clay" },
  promised: { word: "Promised", tone: "plum" },
  progress: { word: "Progress", tone: "plum" },
  learning: { word: "Learning", tone: "sky" },
  "course-changed": { word: "Change of course", tone: "marigold" },
  milestone: { word: "Milestone reached", tone: "plum" },
  withdrawn: { word: "Withdrawn", tone: "soft" },
};
