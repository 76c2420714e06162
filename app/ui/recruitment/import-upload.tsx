import { Button } from "../forms/button.tsx";
import { FileField } from "../forms/file-field.tsx";
import { Form } from "../forms/form.tsx";

export function ImportUpload({ errors }: { errors: Record<string, string[]> | undefined }) {
  return (
    <Form errors={errors} files>
      <FileField
        name="file"
        label="Spreadsheet"
        hint="CSV or XLSX, up to 50 MB: one row for each applicant, or one row of counts for each group. Its first row names the columns."
        accept=".csv,.xlsx,.txt"
        error={errors?.file}
        required
      />
      <Button>Read the file</Button>
    </Form>
  );
}
