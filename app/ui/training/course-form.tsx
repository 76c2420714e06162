import type { FormReply } from "#app/domain/form-reply.ts";
import { topicNames } from "#app/domain/training/training-input.ts";
import { topics } from "#app/domain/training/training.ts";
import { typedList } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Form } from "../forms/form.tsx";
import { MoneyField } from "../forms/money-field.tsx";
import { NumberField } from "../forms/number-field.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { TextField } from "../forms/text-field.tsx";
import { fieldOf } from "../pay/field-of.ts";

/** A course: who gives it, what it covers, who designed it and whether lived experience was paid for. */
export function CourseFields({ reply }: { reply?: FormReply }) {
  const errors = reply?.errors;
  const field = fieldOf(reply);
  const text = (name: string, label: string) => <TextField {...field(name)} label={label} required />;
  return (
    <Form errors={errors}>
      <input type="hidden" name="intent" value="course" />
      {text("title", "Course")}
      {text("provider", "Given by")}
      <CheckboxGroup
        name="topics"
        label="Covers"
        required
        options={topics.map((value) => ({ value, label: topicNames[value] }))}
        defaultValue={typedList(reply, "topics", [])}
        error={errors?.topics}
      />
      <NumberField {...field("hours")} label="Length" unit="hours" required />
      <MoneyField {...field("cost")} label="Cost" required />
      {text("designedBy", "Designed by")}
      <RadioGroup
        {...field("livedExperiencePaid", "not-known")}
        label="Were people with lived experience paid to design it?"
        required
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
          { value: "not-known", label: "Not known" },
        ]}
      />
      <NumberField {...field("validMonths", "24")} label="Refresh after" unit="months" whole required />
      <Button variant="second">Add the course</Button>
    </Form>
  );
}
