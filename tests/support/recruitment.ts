import type { RoundFacts } from "#app/domain/recruitment/round-input.ts";

/** Nothing was done to reach people otherwise than always. */
export const usualPractice: RoundFacts["practice"] = {
  trustedPartners: [],
  advertPlaces: [],
  paidInterview: false,
  anonymisedShortlisting: false,
  diversePanel: false,
  accessibleFormats: [],
  criteriaSetBy: "",
};

/** A round that chose a board in the spring of 2026. Spread it, and say what a test is about. */
export const springRound: RoundFacts = {
  title: "Spring group",
  body: "board",
  openedOn: "2026-01-05",
  closedOn: "2026-03-01",
  scheme: "ew-2021",
  practice: usualPractice,
};
