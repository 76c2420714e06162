import { StatusMark } from "../marks/status-mark.tsx";
import { markKinds, markMeaning, type MarkKind } from "../marks/mark-kinds.ts";
import type { Lane } from "./lane.ts";

/** The meaning of every stroke and mark that these lanes use, and of no other. */
export function StripLegend({ lanes }: { lanes: Lane[] }) {
  const used = new Set<MarkKind>(
    lanes.flatMap((lane) => [
      ...lane.segments.map((segment): MarkKind => (segment.style === "done" ? "agreed" : segment.style)),
      ...lane.marks.map((mark) => mark.kind),
    ]),
  );
  const kinds = markKinds.filter((kind) => used.has(kind));
  return (
    <ul className="legend">
      {kinds.map((kind) => (
        <li key={kind}>
          <StatusMark kind={kind} word={markMeaning[kind].word} />
        </li>
      ))}
      {lanes.some((lane) => lane.dueOn) ? (
        <li>
          <span className="status">
            <svg className="glyph" width="12" height="22" viewBox="-6 -11 12 22" aria-hidden="true">
              <path d="M0 -9V9" stroke="var(--ink)" strokeWidth="2" />
            </svg>
            date promised
          </span>
        </li>
      ) : null}
    </ul>
  );
}
