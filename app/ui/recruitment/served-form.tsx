import type { FormReply } from "#app/domain/form-reply.ts";
import { benchmarkField } from "#app/domain/recruitment/benchmark-grid.ts";
import type { SchemeId } from "#app/domain/recruitment/category.ts";
import { SCHEMES } from "#app/domain/recruitment/schemes.ts";
import { typedOr } from "../commitment/form-values.ts";
import { FilterBar } from "../data/filter-bar.tsx";
import { Button } from "../forms/button.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Form } from "../forms/form.tsx";
import { NumberField } from "../forms/number-field.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import { SectionRule } from "../page/section-rule.tsx";

/** The people an organisation serves, by ethnic group, with source and date. */
export function ServedForm({ reply, scheme }: { reply: FormReply | undefined; scheme: SchemeId }) {
  const field = (name: string) => ({
    name,
    defaultValue: typedOr(reply, name, ""),
    error: reply?.errors[name],
  });
  return (
    <SectionRule id="served" title="Add the people you serve">
      <FilterBar label="List of ethnic groups" submit="Use this list">
        <SelectField
          name="list"
          label="List of ethnic groups"
          options={Object.values(SCHEMES).map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={scheme}
          required
        />
      </FilterBar>
      <Form errors={reply?.errors}>
        <input type="hidden" name="intent" value="served" />
        <input type="hidden" name="scheme" value={scheme} />
        <TextField
          {...field("place")}
          label="Who they are"
          hint="Such as “young people using our service”."
          required
        />
        <TextField {...field("source")} label="Source" hint="Where the figures come from." required />
        <DateField {...field("on")} label="As at" required />
        {SCHEMES[scheme].categories.map(({ id, label }) => (
          <NumberField key={id} {...field(benchmarkField(id))} label={label} unit="people" whole />
        ))}
        <Button>Add them</Button>
      </Form>
    </SectionRule>
  );
}
