import type { FormReply } from "#app/domain/form-reply.ts";
import { benchmarkField } from "#app/domain/recruitment/benchmark-grid.ts";
import { listGroups, ListId, listName } from "#app/domain/recruitment/benchmark-list.ts";
import { typedOr } from "../commitment/form-values.ts";
import { FilterBar } from "../data/filter-bar.tsx";
import { Button } from "../forms/button.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Form } from "../forms/form.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { PeopleGrid } from "./people-grid.tsx";

/** The people an organisation serves, by ethnic group or another characteristic, with source and date. */
export function ServedForm({ reply, list }: { reply: FormReply | undefined; list: ListId }) {
  const field = (name: string) => ({
    name,
    defaultValue: typedOr(reply, name, ""),
    error: reply?.errors[name],
  });
  return (
    <SectionRule
      id="served"
      title="Add the people you serve"
      lede="Choose what you know about them, then enter how many people there are in each group. An empty field means nobody."
    >
      <FilterBar label="What to count them by" submit="Use this list">
        <SelectField
          name="list"
          label="Count them by"
          options={ListId.options.map((value) => ({ value, label: listName(value) }))}
          defaultValue={list}
          required
        />
      </FilterBar>
      <Form errors={reply?.errors}>
        <input type="hidden" name="intent" value="served" />
        <input type="hidden" name="scheme" value={list} />
        <TextField
          {...field("place")}
          label="Who they are"
          hint="Such as “young people using our service”. It is read after “among”."
          required
        />
        <TextField {...field("source")} label="Source" hint="Where the figures come from." required />
        <div className="fields-beside">
          <DateField {...field("on")} label="As at" required />
          <DateField
            {...field("lookAgainOn")}
            label="Look again by"
            hint="The people you serve change: we remind you."
          />
        </div>
        <PeopleGrid
          legend={`How many people, by ${listName(list).replace(/^[A-Z]/, (first) => first.toLowerCase())}`}
          hint="Leave out people who gave no answer."
          rows={listGroups(list).map(({ id, label }) => ({ name: benchmarkField(id), label }))}
          valueOf={(name) => typedOr(reply, name, "") ?? ""}
          errors={reply?.errors}
        />
        <Button>Add them</Button>
      </Form>
    </SectionRule>
  );
}
