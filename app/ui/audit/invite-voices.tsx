import { voices, voiceWords } from "#app/domain/audit/answer.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { typedOr } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { NumberField } from "../forms/number-field.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";

/** Makes private links for one voice. */
export function InviteVoices({ reply: last, sending }: { reply: FormReply | undefined; sending: string }) {
  const reply = last?.values.intent === "invite" ? last : undefined;
  return (
    <Form errors={reply?.errors}>
      <input type="hidden" name="intent" value="invite" />
      <input type="hidden" name="sending" value={sending} />
      <RadioGroup
        name="voice"
        label="Whose voice"
        options={voices.map((voice) => ({ value: voice, label: voiceWords[voice] }))}
        defaultValue={typedOr(reply, "voice", "")}
        error={reply?.errors.voice}
        required
      />
      <NumberField
        name="count"
        label="How many people"
        hint="One link each. They are shown once: hand them out at once, or print them."
        whole
        defaultValue={typedOr(reply, "count", "")}
        error={reply?.errors.count}
        required
      />
      <Button>Make the links</Button>
    </Form>
  );
}
