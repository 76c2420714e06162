import type { FormReply } from "#app/domain/form-reply.ts";
import { typedOr } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Form } from "../forms/form.tsx";
import { MoneyField } from "../forms/money-field.tsx";
import type { Option } from "../forms/options.ts";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";

/** Money set aside for training, in a project and from a budget line. */
export function PlanFields({ reply, bids, lines }: { reply?: FormReply; bids: Option[]; lines: Option[] }) {
  const errors = reply?.errors;
  return (
    <Form errors={errors}>
      <input type="hidden" name="intent" value="plan" />
      <TextField
        name="title"
        label="What is planned"
        required
        defaultValue={typedOr(reply, "title", "")}
        error={errors?.title}
        maxLength={160}
      />
      {bids.length > 0 ? (
        <SelectField
          name="bidId"
          label="Bid"
          hint="Ties the plan to it. What is no bid goes by its name below."
          empty="No bid"
          options={bids}
          defaultValue={typedOr(reply, "bidId", "")}
          error={errors?.bidId}
        />
      ) : null}
      <TextField
        name="project"
        label="Project"
        hint={bids.length > 0 ? "Only where it belongs to no bid." : undefined}
        required={bids.length === 0}
        defaultValue={typedOr(reply, "project", "")}
        error={errors?.project}
        maxLength={160}
      />
      <SelectField
        name="fundLineId"
        label="Budget line"
        empty={lines.length > 0 ? "None yet" : "No fund has a line yet"}
        options={lines}
        defaultValue={typedOr(reply, "fundLineId", "")}
        error={errors?.fundLineId}
      />
      <MoneyField
        name="planned"
        label="Set aside"
        required
        defaultValue={typedOr(reply, "planned", "")}
        error={errors?.planned}
      />
      <DateField
        name="plannedBy"
        label="To be spent by"
        required
        defaultValue={typedOr(reply, "plannedBy", "")}
        error={errors?.plannedBy}
      />
      <Button variant="second">Record the plan</Button>
    </Form>
  );
}

/** Money spent of a plan. */
export function SpendFields({ reply, plans }: { reply?: FormReply; plans: Option[] }) {
  const errors = reply?.errors;
  return (
    <Form errors={errors}>
      <input type="hidden" name="intent" value="spend" />
      <SelectField
        name="planId"
        label="Plan"
        required
        empty="Choose"
        options={plans}
        defaultValue={typedOr(reply, "planId", "")}
        error={errors?.planId}
      />
      <MoneyField
        name="amount"
        label="Spent"
        required
        defaultValue={typedOr(reply, "amount", "")}
        error={errors?.amount}
      />
      <DateField
        name="spentOn"
        label="On"
        required
        defaultValue={typedOr(reply, "spentOn", "")}
        error={errors?.spentOn}
      />
      <TextField name="note" label="Note" defaultValue={typedOr(reply, "note", "")} error={errors?.note} />
      <Button variant="second">Record what was spent</Button>
    </Form>
  );
}
