import type { Moment } from "#app/domain/journey/moment.ts";
import { ContentNote } from "../page/content-note.tsx";
import { TimelineItem } from "../record/timeline-item.tsx";
import { ChangesBox } from "./changes-box.tsx";
import { commitmentPath, entryPath } from "./journey-links.ts";
import { Paragraphs } from "./paragraphs.tsx";

type MomentItemProps = {
  moment: Moment;
  slug: string;
  /** Title of the commitment it belongs to, where the page is not about that commitment alone. */
  commitmentTitle?: string;
  more?: boolean;
  level?: 3 | 4;
};

/** One entry of the record on a timeline, with the way to its permalink. */
export function MomentItem({ moment, slug, commitmentTitle, more, level }: MomentItemProps) {
  const { withdrawn } = moment;
  const owner = commitmentTitle !== moment.title ? commitmentTitle : undefined;
  return (
    <TimelineItem
      kind={moment.mark}
      word={moment.word}
      on={moment.on}
      recordedOn={moment.recordedOn}
      title={moment.title}
      href={
        moment.commitment && !owner && commitmentTitle ? commitmentPath(slug, moment.commitment) : undefined
      }
      id={`entry-${moment.index}`}
      level={level}
      sides={moment.sides}
      withdrawn={withdrawn ? { on: withdrawn.on, reason: withdrawn.because } : undefined}
      more={more}
    >
      <MomentWords moment={moment} />
      <ChangesBox differences={moment.differences} reason={moment.reason} />
      <p className="small soft">
        {owner && moment.commitment ? (
          <>
            <a href={commitmentPath(slug, moment.commitment)}>{owner}</a> ·{" "}
          </>
        ) : null}
        <a href={entryPath(slug, moment.index)}>Entry {moment.index}</a>
        {moment.author ? `, by ${moment.author}` : null}
      </p>
    </TimelineItem>
  );
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
