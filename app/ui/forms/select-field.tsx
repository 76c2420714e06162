import { controlProps, type FieldProps } from "./field-ids.ts";
import { FieldFrame } from "./field-frame.tsx";
import type { Option } from "./options.ts";

type SelectFieldProps = FieldProps & {
  options: Option[];
  /** The first, empty choice; without it the first option is chosen. */
  empty?: string;
};

/** One of many; for five or fewer prefer a `RadioGroup`. */
export function SelectField({ options, empty, defaultValue, ...field }: SelectFieldProps) {
  return (
    <FieldFrame {...field}>
      <select {...controlProps(field)} className="input" defaultValue={defaultValue ?? undefined}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
