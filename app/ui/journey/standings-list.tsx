import type { RecommendationStanding } from "#app/domain/journey/recommendation-standing.ts";
import { StatusMark } from "../marks/status-mark.tsx";
import { commitmentPath, recommendationPath } from "./journey-links.ts";
import { standingWords } from "./standing-words.ts";

type StandingsListProps = {
  standings: readonly RecommendationStanding[];
  base: string;
  organisation: string;
};

/** Where each recommendation stands: the promises that answer it, or that none does. */
export function StandingsList({ standings, base, organisation }: StandingsListProps) {
  return (
    <ol className="standings">
      {standings.map(({ framework, recommendation, commitments }) => (
        <li key={`${framework} ${recommendation.id}`}>
          <div className="standing-name">
            <span className="standing-number" aria-hidden="true">
              {recommendation.number}
            </span>
            <a href={recommendationPath(recommendation.id)}>{recommendation.title}</a>
          </div>
          <div className="standing-answers">
            {commitments.length === 0 ? <span className="soft">No promise yet</span> : null}
            {commitments.map((commitment) => (
              <div key={commitment.id}>
                <StatusMark
                  kind={commitment.standing.mark}
                  word={standingWords(commitment.standing, organisation)}
                />{" "}
                <a className="small" href={commitmentPath(base, commitment.id)}>
                  {commitment.title}
                </a>
              </div>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}
