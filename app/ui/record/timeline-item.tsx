import { LATE_AFTER_DAYS } from "#app/domain/record/lateness.ts";
import type { ReactNode } from "react";
import { daysBetween, formatDate } from "../format.ts";
import { Glyph } from "../marks/glyph.tsx";
import { markMeaning, type MarkKind } from "../marks/mark-kinds.ts";
import { ChangeBox, type Change } from "./change-box.tsx";
import { SidesBox, type Side } from "./sides-box.tsx";
import { Tombstone } from "./tombstone.tsx";

type TimelineItemProps = {
  kind: MarkKind;
  /** Says the kind more exactly: "Target lowered". */
  word?: string;
  /** ISO date on which it happened. */
  on: string;
  /** ISO date on which it was published or recorded, when that is another day. */
  recordedOn?: string;
  /** Days between happening and recording from which the delay is marked. */
  lateAfterDays?: number;
  title: string;
  href?: string;
  id?: string;
  level?: 3 | 4;
  change?: Change;
  /** What the organisation says, and what the people affected say. */
  sides?: Side[];
  /** Words taken back: the reason stands in their place. */
  withdrawn?: { on: string; reason: string };
  /** The last item on this page, though older ones follow on the next. */
  more?: boolean;
  children?: ReactNode;
};

/** One moment on the thread: its mark, its two dates, what happened and what it changed. */
export function TimelineItem({ lateAfterDays = LATE_AFTER_DAYS, level = 3, ...item }: TimelineItemProps) {
  const kind = item.withdrawn ? "withdrawn" : item.kind;
  const Heading = level === 3 ? "h3" : "h4";
  const delay = item.recordedOn === undefined ? 0 : daysBetween(item.on, item.recordedOn);
  return (
    <li className="moment" id={item.id} data-more={item.more ? "" : undefined}>
      <span className="knot">
        <Glyph kind={kind} />
      </span>
      <p className={`moment-head tone-${markMeaning[kind].tone}`}>
        <b>{item.withdrawn ? "Withdrawn" : (item.word ?? markMeaning[kind].word)}</b>
        <span>
          <time dateTime={item.on}>{formatDate(item.on)}</time>
          {item.recordedOn !== undefined && delay !== 0 ? (
            <>
              , recorded <time dateTime={item.recordedOn}>{formatDate(item.recordedOn)}</time>
            </>
          ) : null}
        </span>
        {delay > lateAfterDays ? <span className="late">recorded {delay} days later</span> : null}
      </p>
      <Heading>{item.href ? <a href={item.href}>{item.title}</a> : item.title}</Heading>
      <div className="moment-body">
        {item.withdrawn ? <Tombstone {...item.withdrawn} /> : item.children}
        {item.change && !item.withdrawn ? <ChangeBox {...item.change} /> : null}
        {item.sides && !item.withdrawn ? <SidesBox sides={item.sides} /> : null}
      </div>
    </li>
  );
}
