import { DefinitionList } from "../data/definition-list.tsx";
import { formatDate } from "../format.ts";
import { SectionRule } from "../page/section-rule.tsx";

type Props = {
  commitment: {
    why: string;
    forWhom: string;
    answerable: string;
    answerableName: string;
    startOn: string;
    dueOn: string;
    statusOn: string;
  };
  statusReason: string;
  recommendations: { key: string; title: string }[];
};

/** Why, for whom, who answers for it, and when. */
export function CommitmentPromise({ commitment, statusReason, recommendations }: Props) {
  const { answerable, answerableName } = commitment;
  return (
    <SectionRule id="promise" title="The promise">
      <DefinitionList
        items={[
          { term: "Why", value: commitment.why },
          { term: "Who it is for", value: commitment.forWhom },
          {
            term: "Who answers for it",
            value: answerableName ? `${answerable} (${answerableName})` : answerable,
          },
          { term: "Starts", value: formatDate(commitment.startOn) },
          { term: "Due", value: formatDate(commitment.dueOn) },
          { term: "Status", value: `Since ${formatDate(commitment.statusOn)}. ${statusReason}` },
          {
            term: "Answers",
            value:
              recommendations.length > 0 ? (
                <ul>
                  {recommendations.map(({ key, title }) => (
                    <li key={key}>{title}</li>
                  ))}
                </ul>
              ) : undefined,
          },
        ]}
      />
    </SectionRule>
  );
}
