import type { FormReply } from "#app/domain/form-reply.ts";
import { CENSUS_LISTS } from "#app/domain/recruitment/benchmark.ts";
import { listName } from "#app/domain/recruitment/benchmark-list.ts";
import { typedOr } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { DateField } from "../forms/date-field.tsx";
import { FileField } from "../forms/file-field.tsx";
import { Form } from "../forms/form.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import { SectionRule } from "../page/section-rule.tsx";

/** One area out of a census table: ONS Nomis TS021 or TS030, or a table with a row for each area and a column for each group. */
export function AreaForm({ reply }: { reply: FormReply | undefined }) {
  const field = (name: string, stored = "") => ({
    name,
    defaultValue: typedOr(reply, name, stored),
    error: reply?.errors[name],
  });
  return (
    <SectionRule
      id="area"
      title="Import a census area"
      lede="Download table TS021 (ethnic group) or TS030 (religion) from Nomis, or use any table with a row for each area and a column for each group. Scotland's and Northern Ireland's tables are read too."
    >
      <Form errors={reply?.errors} files>
        <input type="hidden" name="intent" value="area" />
        <FileField
          name="file"
          label="Census file"
          hint="CSV or XLSX, up to 50 MB. Choose it again if the page comes back."
          accept=".csv,.xlsx"
          error={reply?.errors.file}
          required
        />
        <SelectField
          {...field("scheme", "ew-2021")}
          label="What the table counts"
          options={CENSUS_LISTS.map((value) => ({ value, label: listName(value) }))}
          required
        />
        <TextField
          {...field("place")}
          label="Area"
          hint="Its name or its nine-character code, as in the file."
          required
        />
        <TextField
          {...field("source")}
          label="Source"
          hint="Such as Office for National Statistics, Census 2021 (TS021)."
          required
        />
        <div className="fields-beside">
          <DateField
            {...field("on")}
            label="Census day"
            hint="2021-03-21 in England, Wales and Northern Ireland; 2022-03-20 in Scotland."
            required
          />
          <DateField {...field("lookAgainOn")} label="Look again by" hint="We remind you on that day." />
        </div>
        <Button>Import the area</Button>
      </Form>
    </SectionRule>
  );
}
