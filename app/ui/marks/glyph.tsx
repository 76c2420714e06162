import { GlyphShape } from "./glyph-shape.tsx";
import { markMeaning, type MarkKind } from "./mark-kinds.ts";

/** A mark as a picture of its own, hidden from assistive technology: always set it beside its word. `size` in px. */
export function Glyph({ kind, size = 24 }: { kind: MarkKind; size?: number }) {
  return (
    <svg
      className={`glyph tone-${markMeaning[kind].tone}`}
      width={size}
      height={size}
      viewBox="-12 -12 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <GlyphShape kind={kind} />
    </svg>
  );
}
