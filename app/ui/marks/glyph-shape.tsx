import type { ReactElement } from "react";
import type { MarkKind } from "./mark-kinds.ts";

const thread = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 3,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

/** The ground under a shape or a strand, so that it reads as lying over the thread. */
const casing = "var(--casing, var(--paper))";

/** Up into the loop, then down out of it. */
const loopUp = "M-11 8C0 8 8 4.5 8 -2A8 8 0 0 0 -8 -2";
const loopDown = "M-8 -2C-8 4.5 0 8 11 8";

const knot = (
  <>
    <path {...thread} d={loopUp} />
    <path d={loopDown} fill="none" stroke={casing} strokeWidth="7.5" />
    <path {...thread} d={loopDown} />
  </>
);

const shapes: Record<MarkKind, ReactElement> = {
  planned: <circle r="7" {...thread} fill={casing} strokeWidth="2" strokeDasharray="2.4 3.1" />,
  "under-way": (
    <>
      <path {...thread} d="M-11 0H5" />
      <circle r="4.5" cx="5.5" fill="currentColor" />
    </>
  ),
  stalled: <path {...thread} strokeWidth="4" d="M-9 0h.01M-3 0h.01M3 0h.01M9 0h.01" />,
  "done-claimed": <path {...thread} d={loopUp} />,
  agreed: knot,
  disputed: (
    <>
      <path {...thread} d={loopUp} />
      <path {...thread} d="M1 -5.5 6 -.5M6 -5.5 1 -.5" transform="translate(-3.5 .5)" strokeWidth="2.25" />
    </>
  ),
  tried: (
    <path
      {...thread}
      strokeWidth="2.25"
      d="M-11 0H-1C4 0 5 -6 10 -7M-1 0C5 0 6 -.5 11 -1M-1 0C4 0 5 5 10 7"
    />
  ),
  dropped: <path {...thread} d="M-11 0H-4M4 0H11M-2 6 2 -6" />,
  overdue: (
    <>
      <path {...thread} d="M-11 0H-5" strokeWidth="3" />
      <path d="M-3 0H11" fill="none" stroke="currentColor" strokeWidth="6" />
      <path d="M-4 -8V8" fill="none" stroke="currentColor" strokeWidth="2.25" />
    </>
  ),
  "target-moved": (
    <path
      d="M0 -9 9 0 0 9 -9 0Z"
      fill="var(--marigold)"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinejoin="round"
    />
  ),
  setback: <circle r="7" {...thread} fill={casing} />,
  promised: (
    <>
      <circle r="7.5" {...thread} fill={casing} strokeWidth="2.25" />
      <circle r="3" fill="currentColor" />
    </>
  ),
  progress: <circle r="6" fill="currentColor" />,
  learning: (
    <path
      d="M0 -9 2.4 -2.4 9 0 2.4 2.4 0 9 -2.4 2.4 -9 0 -2.4 -2.4Z"
      fill="currentColor"
      stroke={casing}
      strokeWidth="1"
    />
  ),
  "course-changed": <path {...thread} d="M-9 5H-3C3 5 1 -4 8 -4M4 -8.5 8.5 -4 4 .5" />,
  milestone: <path d="M-6 9V-8.5H7L3.5 -4 7 .5H-6" {...thread} strokeWidth="2.25" fill={casing} />,
  withdrawn: (
    <rect
      x="-7"
      y="-7"
      width="14"
      height="14"
      rx="2"
      {...thread}
      fill={casing}
      strokeWidth="2"
      strokeDasharray="3 3"
    />
  ),
};

/** The drawing of a mark around the point (0, 0), within ±12 units, in the current colour: for use inside an SVG. */
export function GlyphShape({ kind }: { kind: MarkKind }) {
  return shapes[kind];
}
