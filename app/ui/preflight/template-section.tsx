import type { FormReply } from "#app/domain/form-reply.ts";
import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import { fieldOf } from "../pay/field-of.ts";

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
  const field = fieldOf(reply);
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
            {...field("title")}
            label="Keep this as a template called"
            hint="A template of the same title is replaced."
            required
            maxLength={120}
          />
          {templates.length > 0 ? (
            <SelectField {...field("basedOn")} label="Based on" empty="Nothing" options={options} />
          ) : null}
          <Button variant="quiet">Keep as a template</Button>
        </Form>
      ) : null}
    </>
  );
}
