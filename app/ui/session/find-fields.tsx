import type { FieldErrors } from "#app/domain/refusal.ts";
import type { FindQuery } from "#app/domain/session/find-query.ts";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Fieldset } from "../forms/fieldset.tsx";
import { NumberField } from "../forms/number-field.tsx";
import type { Option } from "../forms/options.ts";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";

const weekdays: Option[] = [
  { value: "1", label: "Monday" },
  { value: "2", label: "Tuesday" },
  { value: "3", label: "Wednesday" },
  { value: "4", label: "Thursday" },
  { value: "5", label: "Friday" },
  { value: "6", label: "Saturday" },
  { value: "0", label: "Sunday" },
];

type FindFieldsProps = { query: FindQuery; errors?: FieldErrors; traditions: Option[]; places: string[] };

/** From when to when, how long, on which days, and who must be able to come. */
export function FindFields({ query, errors = {}, traditions, places }: FindFieldsProps) {
  const field = (name: keyof FindQuery) => ({
    name,
    defaultValue: String(query[name]),
    error: errors[name],
  });
  const several = query.sessions !== "1" || Boolean(errors["sessions"] ?? errors["apart"]);
  const pause = query.breakAt !== "" || Boolean(errors["breakAt"]);
  return (
    <>
      <Fieldset legend="Between which days">
        <div className="session-times">
          <DateField {...field("from")} label="From" required />
          <DateField {...field("to")} label="To" required />
        </div>
        <CheckboxGroup
          name="weekday"
          label="On these days of the week"
          options={weekdays}
          defaultValue={query.weekdays}
          error={errors["weekday"]}
        />
        <div className="session-times">
          <TextField {...field("earliest")} label="Not before" hint="Such as 09:30" required />
          <TextField {...field("latest")} label="Not after" hint="Such as 16:30" required />
        </div>
      </Fieldset>
      <Fieldset legend="What you plan">
        <NumberField {...field("length")} label="Length" unit="minutes" whole required />
        <CheckboxGroup
          name="catering"
          label="Food and drink"
          options={[{ value: "yes", label: "Food or drink is served" }]}
          defaultValue={query.catering ? ["yes"] : []}
        />
        <SelectField
          {...field("place")}
          label="Nearest place"
          empty="London"
          options={places.map((place) => ({ value: place, label: place }))}
        />
        <details className="filter-fold" open={pause}>
          <summary>With a long break</summary>
          <NumberField
            {...field("breakAt")}
            label="It begins after"
            unit="minutes"
            hint="From the start of the session."
            whole
          />
          <NumberField
            {...field("breakLength")}
            label="It lasts"
            unit="minutes"
            hint="60 if left empty."
            whole
          />
        </details>
        <details className="filter-fold" open={several}>
          <summary>Several sessions at once</summary>
          <NumberField {...field("sessions")} label="How many sessions" whole required />
          <NumberField {...field("apart")} label="At least this far apart" unit="days" whole required />
        </details>
        <details
          className="filter-fold"
          open={query.traditions.length > 0 || errors["tradition"] !== undefined}
        >
          <summary>Only some traditions are present</summary>
          <CheckboxGroup
            name="tradition"
            label="Traditions known to be present"
            hint="None ticked counts all."
            options={traditions}
            defaultValue={query.traditions}
            error={errors["tradition"]}
          />
        </details>
      </Fieldset>
    </>
  );
}
