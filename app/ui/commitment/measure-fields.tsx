import type { FormReply } from "#app/domain/form-reply.ts";
import { DateField } from "../forms/date-field.tsx";
import { Fieldset } from "../forms/fieldset.tsx";
import { NumberField } from "../forms/number-field.tsx";
import type { Option } from "../forms/options.ts";
import { RadioGroup } from "../forms/radio-group.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import { typedOr } from "./form-values.ts";

export type MeasureWords = {
  title: string;
  unit: string;
  direction: string;
  baselineValue: number | null;
  baselineOn: string | null;
  targetValue: number | null;
  targetBy: string | null;
  indicator: string | null;
};

type Props = { reply: FormReply | undefined; stored: MeasureWords; indicators: Option[] };

/** How we will know: what is counted, where we began, where we mean to be and by when. */
export function MeasureFields({ reply, stored, indicators }: Props) {
  const field = (name: keyof MeasureWords) => ({
    name,
    defaultValue: typedOr(reply, name, stored[name]),
    error: reply?.errors[name],
  });
  return (
    <>
      <Fieldset legend="What is measured">
        <TextField
          {...field("title")}
          label="Measure"
          hint="Such as “People paid within 10 working days”."
          required
        />
        <TextField
          {...field("unit")}
          label="Unit"
          hint="Such as %, days, people or £. A share is given in percent: 40, not 0.4."
          required
        />
        <RadioGroup
          {...field("direction")}
          label="Which way is better"
          options={[
            { value: "up", label: "More is better" },
            { value: "down", label: "Less is better" },
          ]}
          required
        />
        {indicators.length > 0 ? (
          <SelectField
            {...field("indicator")}
            label="Where the figure comes from"
            hint="Kept can work some figures out from a practice room."
            options={indicators}
            empty="Entered by hand"
          />
        ) : stored.indicator ? (
          <input type="hidden" name="indicator" value={stored.indicator} />
        ) : null}
      </Fieldset>
      <Fieldset legend="Where we began" hint="Leave both empty when you do not know yet.">
        <div className="row">
          <NumberField {...field("baselineValue")} label="Baseline" />
          <DateField {...field("baselineOn")} label="Day of the baseline" />
        </div>
      </Fieldset>
      <Fieldset
        legend="Where we mean to be"
        hint="A target needs a day. Moving it later asks for a public reason."
      >
        <div className="row">
          <NumberField {...field("targetValue")} label="Target" />
          <DateField {...field("targetBy")} label="By" />
        </div>
      </Fieldset>
    </>
  );
}
