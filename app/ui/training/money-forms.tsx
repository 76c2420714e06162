import type { FormReply } from "#app/domain/form-reply.ts";
import { Button } from "../forms/button.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Form } from "../forms/form.tsx";
import { MoneyField } from "../forms/money-field.tsx";
import type { Option } from "../forms/options.ts";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import { fieldOf } from "../pay/field-of.ts";

/** Money set aside for training, in a project and from a budget line. */
export function PlanFields({ reply, bids, lines }: { reply?: FormReply; bids: Option[]; lines: Option[] }) {
  const field = fieldOf(reply);
  return (
    <Form errors={reply?.errors}>
      <input type="hidden" name="intent" value="plan" />
      <TextField {...field("title")} label="What is planned" required maxLength={160} />
      {bids.length > 0 ? (
        <SelectField
          {...field("bidId")}
          label="Bid"
          hint="Ties the plan to it. What is no bid goes by its name below."
          empty="No bid"
          options={bids}
        />
      ) : null}
      <TextField
        {...field("project")}
        label="Project"
        hint={bids.length > 0 ? "Only where it belongs to no bid." : undefined}
        required={bids.length === 0}
        maxLength={160}
      />
      <SelectField
        {...field("fundLineId")}
        label="Budget line"
        empty={lines.length > 0 ? "None yet" : "No fund has a line yet"}
        options={lines}
      />
      <MoneyField {...field("planned")} label="Set aside" required />
      <DateField {...field("plannedBy")} label="To be spent by" required />
      <Button variant="second">Record the plan</Button>
    </Form>
  );
}

/** Money spent of a plan. */
export function SpendFields({ reply, plans }: { reply?: FormReply; plans: Option[] }) {
  const field = fieldOf(reply);
  return (
    <Form errors={reply?.errors}>
      <input type="hidden" name="intent" value="spend" />
      <SelectField {...field("planId")} label="Plan" required empty="Choose" options={plans} />
      <MoneyField {...field("amount")} label="Spent" required />
      <DateField {...field("spentOn")} label="On" required />
      <TextField {...field("note")} label="Note" />
      <Button variant="second">Record what was spent</Button>
    </Form>
  );
}
