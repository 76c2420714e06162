import type { FormReply } from "#app/domain/form-reply.ts";
import { type Decision, decisions, decisionWords } from "#app/domain/review/review.ts";
import { typedOr } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { ChoiceAndReason } from "../forms/choice-and-reason.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Form } from "../forms/form.tsx";
import { TextArea } from "../forms/text-area.tsx";

const hints: Record<Decision, string> = {
  question: "Decides nothing. An answer is owed by the day you give.",
  accept: "You sign exactly what is above. It lapses when anything of it changes.",
  return: "It is not good enough yet. Say what is missing.",
  "require-action": "Something has to be done by the day you give. Lateness will show, also in public.",
  escalate: "This is more than one reviewer should decide.",
};

type Props = {
  reply: FormReply | undefined;
  /** Fingerprint of what is on the page. */
  seen: string;
  /** The latest review on the page; empty for none. */
  after: string;
  day: string;
  soon: string;
};

/** A reviewer's question or decision on what is on the page. After a conflict it is bound to what is there now. */
export function DecisionForm({ reply: last, seen, after, day, soon }: Props) {
  const reply = last?.values.intent === "decide" ? last : undefined;
  return (
    <Form errors={reply?.errors}>
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="after" value={after} />
      <ChoiceAndReason
        choice={{
          name: "decision",
          label: "What you do",
          value: typedOr(reply, "decision", ""),
          error: reply?.errors.decision,
        }}
        options={decisions.map((value) => ({ value, label: decisionWords[value], hint: hints[value] }))}
        reason={{
          name: "text",
          label: "Why, or what you ask",
          value: typedOr(reply, "text", ""),
          error: reply?.errors.text,
        }}
      />
      <DateField
        name="actionBy"
        label="Owed by"
        hint="For a question or a required action."
        min={day}
        defaultValue={typedOr(reply, "actionBy", soon)}
        error={reply?.errors.actionBy}
      />
      <TextArea
        name="conflict"
        label="Do you have a conflict of interest?"
        hint="Say which. You can still ask, return and escalate; another reviewer has to accept."
        rows={2}
        defaultValue={typedOr(reply, "conflict", "")}
        error={reply?.errors.conflict}
      />
      <CheckboxGroup
        name="publish"
        label="The public record"
        options={[
          {
            value: "yes",
            label: "Publish this with the next publication",
            hint: "Without your name. An action that is late shows in any case.",
          },
        ]}
        defaultValue={reply?.values.publish === "yes" ? ["yes"] : []}
        error={reply?.errors.publish}
      />
      <Button>Sign</Button>
    </Form>
  );
}
