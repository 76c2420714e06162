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
  mayEdit: boolean;
};

/** Go, go with accepted and written reasons, or not yet; each decision so far stays below. */
export function DecisionSection({ reply, found, decisions, mayEdit }: Props) {
  return (
    <>
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

function reasonTyped(reply: FormReply | undefined, item: string): string {
  const reasons = reply?.values.reasons as Record<string, unknown> | undefined;
  const value = reasons?.[item];
  return typeof value === "string" ? value : "";
}
