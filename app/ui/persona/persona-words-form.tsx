import type { FormReply } from "#app/domain/form-reply.ts";
import { typedList, versionOf } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { TextField } from "../forms/text-field.tsx";
import { fieldOf } from "../pay/field-of.ts";

type Stored = {
  title: string;
  about: string;
  strengths: string[];
  hopes: string;
  sources: string[];
  example: boolean;
  version: number;
};

/** Who a persona is. Without `stored` it starts a draft. */
export function PersonaWordsForm({ reply, stored }: { reply?: FormReply; stored?: Stored }) {
  const field = fieldOf(reply);
  return (
    <Form errors={reply?.errors}>
      <input type="hidden" name="intent" value="words" />
      {stored ? <HiddenVersion version={versionOf(reply, stored.version)} /> : null}
      <TextField
        {...field("title", stored?.title)}
        label="Title"
        hint="What this person does or loves, not what they are: “A night-shift porter who sings”."
        required
        maxLength={120}
      />
      <TextArea
        {...field("about", stored?.about)}
        label="Who this person is"
        hint="A life in a few lines, in the makers' words."
        required
        rows={6}
      />
      <TextArea
        {...field("strengths", stored?.strengths.join("\n"))}
        label="Strengths"
        hint="One on each line: what a group would gain from this person."
      />
      <TextArea
        {...field("hopes", stored?.hopes)}
        label="Hopes"
        hint="What taking part would bring them."
        rows={3}
      />
      <TextArea
        {...field("sources", stored?.sources.join("\n"))}
        label="Sources"
        hint="One on each line: conversations, groups, studies it rests on. Never the name of a private person."
        rows={3}
      />
      <CheckboxGroup
        name="example"
        label="Example"
        options={[
          {
            value: "on",
            label: "This is an invented example",
            hint: "It is marked as one wherever it is shown, and other installations cannot import it.",
          },
        ]}
        defaultValue={typedList(reply, "example", stored?.example ? ["on"] : [])}
      />
      {stored ? (
        <TextArea
          {...field("reason")}
          label="Why it changes"
          hint="Published beside the change when the persona is public."
          rows={2}
        />
      ) : null}
      <Button>{stored ? "Save the persona" : "Start the draft"}</Button>
    </Form>
  );
}
