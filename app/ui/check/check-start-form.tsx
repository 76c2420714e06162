import type { FormReply } from "#app/domain/form-reply.ts";
import { checkSubjectNames, checkSubjects } from "#app/domain/persona/check-input.ts";
import { typedList, typedOr } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Form } from "../forms/form.tsx";
import type { Option } from "../forms/options.ts";
import { RadioGroup } from "../forms/radio-group.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";

type Props = {
  reply?: FormReply;
  usable: { id: string; title: string; example: boolean }[];
  checkables: Option[];
};

/** What is checked, and against whom. */
export function CheckStartForm({ reply, usable, checkables }: Props) {
  const errors = reply?.errors;
  return (
    <Form errors={errors}>
      <RadioGroup
        name="subject"
        label="What is checked"
        required
        options={checkSubjects.map((value) => ({ value, label: checkSubjectNames[value] }))}
        defaultValue={typedOr(reply, "subject", "session")}
        error={errors?.subject}
      />
      {checkables.length > 0 ? (
        <SelectField
          name="subjectId"
          label="Which session or round"
          hint="Ties the check to it. A survey or a venue goes by its name alone."
          empty="None of these"
          options={checkables}
          defaultValue={typedOr(reply, "subjectId", "")}
          error={errors?.subjectId}
        />
      ) : null}
      <TextField
        name="title"
        label="Its name"
        hint="A session or a round from the list has its own already."
        defaultValue={typedOr(reply, "title", "")}
        error={errors?.title}
        maxLength={200}
      />
      <CheckboxGroup
        name="everyone"
        label="Everyone check"
        options={[
          {
            value: "on",
            label: "Walk through every kind of barrier",
            hint: "Asks each need in the list, whoever may come (report, page 42).",
          },
        ]}
        defaultValue={typedList(reply, "everyone", ["on"])}
      />
      {usable.length > 0 ? (
        <CheckboxGroup
          name="personas"
          label="Personas"
          options={usable.map(({ id, title, example }) => ({
            value: id,
            label: example ? `${title} (invented example)` : title,
          }))}
          defaultValue={typedList(reply, "personas", [])}
          error={errors?.personas}
        />
      ) : (
        <p className="soft">No persona can be used yet. The everyone check needs none.</p>
      )}
      <Button>Start the check</Button>
    </Form>
  );
}
