import { countOf } from "#app/domain/counted.ts";
import { groundNames, refusalGrounds } from "#app/domain/feedback/open-door.ts";
import { jurisdictionNames } from "#app/domain/feedback/bank-holidays.ts";
import { refusedWords } from "#app/domain/feedback/open-door-words.ts";
import type { PublicLoop, PublicLoops } from "#app/domain/feedback/public-loops.ts";
import { EmptyState } from "../data/empty-state.tsx";
import { DefinitionList } from "../data/definition-list.tsx";

import { ButtonLink } from "../forms/button-link.tsx";
import { askPath, journeyPath } from "../journey/journey-links.ts";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { SummaryFigures } from "../page/summary-figures.tsx";
import { PublicLoopItem } from "./public-loop-item.tsx";

type Props = { slug: string; organisation: string; loops: PublicLoops };

/** You said, we did, we are doing, we could not: and whether the people who spoke agree. */
export function LoopsPage({ slug, organisation, loops }: Props) {
  const { counts } = loops;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "Journeys", href: "/journeys" },
          { label: organisation, href: journeyPath(slug) },
        ]}
      />
      <PageHeading
        title="You said, and what came of it"
        lede={`What people told ${organisation}. A loop is closed only when the people who spoke were told, and agreed only when they say so.`}
        actions={<ButtonLink href={askPath(slug)}>Ask or challenge</ButtonLink>}
      />
      {counts.all === 0 ? (
        <EmptyState title="Nothing yet">{organisation} has published nothing that people told it.</EmptyState>
      ) : (
        <>
          <SummaryFigures
            figures={[
              {
                label: "Said",
                value: counts.all,
                text: `at ${countOf(counts.sources, "place")}; ${counts.open} without an answer${
                  counts.imported > 0 ? `; ${counts.imported} brought in from a spreadsheet` : ""
                }`,
              },
              {
                label: "Overdue",
                value: counts.overdue,
                text: `${counts.unexplained} without any explanation; the clock is stopped for ${counts.paused}`,
              },
              {
                label: "Closed",
                value: counts.closed,
                text: `reported back, ${counts.toldFew} of them to fewer than half; ${counts.untold} answered but nobody told`,
              },
              {
                label: "People agree",
                value: counts.agreed,
                text: `and disagree on ${counts.disputed}; ${counts.unheard} closed without enough voices`,
              },
            ]}
          />
          <p className="small soft measure">
            {organisation} hands out the private links over which people answer. Each is one voice, and a link
            that is made anew betters no answer given before. Who holds a link, nobody can see.
          </p>
          <Group id="no-answer" title="You said, and there is no answer" loops={loops.waiting} slug={slug} />
          <Group id="did" title="You said, we did" loops={loops.did} slug={slug} />
          <Group id="doing" title="You said, we are doing" loops={loops.doing} slug={slug} />
          <Group id="could-not" title="You said, we could not" loops={loops.couldNot} slug={slug} />
        </>
      )}
      <SectionRule id="promise" title="How soon they answer">
        <p>
          {loops.promise
            ? `${organisation} promises to say within ${countOf(loops.promise.acknowledgeWithin, "working day")} that something arrived, and to answer within ${countOf(loops.promise.answerWithin, "working day")} (bank holidays of ${jurisdictionNames[loops.promise.jurisdiction]}).`
            : `${organisation} has not promised how soon it answers.`}
          {counts.medianDays === null
            ? ""
            : ` Half of what was reported back took ${countOf(counts.medianDays, "day")} or less.`}
        </p>
      </SectionRule>
      <OpenDoor slug={slug} loops={loops} />
      <WordsGoneNote {...loops.wordsGone} />
    </>
  );
}

function WordsGoneNote({ takenBack, takenDown, unpublished }: PublicLoops["wordsGone"]) {
  if (takenBack + takenDown === 0) return null;
  const had = (count: number, rest: string) =>
    count > 0 ? `${countOf(count, "loop")} had words that ${rest} ` : "";
  return (
    <p className="small soft">
      {had(takenBack, "somebody who spoke took back.")}
      {had(takenDown, "the organisation took out of the record.")}
      {unpublished > 0
        ? `Of ${unpublished} of them nothing was published since: they count as without an answer. `
        : ""}
      The counts above include them all.
    </p>
  );
}

function Group({ id, title, loops, slug }: { id: string; title: string; loops: PublicLoop[]; slug: string }) {
  if (loops.length === 0) return null;
  return (
    <SectionRule id={id} title={`${title}: ${loops.length}`}>
      {loops.map((loop) => (
        <PublicLoopItem key={loop.id} loop={loop} slug={slug} />
      ))}
    </SectionRule>
  );
}

function OpenDoor({ slug, loops }: { slug: string; loops: PublicLoops }) {
  const door = loops.openDoor;
  return (
    <SectionRule
      id="open-door"
      title="The open door"
      lede="Anybody may ask or challenge without a name. It may be refused for harm, never for comfort."
    >
      {door ? (
        <DefinitionList
          items={[
            { term: "Came in", value: String(door.received) },
            { term: "Taken up", value: String(door.taken) },
            {
              term: "Waiting",
              value: `${door.waiting}, of them ${door.waitingTooLong} not acknowledged and ${door.unansweredTooLong ?? 0} not answered in the time promised`,
            },
            { term: "Refused", value: refusedWords(door) },
            { term: "Taken back by who asked", value: door.takenBack ? String(door.takenBack) : "" },
            ...refusalGrounds
              .filter((ground) => door.refused[ground])
              .map((ground) => ({
                term: `Refused: ${groundNames[ground].toLowerCase()}`,
                value: String(door.refused[ground]),
              })),
            {
              term: "Protected challenges",
              value: door.protected
                ? `${door.protected.received} or more until the end of last month, of them ${door.protected.answered} answered by the board and ${door.protected.late ?? 0} late. Counted in threes`
                : "fewer than 3 until the end of last month, or none",
            },
            {
              term: "Something happened to those who spoke",
              value: typeof door.protected?.reprisals !== "number" ? "" : String(door.protected.reprisals),
            },
          ]}
        />
      ) : (
        <p>Nothing that came through the open door has been published yet.</p>
      )}
      <p>
        <a href={askPath(slug)}>Ask or challenge</a>, or{" "}
        <a href={`${askPath(slug)}/answer`}>read your answer</a>.
      </p>
    </SectionRule>
  );
}
