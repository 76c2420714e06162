import type { FormReply } from "#app/domain/form-reply.ts";
import { typedList, typedOr } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { TextField } from "../forms/text-field.tsx";

type Props = {
  reply?: FormReply;
  /** The newest version, 0 for none. */
  over: number;
  stored: { title: string; behaviours: string[]; agreedWith: string; shared: boolean };
};

/** The behaviours, one a line; a starter set stands in the box before the first version. */
export function HandoutForm({ reply, over, stored }: Props) {
  const errors = reply?.errors;
  return (
    <Form errors={errors}>
      <input type="hidden" name="intent" value="words" />
      <HiddenVersion
        name="over"
        version={reply && reply.theirs === undefined ? typedOr(reply, "over", over) : over}
      />
      <TextField
        name="title"
        label="Title"
        required
        defaultValue={typedOr(reply, "title", stored.title)}
        error={errors?.title}
      />
      <TextArea
        name="behaviours"
        label="Behaviours"
        hint="One on each line, 3 to 12. The words here are a first draft to argue with: agree your own with those who take part."
        required
        rows={12}
        defaultValue={typedOr(reply, "behaviours", stored.behaviours.join("\n"))}
        error={errors?.behaviours}
      />
      <TextArea
        name="agreedWith"
        label="Agreed with"
        hint="Who was in the room, and when."
        required
        rows={2}
        defaultValue={typedOr(reply, "agreedWith", stored.agreedWith)}
        error={errors?.agreedWith}
      />
      <CheckboxGroup
        name="shared"
        label="Public"
        options={[
          {
            value: "on",
            label: "Publish it with our journey",
            hint: "It goes out with the next publication, and every change after it is visible.",
          },
        ]}
        defaultValue={typedList(reply, "shared", stored.shared ? ["on"] : [])}
        error={errors?.shared}
      />
      <TextArea
        name="reason"
        label="Why it changes"
        rows={2}
        defaultValue={typedOr(reply, "reason", "")}
        error={errors?.reason}
      />
      <Button>Save this version</Button>
    </Form>
  );
}
