import type { ReactNode } from "react";
import { publicInAMinute } from "#app/domain/recruitment/in-a-minute.ts";
import { practiceFacts } from "#app/domain/recruitment/practice.ts";
import { shown } from "#app/domain/recruitment/public-finding.ts";
import { publicShares } from "#app/domain/recruitment/public-findings.ts";
import type { PublicRound } from "#app/domain/recruitment/public-rounds.ts";
import { bodyNames, stageTitle } from "#app/domain/recruitment/stage-words.ts";
import { DefinitionList } from "../data/definition-list.tsx";
import { DownloadList } from "../data/download-list.tsx";
import { EmptyState } from "../data/empty-state.tsx";
import { formatDate } from "../format.ts";
import { entryPath, journeyPath, recruitmentPath } from "../journey/journey-links.ts";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { ProtectedTable } from "./protected-table.tsx";
import { InAMinute } from "./in-a-minute.tsx";
import { PublicFindingsList } from "./public-findings-list.tsx";
import { ShareChart } from "./share-chart.tsx";

type Props = { slug: string; organisation: string; rounds: PublicRound[] };

/** Who an organisation reached, appointed and kept, as its record shows it. */
export function RecruitmentPage({ slug, organisation, rounds }: Props) {
  const path = recruitmentPath(slug);
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "Journeys", href: "/journeys" },
          { label: organisation, href: journeyPath(slug) },
        ]}
      />
      <PageHeading
        title="Recruitment"
        lede={`Who ${organisation} reached, appointed and kept, compared with the people it serves.`}
      />
      {rounds.length === 0 ? (
        <EmptyState title="No round is published">
          <p>{organisation} has published no figures about recruitment so far.</p>
        </EmptyState>
      ) : (
        <>
          {rounds.map((round) => (
            <RoundSection key={round.id} slug={slug} round={round} />
          ))}
          <SectionRule id="take" title="Take it with you">
            <DownloadList
              items={[
                { href: `${path}/rounds.csv`, label: "The tables", about: "CSV" },
                { href: `${path}/rounds.json`, label: "Tables and findings", about: "JSON" },
              ]}
            />
          </SectionRule>
        </>
      )}
    </>
  );
}

function RoundSection({ slug, round }: { slug: string; round: PublicRound }) {
  const { id, title, body, openedOn, closedOn, figures, benchmark, findings, practice, entry } = round;
  const against =
    benchmark && benchmark.allOtherPercent !== null
      ? `Among ${benchmark.place} it is ${benchmark.allOtherPercent}% (${benchmark.source}, ${formatDate(benchmark.on)}).`
      : "No share of the people served is published to compare it with.";
  return (
    <SectionRule
      id={`round-${id}`}
      title={title}
      lede={`${bodyNames[body]}. Opened ${formatDate(openedOn)}, ${closedOn ? `closed ${formatDate(closedOn)}` : "still open"}.`}
    >
      <div className="stack-wide">
        <InAMinute facts={publicInAMinute(findings)} />
        <ShareChart
          title="All other ethnic groups combined, at each stage"
          summary={`Share of everyone whose group is known. ${against} ${round.caveat}`}
          bars={publicShares(figures).map(({ stage, percent }) => ({
            label: stageTitle(stage),
            percent,
            counts: countsAt(round, stage),
          }))}
          mark={
            benchmark && benchmark.allOtherPercent !== null
              ? { label: benchmark.place, percent: benchmark.allOtherPercent }
              : null
          }
        />
        <Folded title="Each finding, with its chart" of={title}>
          <PublicFindingsList findings={findings} benchmark={benchmark} figures={figures} />
        </Folded>
        <Folded title="The counts" of={title}>
          <ProtectedTable figures={figures} caption={`Counts as at ${formatDate(figures.asOf)}`} />
        </Folded>
        <Folded title="How people were reached and chosen" of={title}>
          <DefinitionList items={practiceFacts(practice)} />
        </Folded>
        <p>
          <a href={entryPath(journeyPath(slug), entry)}>Where this stands in the record: entry {entry}</a>
        </p>
      </div>
    </SectionRule>
  );
}

function Folded({ title, of, children }: { title: string; of: string; children: ReactNode }) {
  return (
    <details className="chart-facts">
      <summary>
        {title}
        <span className="visually-hidden"> of {of}</span>
      </summary>
      {children}
    </details>
  );
}

function countsAt({ figures }: PublicRound, stage: PublicRound["figures"]["stages"][number]): string {
  const [part, whole] = [figures.cells[`${stage}|group:all_other`], figures.cells[`${stage}|known`]];
  return part && whole ? `${shown(part)} of ${shown(whole)}` : "not counted";
}
