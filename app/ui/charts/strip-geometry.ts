import { epochDay, formatShortMonth } from "../format.ts";
import type { Lane, LaneMark, SegmentStyle } from "./lane.ts";

/** The stretch of time drawn, as ISO dates. */
export type Span = { from: string; to: string };

export type Tick = { x: number; label?: string };
export type PlacedSegment = { x1: number; x2: number; style: SegmentStyle };
/** `level` 0 lies on the thread, −1 above it, +1 below it. */
export type PlacedMark = LaneMark & { x: number; level: -1 | 0 | 1 };

/** Room kept free at both ends, in per cent, so that a mark on the first or last day is drawn whole. */
const margin = 3;

/** A label needs this much, in per cent of the narrowest strip drawn (about 290 px for "Jan 2026"). */
const labelRoom = 23;

/** Two marks nearer than this, in per cent of the narrowest strip, would overlap on the thread. */
const markRoom = 8;

/** Where a date lies, in per cent of the strip's width; a date outside the span is held at its end. */
export function positionOf(on: string, span: Span): number {
  const start = epochDay(span.from);
  const days = Math.max(1, epochDay(span.to) - start);
  const share = Math.min(1, Math.max(0, (epochDay(on) - start) / days));
  return round(margin + share * (100 - 2 * margin));
}

const round = (x: number) => Math.round(x * 100) / 100;

/**
 * First days of months, evenly apart, as far apart as their labels need: every 1, 2, 3, 6 or 12 months, then whole years.
 * A label stands to the right of its tick and is left out where it would run over the end.
 */
export function ticksOf(span: Span): Tick[] {
  const [year, month] = span.from.split("-").map(Number) as [number, number];
  const monthWidth = (30.44 / Math.max(1, epochDay(span.to) - epochDay(span.from))) * (100 - 2 * margin);
  const step = [1, 2, 3, 6, 12, 24, 36, 60, 120].find((months) => months * monthWidth >= labelRoom) ?? 240;
  const ticks: Tick[] = [];
  let index = Math.ceil((year * 12 + month - 1) / step) * step;
  for (; ; index += step) {
    const on = `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;
    if (on > span.to) return ticks;
    if (on < span.from) continue;
    const x = positionOf(on, span);
    const withYear = ticks.length === 0 || index % 12 === 0;
    ticks.push({ x, ...(x + labelRoom <= 100 + margin ? { label: formatShortMonth(on, withYear) } : {}) });
  }
}

/** A lane's stretches in drawing order; those outside the span, or ending before they begin, are left out. */
export function placeSegments(lane: Lane, span: Span): PlacedSegment[] {
  return lane.segments
    .filter((segment) => segment.to >= segment.from && segment.to >= span.from && segment.from <= span.to)
    .map(({ from, to, style }) => ({ x1: positionOf(from, span), x2: positionOf(to, span), style }));
}

/** A lane's marks, oldest first, each at its true date; crowded ones step above or below the thread instead of aside. */
export function placeMarks(lane: Lane, span: Span): PlacedMark[] {
  const last = new Map<PlacedMark["level"], number>();
  const levels = [0, -1, 1] as const;
  return lane.marks
    .filter((mark) => mark.on >= span.from && mark.on <= span.to)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((mark) => {
      const x = positionOf(mark.on, span);
      const gap = (level: PlacedMark["level"]) => x - (last.get(level) ?? -Infinity);
      const free = levels.find((level) => gap(level) >= markRoom);
      const level = free ?? levels.reduce((best, each) => (gap(each) > gap(best) ? each : best));
      last.set(level, x);
      return { ...mark, x, level };
    });
}

/** The span that holds every date of these lanes and today, from the first day of a month. */
export function spanOf(lanes: Lane[], today: string): Span {
  const dates = lanes.flatMap((lane) => [
    ...lane.segments.flatMap((segment) => [segment.from, segment.to]),
    ...lane.marks.map((mark) => mark.on),
    ...(lane.dueOn ? [lane.dueOn] : []),
  ]);
  const ordered = [...dates, today].sort();
  return { from: `${(ordered[0] ?? today).slice(0, 7)}-01`, to: ordered.at(-1) ?? today };
}
