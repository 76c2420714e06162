import type { FormReply } from "#app/domain/form-reply.ts";
import { typedList, typedOr } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { ChoiceAndReason } from "../forms/choice-and-reason.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Form } from "../forms/form.tsx";
import type { Option } from "../forms/options.ts";
import { TextArea } from "../forms/text-area.tsx";

/** A reviewer's word on things that are no commitments. */
export function ClearanceForm({ options, reply }: { options: Option[]; reply: FormReply | undefined }) {
  if (options.length === 0) return <p>All of it is accepted exactly as it stands.</p>;
  return (
    <Form errors={reply?.errors}>
      <CheckboxGroup
        name="chosen"
        label="What you decide on"
        options={options}
        defaultValue={typedList(reply, "chosen", [])}
        error={reply?.errors.chosen}
        required
      />
      <ChoiceAndReason
        choice={{
          name: "decision",
          label: "What you do",
          value: typedOr(reply, "decision", ""),
          error: reply?.errors.decision,
        }}
        options={[
          {
            value: "accept",
            label: "Accept",
            hint: "You sign exactly what is above. It lapses when anything of it changes.",
          },
          {
            value: "return",
            label: "Return for more work",
            hint: "It is not good enough yet. Say what is missing.",
          },
        ]}
        reason={{
          name: "text",
          label: "Why",
          value: typedOr(reply, "text", ""),
          error: reply?.errors.text,
        }}
      />
      <TextArea
        name="conflict"
        label="Do you have a conflict of interest?"
        hint="Say which. You can still return; another reviewer has to accept."
        rows={2}
        defaultValue={typedOr(reply, "conflict", "")}
        error={reply?.errors.conflict}
      />
      <Button>Sign</Button>
    </Form>
  );
}
