import type { FormReply } from "#app/domain/form-reply.ts";
import { Button } from "../forms/button.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Fieldset } from "../forms/fieldset.tsx";
import { Form } from "../forms/form.tsx";
import { MoneyField } from "../forms/money-field.tsx";
import { NumberField } from "../forms/number-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import { fieldOf } from "./field-of.ts";

/** Adds what a grade of staff costs from a day on. */
export function StaffForm({ reply, day }: { reply: FormReply | undefined; day: string }) {
  const field = fieldOf(reply);
  return (
    <Form errors={reply?.errors}>
      <Fieldset legend="Add a grade">
        <TextField
          {...field("title")}
          label="Grade or role"
          hint="Such as “Project officer”. Not a person."
          required
        />
        <MoneyField {...field("salaryPence")} label="Salary a year" required />
        <NumberField
          {...field("onCostsPercent")}
          label="On-costs"
          hint="Employer's national insurance, pension and the like, on top of the salary."
          unit="%"
          required
        />
        <div className="row">
          <NumberField
            {...field("hoursPerWeek")}
            label="Hours a week"
            hint="As in the contract: 37.5."
            required
          />
          <NumberField
            {...field("weeksPerYear")}
            label="Weeks worked a year"
            hint="52 less holidays."
            required
          />
        </div>
        <DateField {...field("from", day)} label="From" required />
      </Fieldset>
      <Button>Add the grade</Button>
    </Form>
  );
}
