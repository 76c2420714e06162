import type { FormReply } from "#app/domain/form-reply.ts";
import { typedOr } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { TextField } from "../forms/text-field.tsx";
import { SectionRule } from "../page/section-rule.tsx";

/** Takes one unanswered link out of use: it was lost, or somebody was given two. */
export function SwitchOff({ reply: last }: { reply: FormReply | undefined }) {
  const reply = last?.values.intent === "switch-off" ? last : undefined;
  return (
    <SectionRule
      id="switch-off"
      title="Switch off a link"
      lede="For a link that was lost, or a second one given to the same person. Its holder no longer counts as asked."
    >
      <Form errors={reply?.errors}>
        <input type="hidden" name="intent" value="switch-off" />
        <TextField
          name="link"
          label="The link"
          hint="Paste it as it stands on the slip. A link that was answered stays."
          defaultValue={typedOr(reply, "link", "")}
          error={reply?.errors.link}
          required
        />
        <Button variant="second">Switch it off</Button>
      </Form>
    </SectionRule>
  );
}
