import type { FormReply } from "#app/domain/form-reply.ts";
import { purposeNames } from "#app/domain/remuneration/words.ts";
import { Button } from "../forms/button.tsx";
import { Fieldset } from "../forms/fieldset.tsx";
import { Form } from "../forms/form.tsx";
import { MoneyField } from "../forms/money-field.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import { fieldOf, optionsFrom } from "./field-of.ts";

/** Adds a line to a fund. */
export function LineForm({ reply }: { reply: FormReply | undefined }) {
  const field = fieldOf(reply);
  return (
    <Form errors={reply?.errors}>
      <Fieldset legend="Add a line">
        <SelectField
          {...field("purpose")}
          label="What it pays for"
          options={optionsFrom(purposeNames)}
          empty="Choose"
          required
        />
        <TextField {...field("title")} label="Name of the line" required />
        <MoneyField {...field("amountPence")} label="Amount" required />
      </Fieldset>
      <Button>Add the line</Button>
    </Form>
  );
}
