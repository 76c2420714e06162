import type { Status } from "#app/domain/commitment/public.ts";
import type { Recommendation } from "#app/domain/framework/framework.ts";
import { Card } from "../data/card.tsx";
import { Tags } from "../data/tag.tsx";
import { listOf } from "../format.ts";
import { ButtonLink } from "../forms/button-link.tsx";
import { StatusMarks } from "./status-marks.tsx";

type Props = {
  recommendation: Recommendation;
  commitments: { id: string; title: string; status: Status; dueOn: string }[];
  /** The address of the list of commitments. */
  base: string;
  /** Where to adopt it, for editors. */
  adopt: string | undefined;
  today: string;
};

/** One recommendation: what it asks, and what answers it. */
export function RecommendationCard({ recommendation, commitments, base, adopt, today }: Props) {
  const { number, title, text, intent, forWhom, sources, deliverable } = recommendation;
  return (
    <Card
      title={`${number}. ${title}`}
      foot={<>Source: {listOf(sources.map(({ part, pages }) => `${part} (pages ${pages})`))}</>}
    >
      {deliverable === "advocacy" ? <Tags words={["To argue for"]} /> : null}
      <p>{text}</p>
      <details>
        <summary>What it is meant to change, and for whom</summary>
        <p>{intent}</p>
        <p>For: {forWhom}.</p>
      </details>
      {commitments.length > 0 ? (
        <ul className="stack">
          {commitments.map((commitment) => (
            <li key={commitment.id}>
              <a href={`${base}/${commitment.id}`}>{commitment.title}</a>{" "}
              <StatusMarks commitment={commitment} today={today} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">No commitment answers it yet.</p>
      )}
      {adopt ? (
        <p>
          <ButtonLink href={adopt} variant="second">
            {commitments.length > 0 ? "Add another commitment" : "Adopt"}
            <span className="visually-hidden">: {title}</span>
          </ButtonLink>
        </p>
      ) : null}
    </Card>
  );
}
