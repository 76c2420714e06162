import type { FormReply } from "#app/domain/form-reply.ts";
import { typedOr } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";

type Props = {
  reply?: FormReply;
  templates: { id: string; title: string }[];
  version: number;
  begun: boolean;
};

/** Good practice to begin the next session from. */
export function TemplateSection({ reply, templates, version, begun }: Props) {
  const options = templates.map(({ id, title }) => ({ value: id, label: title }));
  const errors = reply?.errors;
  return (
    <>
      {templates.length > 0 ? (
        <Form errors={reply?.values.intent === "start-from" ? errors : undefined}>
          <input type="hidden" name="intent" value="start-from" />
          <HiddenVersion version={version} />
          <SelectField
            name="template"
            label="Begin from a template"
            required
            options={options}
            error={errors?.template}
          />
          <p className="soft">It replaces what is said above, which stays among the earlier versions.</p>
          <Button variant="quiet">Begin from it</Button>
        </Form>
      ) : null}
      {begun ? (
        <Form errors={reply?.values.intent === "template" ? errors : undefined}>
          <input type="hidden" name="intent" value="template" />
          <TextField
            name="title"
            label="Keep this as a template called"
            hint="A template of the same title is replaced."
            required
            defaultValue={typedOr(reply, "title", "")}
            error={errors?.title}
            maxLength={120}
          />
          {templates.length > 0 ? (
            <SelectField
              name="basedOn"
              label="Based on"
              empty="Nothing"
              options={options}
              defaultValue={typedOr(reply, "basedOn", "")}
              error={errors?.basedOn}
            />
          ) : null}
          <Button variant="quiet">Keep as a template</Button>
        </Form>
      ) : null}
    </>
  );
}
