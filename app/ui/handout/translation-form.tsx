import type { FormReply } from "#app/domain/form-reply.ts";
import { typedOr } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { controlProps } from "../forms/field-ids.ts";
import { FieldFrame } from "../forms/field-frame.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { TextField } from "../forms/text-field.tsx";

/** Pastes in what a translator gave. The boxes follow the direction of what is typed. */
export function TranslationForm({ reply, over }: { reply?: FormReply; over: number }) {
  const errors = reply?.errors;
  const text = (name: string, label: string, hint?: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      required
      defaultValue={typedOr(reply, name, "")}
      error={errors?.[name]}
    />
  );
  const lines = {
    name: "lines",
    label: "Translated behaviours",
    hint: "One on each line, in the same order. Ask a paid translator whom the community trusts.",
    required: true,
    error: errors?.lines,
  };
  return (
    <Form errors={errors}>
      <input type="hidden" name="intent" value="translation" />
      <HiddenVersion name="over" version={over} />
      {text(
        "language",
        "Code of the language",
        "Such as ur for Urdu, pl for Polish, pa-Arab for Punjabi in Shahmukhi.",
      )}
      {text("name", "Its name, as its speakers write it")}
      {text("title", "Title in this language")}
      <FieldFrame {...lines}>
        <textarea
          {...controlProps(lines)}
          className="input"
          dir="auto"
          rows={8}
          defaultValue={typedOr(reply, "lines", "")}
        />
      </FieldFrame>
      <Button variant="second">Save the language</Button>
    </Form>
  );
}
