import { momentGroups, type Moment, type MomentGroup } from "./moment.ts";

export type TimelineFilter = { group?: MomentGroup; commitment?: string; year?: string };

/** One page of a timeline, and where the pages beside it begin. */
export type TimelinePage = {
  moments: Moment[];
  total: number;
  /** Keyset of the last moment here, when older ones follow. */
  older?: string;
  /** True when newer moments stand before these. */
  hasNewer: boolean;
};

/** Moments on one page: enough to read at a sitting, small enough for a phone. */
export const MOMENTS_PER_PAGE = 25;

export function filterTimeline(timeline: readonly Moment[], filter: TimelineFilter): Moment[] {
  return timeline.filter(
    (moment) =>
      (!filter.group || moment.group === filter.group) &&
      (!filter.commitment || moment.commitment === filter.commitment) &&
      (!filter.year || moment.on.startsWith(`${filter.year}-`)),
  );
}

/** Names a moment's place on the timeline: `2026-03-31.17`. It keeps its meaning while newer entries are published. */
export function cursorOf({ on, index }: Pick<Moment, "on" | "index">): string {
  return `${on}.${index}`;
}

/** @param after cursor of the last moment already seen; anything that is not a cursor gives the first page */
export function pageOfTimeline(timeline: readonly Moment[], after: string | null): TimelinePage {
  const found = /^(\d{4}-\d{2}-\d{2})\.(\d{1,9})$/.exec(after ?? "");
  const [on, index] = found ? [found[1]!, Number(found[2])] : [null, 0];
  const start =
    on === null
      ? 0
      : timeline.findIndex((moment) => moment.on < on || (moment.on === on && moment.index < index));
  const moments = start < 0 ? [] : timeline.slice(start, start + MOMENTS_PER_PAGE);
  const more = start >= 0 && start + MOMENTS_PER_PAGE < timeline.length;
  return {
    moments,
    total: timeline.length,
    ...(more ? { older: cursorOf(moments.at(-1)!) } : {}),
    hasNewer: start !== 0 && timeline.length > 0,
  };
}

/** The years a timeline speaks of, newest first. */
export function yearsOf(timeline: readonly Moment[]): string[] {
  return [...new Set(timeline.map((moment) => moment.on.slice(0, 4)))].sort().reverse();
}

/** The filter in an address: `?show=setbacks&commitment=<id>&year=2026`. What makes no sense counts as not given. */
export function readFilter(query: URLSearchParams): TimelineFilter {
  const [group, commitment, year] = [query.get("show"), query.get("commitment"), query.get("year")];
  return {
    ...(group && Object.hasOwn(momentGroups, group) ? { group: group as MomentGroup } : {}),
    ...(commitment ? { commitment } : {}),
    ...(year && /^\d{4}$/.test(year) ? { year } : {}),
  };
}
