import type { UpdateKind } from "#app/domain/commitment/public.ts";
import { EmptyState } from "../data/empty-state.tsx";
import { Pager } from "../data/pager.tsx";
import { londonDate } from "../format.ts";
import { ButtonLink } from "../forms/button-link.tsx";
import { ContentNote } from "../page/content-note.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { Timeline } from "../record/timeline.tsx";
import { TimelineItem } from "../record/timeline-item.tsx";
import { Paragraphs } from "./paragraphs.tsx";
import { updateMarks } from "./status-of.ts";

type Row = {
  id: string;
  kind: UpdateKind;
  title: string;
  text: string;
  contentNote: string;
  effectiveOn: string;
  recordedAt: string | Date;
};

type Props = {
  updates: Row[];
  /** The last update of this page, when older ones follow. */
  older: string | undefined;
  base: string;
  mayEdit: boolean;
};

/** What happened, newest first. */
export function UpdatesSection({ updates, older, base, mayEdit }: Props) {
  return (
    <SectionRule id="updates" title="What happened">
      {updates.length === 0 ? (
        <EmptyState
          title="Nothing has been written yet"
          level={3}
          action={mayEdit ? <ButtonLink href={`${base}/updates/new`}>Write an update</ButtonLink> : undefined}
        >
          <p>Progress, a setback, something learned, a change of course: all four belong here.</p>
        </EmptyState>
      ) : (
        <Timeline label="Updates, newest first">
          {updates.map((update, index) => (
            <TimelineItem
              key={update.id}
              id={`update-${update.id}`}
              kind={updateMarks[update.kind]}
              on={update.effectiveOn}
              recordedOn={londonDate(update.recordedAt)}
              title={update.title}
              more={older !== undefined && index === updates.length - 1}
            >
              {update.contentNote ? (
                <ContentNote about={update.contentNote}>
                  <Paragraphs text={update.text} />
                </ContentNote>
              ) : (
                <Paragraphs text={update.text} />
              )}
              {mayEdit ? (
                <p>
                  <a href={`${base}/updates/${update.id}`}>
                    Change<span className="visually-hidden"> {update.title}</span>
                  </a>
                </p>
              ) : null}
            </TimelineItem>
          ))}
        </Timeline>
      )}
      <Pager of="updates" older={older ? `${base}?after=${older}#updates` : undefined} />
    </SectionRule>
  );
}
