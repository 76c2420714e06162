import { Button } from "../forms/button.tsx";
import { FileField } from "../forms/file-field.tsx";
import { Form } from "../forms/form.tsx";
import { SectionRule } from "../page/section-rule.tsx";

/** Imports a framework file; a file with any error is refused whole, with every error's place. */
export function FrameworkImport({ errors }: { errors: Record<string, string[]> | undefined }) {
  return (
    <SectionRule id="import" title="Import a framework">
      <Form errors={errors} files>
        <FileField
          name="file"
          label="Framework file"
          hint="A JSON file of up to 1 MB. The format is described in docs/framework-format.md."
          error={errors?.file}
          accept=".json,application/json"
          required
        />
        <Button>Import the framework</Button>
      </Form>
    </SectionRule>
  );
}
