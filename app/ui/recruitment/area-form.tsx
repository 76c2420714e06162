import type { FormReply } from "#app/domain/form-reply.ts";
import { SCHEMES } from "#app/domain/recruitment/schemes.ts";
import { typedOr } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { DateField } from "../forms/date-field.tsx";
import { FileField } from "../forms/file-field.tsx";
import { Form } from "../forms/form.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import { SectionRule } from "../page/section-rule.tsx";

/** One area out of a census table: ONS Nomis TS021, or a table with a row for each area and a column for each group. */
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
      lede="Download table TS021 from Nomis, or use any table with a row for each area and a column for each ethnic group."
    >
      <Form errors={reply?.errors} files>
        <input type="hidden" name="intent" value="area" />
        <FileField
          name="file"
          label="Census file"
          hint="CSV or XLSX."
          accept=".csv,.xlsx"
          error={reply?.errors.file}
          required
        />
        <TextField
          {...field("place")}
          label="Area"
          hint="Its name or its nine-character code, as in the file."
          required
        />
        <SelectField
          {...field("scheme", "ew-2021")}
          label="List of ethnic groups in the file"
          options={Object.values(SCHEMES).map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <TextField
          {...field("source", "Office for National Statistics, Census 2021 (TS021)")}
          label="Source"
          required
        />
        <DateField {...field("on", "2021-03-21")} label="Census day" required />
        <Button>Import the area</Button>
      </Form>
    </SectionRule>
  );
}
