import { GlyphShape } from "../marks/glyph-shape.tsx";

const out = "M12 292C64 292 74 238 122 230S196 196 240 196";
const up = "M240 196C336 196 424 178 424 118A60 60 0 0 0 304 118";
const down = "M304 118C304 178 392 196 488 196";

/**
 * A promise from its first day to its knot, the target moved once and one thing tried in vain on the way. Decorative: the
 * words are in "How to read a thread".
 */
export function HeadingThread() {
  return (
    <svg
      className="heading-thread"
      width="460"
      height="290"
      viewBox="0 24 500 290"
      aria-hidden="true"
      focusable="false"
    >
      <g fill="none" strokeWidth="6" strokeLinecap="round">
        <path d={out} stroke="var(--plum)" />
        <path d={up} stroke="var(--leaf)" />
        <path d={down} stroke="var(--paper)" strokeWidth="22" strokeLinecap="butt" />
        <path d={down} stroke="var(--leaf)" />
      </g>
      <circle cx="12" cy="292" r="10" fill="var(--plum)" />
      <g color="var(--marigold-edge)" transform="translate(122 230) scale(1.7)">
        <GlyphShape kind="target-moved" />
      </g>
      <g color="var(--clay)" transform="translate(196 201) scale(1.6)">
        <GlyphShape kind="setback" />
      </g>
    </svg>
  );
}
