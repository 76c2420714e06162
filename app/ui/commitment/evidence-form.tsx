import type { FormReply } from "#app/domain/form-reply.ts";
import { Button } from "../forms/button.tsx";
import { FileField } from "../forms/file-field.tsx";
import { Form } from "../forms/form.tsx";
import type { Option } from "../forms/options.ts";
import { RadioGroup } from "../forms/radio-group.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import { typedOr } from "./form-values.ts";

type Props = { reply: FormReply | undefined; readings: Option[]; accept: string };

/** Adds a link or a file. */
export function EvidenceForm({ reply: anyReply, readings, accept }: Props) {
  const reply = anyReply?.values.intent === "share" ? undefined : anyReply;
  const field = (name: string) => ({
    name,
    defaultValue: typedOr(reply, name, ""),
    error: reply?.errors[name],
  });
  return (
    <Form errors={anyReply?.errors} files>
      <input type="hidden" name="intent" value="add" />
      <TextField
        {...field("title")}
        label="What it is"
        hint="Such as “Minutes of the board, March 2026”."
        required
      />
      <TextField {...field("url")} type="url" label="Link" hint="The whole address. Give a link or a file." />
      <FileField
        name="file"
        label="File"
        hint="PDF, image, office document, text or CSV, up to 10 MB. If something else on this form has to be put right, choose the file again."
        error={reply?.errors.file}
        accept={accept}
      />
      {readings.length > 0 ? (
        <SelectField
          {...field("readingId")}
          label="Reading it stands behind"
          options={readings}
          empty="The whole commitment"
        />
      ) : null}
      <RadioGroup
        {...field("shared")}
        label="Who may see it?"
        options={[
          {
            value: "yes",
            label: "Everyone, once we publish",
            hint: "Check first that nobody who took part can be recognised in it.",
          },
          { value: "no", label: "Members of our organisation", hint: "You can show it to everyone later." },
        ]}
        required
      />
      <Button>Add the evidence</Button>
    </Form>
  );
}
