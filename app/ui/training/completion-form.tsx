import type { FormReply } from "#app/domain/form-reply.ts";
import { Button } from "../forms/button.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Form } from "../forms/form.tsx";
import type { Option } from "../forms/options.ts";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import { fieldOf } from "../pay/field-of.ts";

type Props = { reply?: FormReply; facilitators: Option[]; courses: Option[] };

/** Who completed which course, when, and what shows it. */
export function CompletionForm({ reply, facilitators, courses }: Props) {
  const field = fieldOf(reply);
  const choice = (name: string, label: string, options: Option[]) => (
    <SelectField {...field(name)} label={label} required empty="Choose" options={options} />
  );
  return (
    <Form errors={reply?.errors}>
      <input type="hidden" name="intent" value="completion" />
      {choice("facilitatorId", "Facilitator", facilitators)}
      {choice("courseId", "Course", courses)}
      <DateField {...field("completedOn")} label="Completed on" required />
      <TextField {...field("evidence")} label="What shows it" required />
      <Button variant="second">Record the completion</Button>
    </Form>
  );
}
