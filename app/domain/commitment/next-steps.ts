/** What the overview counts to tell a member what to do next. */
export type Progress = {
  statement: boolean;
  commitments: number;
  withoutMeasure: number;
  measuresWithoutReading: number;
  /** The first commitment that has no measure, and the first measure that has no reading. */
  unmeasured: string | null;
  unread: { commitment: string; measure: string } | null;
  updates: number;
  /** Entries in the public record. */
  publishedEntries: number;
};

export type NextStep = { id: string; title: string; why: string; path: string; done: boolean };

/**
 * The way from nothing to a journey the public can read, in order. The first step not done is the one to offer.
 * Paths are relative to the organisation's workspace.
 */
export function nextSteps(progress: Progress): NextStep[] {
  const { commitments, withoutMeasure, measuresWithoutReading, updates, publishedEntries } = progress;
  return [
    {
      id: "statement",
      title: "Say why you promise",
      why: "A few sentences in your own voice. They open your public journey.",
      path: "profile",
      done: progress.statement,
    },
    {
      id: "adopt",
      title: "Adopt a recommendation",
      why: "Turn one recommendation into a promise: what, for whom, by when, and who answers for it.",
      path: "recommendations",
      done: commitments > 0,
    },
    {
      id: "measure",
      title: "Say how you will know",
      why: "Give each promise a measure with a starting point, a target and a first reading.",
      path: measurePath(progress),
      done: commitments > 0 && withoutMeasure === 0 && measuresWithoutReading === 0,
    },
    {
      id: "update",
      title: "Write what happened",
      why: "Progress, a setback, something learned, a change of course. All four count.",
      path: "commitments",
      done: updates > 0,
    },
    {
      id: "publish",
      title: "Publish your journey",
      why: "You see exactly what the public will see before anything goes out.",
      path: "publish",
      done: publishedEntries > 0,
    },
  ];
}

/** Straight to what is missing, so that nobody has to search for it. */
function measurePath({ unmeasured, unread }: Progress): string {
  if (unmeasured) return `commitments/${unmeasured}/measures/new`;
  if (unread) return `commitments/${unread.commitment}/measures/${unread.measure}/readings`;
  return "commitments";
}
