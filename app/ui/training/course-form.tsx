import type { FormReply } from "#app/domain/form-reply.ts";
import { topicNames } from "#app/domain/training/training-input.ts";
import { topics } from "#app/domain/training/training.ts";
import { typedList, typedOr } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Form } from "../forms/form.tsx";
import { MoneyField } from "../forms/money-field.tsx";
import { NumberField } from "../forms/number-field.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { TextField } from "../forms/text-field.tsx";

/** A course: who gives it, what it covers, who designed it and whether lived experience was paid for. */
export function CourseFields({ reply }: { reply?: FormReply }) {
  const errors = reply?.errors;
  const text = (name: string, label: string) => (
    <TextField
      name={name}
      label={label}
      required
      defaultValue={typedOr(reply, name, "")}
      error={errors?.[name]}
    />
  );
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
      <NumberField
        name="hours"
        label="Length"
        unit="hours"
        required
        defaultValue={typedOr(reply, "hours", "")}
        error={errors?.hours}
      />
      <MoneyField
        name="cost"
        label="Cost"
        required
        defaultValue={typedOr(reply, "cost", "")}
        error={errors?.cost}
      />
      {text("designedBy", "Designed by")}
      <RadioGroup
        name="livedExperiencePaid"
        label="Were people with lived experience paid to design it?"
        required
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
          { value: "not-known", label: "Not known" },
        ]}
        defaultValue={typedOr(reply, "livedExperiencePaid", "not-known")}
        error={errors?.livedExperiencePaid}
      />
      <NumberField
        name="validMonths"
        label="Refresh after"
        unit="months"
        whole
        required
        defaultValue={typedOr(reply, "validMonths", "24")}
        error={errors?.validMonths}
      />
      <Button variant="second">Add the course</Button>
    </Form>
  );
}
