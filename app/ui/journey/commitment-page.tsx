import { findRecommendation, type Framework } from "#app/domain/framework/framework.ts";
import { verdictIn, type CommitmentView } from "#app/domain/journey/commitment-view.ts";
import type { Moment } from "#app/domain/journey/moment.ts";
import { CommentsGone } from "../feedback/comments-gone.tsx";
import { answersWords, reachWords } from "#app/domain/journey/attestation.ts";
import { ProgressChart } from "../charts/progress-chart.tsx";
import { DefinitionList } from "../data/definition-list.tsx";
import { formatDate } from "../format.ts";
import { StatusMark } from "../marks/status-mark.tsx";
import { Breadcrumbs } from "../page/breadcrumbs.tsx";
import { PageHeading } from "../page/page-heading.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { SidesBox } from "../record/sides-box.tsx";
import { Timeline } from "../record/timeline.tsx";
import { BoardWords } from "./board-words.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { recommendationPath } from "./journey-links.ts";
import { MilestoneList } from "./milestone-list.tsx";
import { MomentItem } from "./moment-item.tsx";
import { Paragraphs } from "./paragraphs.tsx";
import { seriesOf } from "./series-of.ts";
import { standingWords } from "./standing-words.ts";

export type CommitmentPageProps = {
  /** Where the journey is read: its public address or its preview. */
  base: string;
  organisation: string;
  commitment: CommitmentView;
  /** This commitment's part of the timeline, newest first. */
  history: readonly Moment[];
  frameworks: readonly Framework[];
};

/** One promise: what it is, how far it is, and everything that happened to it. */
export function CommitmentPage({ base, organisation, commitment, history, frameworks }: CommitmentPageProps) {
  const { standing } = commitment;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: "Journeys", href: "/journeys" },
          { label: organisation, href: base },
        ]}
      />
      <PageHeading title={commitment.title}>
        <div className="standing-now">
          <StatusMark kind={standing.mark} word={standingWords(standing, organisation)} />
          {standing.reason ? <Paragraphs text={standing.reason} className="measure" /> : null}
        </div>
      </PageHeading>
      <Promise commitment={commitment} frameworks={frameworks} />
      <Voices commitment={commitment} organisation={organisation} />
      <BoardWords decisions={commitment.decisions} />
      <SectionRule
        id="measures"
        title="How we will know"
        lede="A target that moved is drawn as a step. What was promised before stays on the picture."
      >
        {commitment.measures.length === 0 ? <p>No measure has been published for this promise.</p> : null}
        <div className="stack-wide">
          {commitment.measures.map((measure) => (
            <div key={measure.id} className="stack">
              <ProgressChart series={seriesOf(measure)} />
              {measure.retiredBecause ? <p>No longer measured: {measure.retiredBecause}</p> : null}
              {measure.readings.some(({ value }) => value === null) ? (
                <p className="small soft">
                  Not every figure could be told: too few people, or it would have pointed to someone.
                </p>
              ) : null}
            </div>
          ))}
        </div>
      </SectionRule>
      {base.startsWith("/journeys/") ? (
        <p>
          <a href={`${base}/ask?commitment=${commitment.id}`}>Ask about this promise, or challenge it</a>,
          without a name.
        </p>
      ) : null}
      <MilestoneList milestones={commitment.milestones} />
      <EvidenceList evidence={commitment.evidence} />
      <SectionRule id="history" title="Everything that happened, newest first">
        <Timeline label="Everything that happened to this promise">
          {history.map((moment) => (
            <MomentItem key={moment.index} moment={moment} base={base} />
          ))}
        </Timeline>
      </SectionRule>
    </>
  );
}

function Promise({ commitment, frameworks }: Pick<CommitmentPageProps, "commitment" | "frameworks">) {
  const moved = commitment.firstDueOn !== commitment.dueOn;
  const answered = commitment.recommendations.map(
    (reference) => findRecommendation(frameworks, reference) ?? reference,
  );
  return (
    <SectionRule id="promise" title="The promise">
      <div className="measure stack promise-words">
        <Paragraphs text={commitment.what} />
      </div>
      {commitment.why ? (
        <div className="measure stack">
          <h3>Why</h3>
          <Paragraphs text={commitment.why} />
        </div>
      ) : null}
      <DefinitionList
        items={[
          { term: "Who it is for", value: commitment.forWhom },
          {
            term: "Who answers for it",
            value: [commitment.answerable, commitment.answerableName].filter(Boolean).join(": "),
          },
          { term: "From", value: formatDate(commitment.startOn) },
          {
            term: "Due",
            value: moved
              ? `${formatDate(commitment.dueOn)} (first promised for ${formatDate(commitment.firstDueOn)})`
              : formatDate(commitment.dueOn),
          },
          {
            term: "Answers",
            value:
              answered.length > 0 ? (
                <ul className="plain-list">
                  {answered.map((recommendation) => (
                    <li key={recommendation.id}>
                      <a href={recommendationPath(recommendation.id)}>
                        {"title" in recommendation
                          ? `Recommendation ${recommendation.number}: ${recommendation.title}`
                          : recommendation.id}
                      </a>
                    </li>
                  ))}
                </ul>
              ) : null,
          },
        ]}
      />
    </SectionRule>
  );
}

type VoicesProps = Pick<CommitmentPageProps, "commitment" | "organisation">;

function Voices({ commitment, organisation }: VoicesProps) {
  const { attestations, standing } = commitment;
  const latest = verdictIn(attestations);
  if (standing.status !== "done" && !latest) return null;
  const caveat = latest && reachWords(latest);
  return (
    <SectionRule
      id="voices"
      title="Is it done?"
      lede="“Done” is what the organisation says. The people affected say whether they agree; we show both."
    >
      <SidesBox
        sides={[
          {
            who: `${organisation} says`,
            says: standing.status === "done" ? `Done, ${formatDate(standing.since)}` : "Not done",
          },
          {
            who: latest ? `People affected say (${latest.invited} asked)` : "People affected",
            says: latest ? answersWords(latest) : "have not been asked yet.",
          },
        ]}
      />
      {caveat ? <p className="measure">{caveat}</p> : null}
      {latest ? <p className="small soft measure">How they were chosen: {latest.how}</p> : null}
      {latest?.closesOn ? (
        <p className="small soft measure">
          They can answer until {formatDate(latest.closesOn)}. Answers are added in threes, and the rest after
          that day, so that no change tells what one person said.
        </p>
      ) : null}
      {latest?.comments.texts.map((comment) => (
        <blockquote className="said as-typed" key={comment}>
          {comment}
        </blockquote>
      ))}
      {latest ? <CommentsGone {...latest.comments} /> : null}
      {attestations.length > 1 ? (
        <ul className="small">
          {attestations.map((round) => (
            <li key={round.index}>
              Asked on {formatDate(round.on)}: {answersWords(round)}
            </li>
          ))}
        </ul>
      ) : null}
    </SectionRule>
  );
}
