import type { FormReply } from "#app/domain/form-reply.ts";
import { placeNames } from "#app/domain/remuneration/words.ts";
import { Button } from "../forms/button.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Form } from "../forms/form.tsx";
import { MoneyField } from "../forms/money-field.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { TextField } from "../forms/text-field.tsx";
import { fieldOf, optionsFrom } from "./field-of.ts";

const kindNames = {
  own: "Ours",
  comparator: "Somebody else's, to compare with",
  "real-living-wage": "A real Living Wage that is missing above",
  "national-living-wage": "A National Living Wage that is missing above",
};

/** Adds a dated rate with its source. */
export function RateForm({ reply }: { reply: FormReply | undefined }) {
  const field = fieldOf(reply);
  return (
    <Form errors={reply?.errors}>
      <RadioGroup {...field("kind", "own")} label="Whose rate" options={optionsFrom(kindNames)} required />
      <TextField {...field("title")} label="Name" hint="Such as “Group member, any activity”." required />
      <RadioGroup {...field("place", "uk")} label="Where" options={optionsFrom(placeNames)} required />
      <div className="row">
        <TextField {...field("role")} label="Role" hint="Empty for any." />
        <TextField {...field("activity")} label="Activity" hint="Empty for any." />
      </div>
      <MoneyField {...field("pencePerHour")} label="Rate an hour" required />
      <div className="row">
        <DateField {...field("from")} label="From" required />
        <DateField {...field("until")} label="Until" />
      </div>
      <TextField
        {...field("source")}
        label="Source"
        hint="Where it was decided or published, so that others can check it."
        required
      />
      <Button>Add the rate</Button>
    </Form>
  );
}
