import type { FormReply } from "#app/domain/form-reply.ts";
import { type Decision, decidedWords, owesAnswer } from "#app/domain/review/review.ts";
import { typedOr } from "../commitment/form-values.ts";
import { Tag } from "../data/tag.tsx";
import { formatDate, formatDue } from "../format.ts";
import { Button } from "../forms/button.tsx";
import { StaleErrors } from "../forms/stale-errors.tsx";
import { Form } from "../forms/form.tsx";
import { TextArea } from "../forms/text-area.tsx";

export type ReviewItem = {
  id: string;
  decision: Decision;
  text: string;
  actionBy: string | null;
  conflict: string;
  decidedOn: string;
  publish: boolean;
  reviewer: string | null;
  answer: { text: string; answeredOn: string } | null;
  /** Given for other content than stands now. */
  lapsed: boolean;
};

type Props = { reviews: ReviewItem[]; today: string; mayAnswer: boolean; reply: FormReply | undefined };

/** Questions and decisions, newest first, with the answers given and owed. */
export function ReviewList({ reviews, today, mayAnswer, reply }: Props) {
  const known = reviews.some((one) => mayAnswer && isOwed(one) && one.id === reply?.values.review);
  return (
    <>
      <StaleErrors reply={reply?.values.intent === "answer" && !known ? reply : undefined} />
      <ul className="findings">
        {reviews.map((review) => (
          <li key={review.id} id={`review-${review.id}`}>
            <div className="row">
              <b>{decidedWords[review.decision]}</b>
              <span className="soft">
                {formatDate(review.decidedOn)}
                {review.reviewer ? `, ${review.reviewer}` : ""}
              </span>
              {review.lapsed ? <Tag>About an earlier version</Tag> : null}
              {review.publish ? <Tag>For the public</Tag> : null}
            </div>
            <p className="as-typed">{review.text}</p>
            {review.conflict ? <p>Declared a conflict of interest: {review.conflict}</p> : null}
            {review.answer ? (
              <p className="as-typed">
                Answered on {formatDate(review.answer.answeredOn)}: {review.answer.text}
              </p>
            ) : isOwed(review) ? (
              <Owed review={review} today={today} mayAnswer={mayAnswer} reply={reply} />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

const isOwed = ({ answer, decision, actionBy }: ReviewItem) =>
  !answer && owesAnswer(decision) && Boolean(actionBy);

function Owed({ review, today, mayAnswer, reply }: Omit<Props, "reviews"> & { review: ReviewItem }) {
  const ours = reply?.values.review === review.id ? reply : undefined;
  return (
    <>
      <p>
        Owed by {formatDate(review.actionBy!)}: {formatDue(review.actionBy!, today)}.
      </p>
      {mayAnswer ? (
        <Form errors={ours?.errors}>
          <input type="hidden" name="intent" value="answer" />
          <input type="hidden" name="review" value={review.id} />
          <TextArea
            name="answer"
            label="Answer the board"
            rows={3}
            defaultValue={typedOr(ours, "answer", "")}
            error={ours?.errors.answer ?? ours?.errors.text}
            required
          />
          <Button variant="second">Send the answer</Button>
        </Form>
      ) : null}
    </>
  );
}
