import { gapsIn, widestFirst } from "#app/domain/audit/findings.ts";
import { levels, levelWords } from "#app/domain/audit/instrument.ts";
import type { AuditRoundContent } from "#app/domain/audit/public.ts";
import { DefinitionList } from "../data/definition-list.tsx";
import { formatDate } from "../format.ts";
import { entryPath } from "../journey/journey-links.ts";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { DotPlot } from "./dot-plot.tsx";
import { GapList } from "./gap-list.tsx";
import { TurnoutTable } from "./turnout-table.tsx";
import { VoiceKey } from "./voice-key.tsx";

type PublicRound = AuditRoundContent & { id: string; index: number };
type Props = {
  base: string;
  organisation: string;
  /** Newest first; `index` is the entry that says so. */
  rounds: PublicRound[];
};

/** What an organisation published of its self-audits: who said what, and how many were asked. */
export function PublicAudit({ base, organisation, rounds }: Props) {
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "Journeys", href: "/journeys" },
          { label: organisation, href: base },
        ]}
      />
      <PageHeading
        title="How far are they, and who says so?"
        lede={`${organisation} asked its team, its board, co-producers and partners the same questions. There is no overall score. A voice with fewer than three answers is not shown.`}
      />
      {rounds.map((round) => (
        <SectionRule
          key={round.id}
          id={`round-${round.id}`}
          title={round.title}
          lede={
            <>
              Closed on {formatDate(round.closedOn)}. {organisation} shows {round.questions.length} of{" "}
              {round.asked} questions. <a href={entryPath(base, round.index)}>See it in the record</a>
            </>
          }
        >
          <TurnoutTable rows={round.voices} />
          <Gaps round={round} />
          {round.questions.map((question) => (
            <div className="audit-question" key={question.id} id={`q-${round.id}-${question.id}`}>
              {question.spreads.length > 0 ? (
                <DotPlot title={question.title} spreads={question.spreads} />
              ) : (
                <p>{question.title}: fewer than three people of each voice answered.</p>
              )}
              {question.levels ? <Levels title={question.title} words={question.levels} /> : null}
            </div>
          ))}
        </SectionRule>
      ))}
    </>
  );
}

/** The finding, worked out from what is shown: nobody can publish the answers and leave the gap out. */
function Gaps({ round }: { round: PublicRound }) {
  const titles = new Map(round.questions.map(({ id, title }) => [id, title]));
  const gaps = widestFirst(round.questions.flatMap(({ id, spreads }) => gapsIn(id, spreads)));
  if (gaps.length === 0) return null;
  return (
    <>
      <h3 className="audit-question">Where they see themselves higher than others do</h3>
      <VoiceKey />
      <GapList
        gaps={gaps.map((gap) => ({
          ...gap,
          title: titles.get(gap.question) ?? gap.question,
          href: `#q-${round.id}-${gap.question}`,
        }))}
      />
    </>
  );
}

function Levels({ title, words }: { title: string; words: Partial<Record<string, string>> }) {
  return (
    <details className="chart-facts">
      <summary>
        What the levels mean<span className="visually-hidden"> for {title}</span>
      </summary>
      <DefinitionList
        items={levels.flatMap((level) =>
          words[level] ? [{ term: levelWords[level], value: words[level] }] : [],
        )}
      />
    </details>
  );
}
