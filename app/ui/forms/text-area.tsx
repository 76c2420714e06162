import { controlProps, type FieldProps } from "./field-ids.ts";
import { FieldFrame } from "./field-frame.tsx";

/** Several lines of text; it grows with what is typed where the browser can. */
export function TextArea({
  rows = 4,
  defaultValue,
  maxLength,
  ...field
}: FieldProps & { rows?: number; maxLength?: number }) {
  return (
    <FieldFrame {...field}>
      <textarea
        {...controlProps(field)}
        className="input"
        rows={rows}
        maxLength={maxLength}
        defaultValue={defaultValue ?? undefined}
      />
    </FieldFrame>
  );
}
