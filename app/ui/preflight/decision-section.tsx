import type { Lapse } from "#app/domain/session/preflight-lapse.ts";
import { Notice } from "../data/notice.tsx";
import type { FormReply } from "#app/domain/form-reply.ts";
import { outcomes, type Finding, type Outcome } from "#app/domain/session/preflight.ts";
import { itemNames, outcomeNames } from "#app/domain/session/preflight-words.ts";
import { typedOr } from "../commitment/form-values.ts";
import { formatDate } from "../format.ts";
import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { TextArea } from "../forms/text-area.tsx";

type Decision = { id: number; outcome: Outcome; reasons: Record<string, string>; decidedOn: string };
type Props = {
  reply?: FormReply;
  found: readonly Finding[];
  decisions: readonly Decision[];
  /** Why the last decision to go ahead holds no more. */
  lapse?: Lapse;
  mayEdit: boolean;
};

/** Go, go with accepted and written reasons, or not yet; each decision so far stays below. */
export function DecisionSection({ reply, found, decisions, lapse, mayEdit }: Props) {
  return (
    <>
      {lapse ? <Notice kind="warn">{lapseInWords(lapse)}</Notice> : null}
      {decisions.map((decision) => (
        <div key={decision.id}>
          <p>
            <b>{outcomeNames[decision.outcome]}</b>, {formatDate(decision.decidedOn)}.
          </p>
          <ul>
            {Object.entries(decision.reasons).map(([item, reason]) => (
              <li key={item}>
                {itemNames[item as keyof typeof itemNames]}: {reason}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {mayEdit ? (
        <Form errors={reply?.errors}>
          <input type="hidden" name="intent" value="decision" />
          <RadioGroup
            name="outcome"
            label="May it go ahead?"
            required
            options={outcomes.map((value) => ({ value, label: outcomeNames[value] }))}
            defaultValue={typedOr(reply, "outcome", found.length === 0 ? "go" : "not-yet")}
            error={reply?.errors.outcome}
          />
          {found.map(({ item, fault }) => (
            <TextArea
              key={item}
              name={`reasons.${item}`}
              label={`${itemNames[item]}: why it goes ahead all the same`}
              hint={fault}
              rows={2}
              defaultValue={reasonTyped(reply, item)}
              error={reply?.errors[`reasons.${item}`]}
            />
          ))}
          <Button variant="second">Record the decision</Button>
        </Form>
      ) : null}
    </>
  );
}

function lapseInWords({ changed, newFaults }: Lapse): string {
  const parts = [
    ...(changed.length > 0 ? [`This changed since the decision: ${changed.join(", ")}.`] : []),
    ...(newFaults.length > 0
      ? [`No longer in order: ${newFaults.map((item) => itemNames[item]).join(", ")}.`]
      : []),
  ];
  return `The last decision holds no more. ${parts.join(" ")} Decide again before anybody is invited.`;
}

function reasonTyped(reply: FormReply | undefined, item: string): string {
  const reasons = reply?.values.reasons as Record<string, unknown> | undefined;
  const value = reasons?.[item];
  return typeof value === "string" ? value : "";
}
