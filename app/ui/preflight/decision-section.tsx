import type { FormReply } from "#app/domain/form-reply.ts";
import { outcomes, type Outcome } from "#app/domain/session/preflight-decision.ts";
import type { Lapse } from "#app/domain/session/preflight-lapse.ts";
import type { Finding } from "#app/domain/session/preflight.ts";
import { itemNames, outcomeNames } from "#app/domain/session/preflight-words.ts";
import { typedOr } from "../commitment/form-values.ts";
import { Notice } from "../data/notice.tsx";
import { formatDate } from "../format.ts";
import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { TextArea } from "../forms/text-area.tsx";

type Decision = { id: number; outcome: Outcome; reasons: Record<string, string>; decidedOn: string };
type Props = {
  reply?: FormReply;
  found: readonly Finding[];
  /** Conflicts that were accepted with a reason already. */
  accepted: readonly string[];
  decisions: readonly Decision[];
  /** Why the last decision to go ahead holds no more. */
  lapse?: Lapse;
  mayEdit: boolean;
};

/** Go, go with accepted and written reasons, or not yet; each decision so far stays below. */
export function DecisionSection({ reply, found, accepted, decisions, lapse, mayEdit }: Props) {
  return (
    <>
      {lapse ? <Notice kind="warn">{lapseInWords(lapse)}</Notice> : null}
      {decisions.map((decision) => (
        <div key={decision.id} className="preflight-decision">
          <p>
            <b>{outcomeNames[decision.outcome]}</b>, {formatDate(decision.decidedOn)}.
          </p>
          {Object.keys(decision.reasons).length > 0 ? (
            <ul>
              {Object.entries(decision.reasons).map(([item, reason]) => (
                <li key={item}>
                  {itemNames[item as keyof typeof itemNames]}: {reason}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      ))}
      {mayEdit ? (
        <div className="no-print">
          <Form errors={reply?.errors}>
            <input type="hidden" name="intent" value="decision" />
            <RadioGroup
              name="outcome"
              label="May it go ahead?"
              hint={decisionHint(found.length, accepted.length)}
              required
              options={outcomes.map((value) => ({ value, label: outcomeNames[value] }))}
              defaultValue={typedOr(reply, "outcome", firstChoice(found.length, accepted.length))}
              error={reply?.errors.outcome}
            />
            {found.length > 0 ? (
              <details className="preflight-reasons" open={reply !== undefined || found.length <= 4}>
                <summary>Written reasons, if it goes ahead all the same</summary>
                {found.map(({ item, fault }) => (
                  <TextArea
                    key={item}
                    name={`reasons.${item}`}
                    label={itemNames[item]}
                    hint={fault}
                    rows={2}
                    defaultValue={reasonTyped(reply, item)}
                    error={reply?.errors[`reasons.${item}`]}
                  />
                ))}
              </details>
            ) : null}
            <Button variant="second">Record the decision</Button>
          </Form>
        </div>
      ) : null}
    </>
  );
}

function firstChoice(open: number, accepted: number): Outcome {
  if (open > 0) return "not-yet";
  return accepted > 0 ? "go-with-reasons" : "go";
}

function decisionHint(open: number, accepted: number): string {
  if (open === 1)
    return "Go is for a session with nothing open. One thing is open: settle it, or accept it with a written reason.";
  if (open > 1)
    return `Go is for a session with nothing open. ${open} things are open: settle them, or accept each with a written reason.`;
  return accepted > 0
    ? "Nothing is open. What was accepted when the session was planned stands beside the decision."
    : "Nothing is open.";
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
