import type { FormReply } from "#app/domain/form-reply.ts";
import { typedOr } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Form } from "../forms/form.tsx";
import type { Option } from "../forms/options.ts";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";

type Props = { reply?: FormReply; facilitators: Option[]; courses: Option[] };

/** Who completed which course, when, and what shows it. */
export function CompletionForm({ reply, facilitators, courses }: Props) {
  const errors = reply?.errors;
  const choice = (name: string, label: string, options: Option[]) => (
    <SelectField
      name={name}
      label={label}
      required
      empty="Choose"
      options={options}
      defaultValue={typedOr(reply, name, "")}
      error={errors?.[name]}
    />
  );
  return (
    <Form errors={errors}>
      <input type="hidden" name="intent" value="completion" />
      {choice("facilitatorId", "Facilitator", facilitators)}
      {choice("courseId", "Course", courses)}
      <DateField
        name="completedOn"
        label="Completed on"
        required
        defaultValue={typedOr(reply, "completedOn", "")}
        error={errors?.completedOn}
      />
      <TextField
        name="evidence"
        label="What shows it"
        required
        defaultValue={typedOr(reply, "evidence", "")}
        error={errors?.evidence}
      />
      <Button variant="second">Record the completion</Button>
    </Form>
  );
}
