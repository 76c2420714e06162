import type { Moment } from "#app/domain/journey/moment.ts";
import { ContentNote } from "../page/content-note.tsx";
import { TimelineItem } from "../record/timeline-item.tsx";
import { ChangesBox } from "./changes-box.tsx";
import { commitmentPath, entryPath } from "./journey-links.ts";
import { Paragraphs } from "./paragraphs.tsx";

type MomentItemProps = {
  moment: Moment;
  base: string;
  /** Title of the commitment it belongs to, where the page is not about that commitment alone. */
  commitmentTitle?: string;
  more?: boolean;
  level?: 3 | 4;
};

/** One entry of the record on a timeline, with the way to its permalink. */
export function MomentItem({ moment, base, commitmentTitle, more, level }: MomentItemProps) {
  const { withdrawn } = moment;
  const boxed = differencesInBox(moment);
  const owner = commitmentTitle !== moment.title ? commitmentTitle : undefined;
  return (
    <TimelineItem
      kind={moment.mark}
      word={moment.word}
      on={moment.on}
      recordedOn={moment.recordedOn}
      title={moment.title}
      href={
        moment.commitment && !owner && commitmentTitle ? commitmentPath(base, moment.commitment) : undefined
      }
      id={`entry-${moment.index}`}
      level={level}
      sides={moment.sides}
      withdrawn={withdrawn ? { on: withdrawn.on, reason: withdrawn.because } : undefined}
      more={more}
    >
      {boxed.length > 0 && moment.kind === "status" ? null : <MomentWords moment={moment} />}
      <ChangesBox differences={boxed} reason={moment.reason} />
      <p className="small soft">
        {owner && moment.commitment ? (
          <>
            <a href={commitmentPath(base, moment.commitment)}>{owner}</a> ·{" "}
          </>
        ) : null}
        <a href={entryPath(base, moment.index)}>Entry {moment.index}</a>
        {moment.author ? `, by ${moment.author}` : null}
      </p>
    </TimelineItem>
  );
}

/** Work that moved on is no change to a promise: its own words say it better than “was” and “now”. */
function differencesInBox({ kind, differences }: Moment): Moment["differences"] {
  const progress = kind === "status" || kind === "milestone";
  return progress ? differences.filter(({ direction }) => direction !== "strengthened") : differences;
}

function MomentWords({ moment }: { moment: Moment }) {
  const words = (
    <>
      {moment.text ? <Paragraphs text={moment.text} /> : null}
      {moment.link ? (
        <p>
          <a href={moment.link.href} rel="nofollow noreferrer">
            {moment.link.label}
          </a>
        </p>
      ) : null}
    </>
  );
  return moment.contentNote ? <ContentNote about={moment.contentNote}>{words}</ContentNote> : words;
}
