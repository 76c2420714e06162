import type { Moment } from "#app/domain/journey/moment.ts";
import { DefinitionList } from "../data/definition-list.tsx";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { Timeline } from "../record/timeline.tsx";
import { entryPath, recordPath } from "./journey-links.ts";
import { MomentItem } from "./moment-item.tsx";

export type EntryPageProps = {
  slug: string;
  /** Where the journey is read: its public address or its preview. */
  base: string;
  organisation: string;
  moment: Moment;
  /** Entries in the record. */
  size: number;
  /** Numbers of all entries about the same thing, oldest first. */
  versions: readonly number[];
  commitmentTitle?: string;
};

const roleWords: Record<Moment["role"], string> = {
  owner: "An owner",
  editor: "An editor",
  reviewer: "A board reviewer",
  participant: "Someone affected by the promise",
  system: "The software itself",
};

/** One entry of the record, at an address that stays. */
export function EntryPage({
  slug,
  base,
  organisation,
  moment,
  size,
  versions,
  commitmentTitle,
}: EntryPageProps) {
  const others = versions.filter((index) => index !== moment.index);
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "Journeys", href: "/journeys" },
          { label: organisation, href: base },
        ]}
      />
      <PageHeading
        title={`Entry ${moment.index}`}
        lede={`One of ${size} entries in the public record of ${organisation}. It cannot be changed without another entry that says so.`}
      />
      <SectionRule id="words" title="What it says">
        <Timeline label="This entry">
          <MomentItem moment={moment} base={base} commitmentTitle={commitmentTitle} />
        </Timeline>
      </SectionRule>
      <SectionRule id="facts" title="About this entry" rule="quiet">
        <DefinitionList
          items={[
            { term: "Recorded by", value: moment.author ?? roleWords[moment.role] },
            { term: "Kind", value: moment.kind.replaceAll("-", " ") },
            {
              term: "Other entries about it",
              value:
                others.length > 0
                  ? others.map((index) => (
                      <span key={index}>
                        <a href={entryPath(base, index)}>Entry {index}</a>{" "}
                      </span>
                    ))
                  : "None",
            },
            { term: "Check it", value: <a href={recordPath(slug)}>The whole record, with its signatures</a> },
          ]}
        />
      </SectionRule>
    </>
  );
}
