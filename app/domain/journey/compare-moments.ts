import type { RecordState } from "../record/state.ts";
import type { Moment } from "./moment.ts";
import { timelineOf } from "./timeline.ts";

/** What became of promises between two moments. Each moment in it carries its differences and its reason. */
export type Comparison = {
  added: Moment[];
  weakened: Moment[];
  strengthened: Moment[];
  met: Moment[];
  dropped: Moment[];
  /** Reworded or corrected: neither smaller nor larger by any rule. */
  changed: Moment[];
};

/**
 * Every change to a promise that was recorded while the record grew from one size to another, newest first. Each entry
 * counts by itself: a target lowered and raised again shows twice, because both happened.
 *
 * @param fromSize entries the record had at the earlier moment
 * @param toSize entries it had at the later one
 */
export function compareMoments(
  state: RecordState,
  organisation: string,
  { fromSize, toSize }: { fromSize: number; toSize: number },
): Comparison {
  return sortChanges(
    timelineOf(state, organisation).filter((moment) => moment.index >= fromSize && moment.index < toSize),
  );
}

/** The same for moments chosen by other means. */
export function sortChanges(moments: readonly Moment[]): Comparison {
  const comparison: Comparison = {
    added: [],
    weakened: [],
    strengthened: [],
    met: [],
    dropped: [],
    changed: [],
  };
  for (const moment of moments) {
    const fate = fateOf(moment);
    if (fate) comparison[fate].push(moment);
  }
  return comparison;
}

const promiseKinds = new Set(["commitment", "measure", "milestone"]);

function fateOf(moment: Moment): keyof Comparison | undefined {
  if (moment.withdrawn || moment.kind === "withdrawn") return undefined;
  if (moment.mark === "dropped") return "dropped";
  if (moment.mark === "milestone" || moment.mark === "done-claimed") return metOrReworded(moment);
  if (moment.differences.some(({ direction }) => direction === "weakened")) return "weakened";
  if (moment.differences.some(({ direction }) => direction === "strengthened")) return "strengthened";
  if (moment.differences.length > 0) return "changed";
  return promiseKinds.has(moment.kind) ? "added" : undefined;
}

// An attestation has the mark of a claim when too few answered: nothing was met by it.
function metOrReworded(moment: Moment): keyof Comparison | undefined {
  if (moment.kind === "attestation") return undefined;
  const onlyWords =
    moment.differences.length > 0 && moment.differences.every(({ direction }) => direction === "changed");
  return onlyWords ? "changed" : "met";
}
