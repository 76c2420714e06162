import { controlProps, type FieldProps } from "./field-ids.ts";
import { FieldFrame } from "./field-frame.tsx";

type DateFieldProps = FieldProps<string | null> & {
  /** Earliest and latest ISO date offered; the server checks again. */
  min?: string;
  max?: string;
};

/** A date, sent as ISO (2026-11-12). */
export function DateField({
  hint = "Year, month and day, for example 2026-11-12, if no calendar opens.",
  defaultValue,
  min,
  max,
  autoComplete,
  ...rest
}: DateFieldProps) {
  const field = { ...rest, hint };
  return (
    <FieldFrame {...field}>
      <input
        {...controlProps(field)}
        className="input input-short"
        type="date"
        min={min}
        max={max}
        autoComplete={autoComplete}
        defaultValue={defaultValue ?? undefined}
      />
    </FieldFrame>
  );
}
