import type { CommitmentContent, MeasureContent, MilestoneContent } from "#app/domain/commitment/public.ts";

/** A promise to tell people what came of what they said. */
export const commitmentId = "0b7e6f0e-6f0b-4a6d-9f39-1f6a3c1f0001";
export const measureId = "0b7e6f0e-6f0b-4a6d-9f39-1f6a3c1f0002";

export const commitment: CommitmentContent = {
  title: "Tell people what came of it",
  what: "Everyone who tells us something hears what came of it within 8 weeks.",
  why: "",
  answerable: "Director of Involvement",
  forWhom: "People in our co-production groups",
  startOn: "2025-01-06",
  dueOn: "2025-12-31",
  recommendations: [{ framework: "anti-racism-in-co-production", id: "feedback-loops" }],
};

export const measure: MeasureContent = {
  commitment: commitmentId,
  title: "Answered within 8 weeks",
  unit: "%",
  direction: "up",
  baseline: { value: 20, on: "2025-01-06" },
  target: { value: 80, by: "2025-12-31" },
  indicator: null,
  retired: false,
};

export const milestone: MilestoneContent = {
  commitment: commitmentId,
  title: "Publish the first answers",
  dueOn: "2025-06-30",
  metOn: null,
  dropped: false,
};
