import { ChoiceFrame } from "./choice-frame.tsx";
import { ChoiceList } from "./choice-list.tsx";
import type { FieldProps } from "./field-ids.ts";
import type { Option } from "./options.ts";

/** One of a few. */
export function RadioGroup({
  options,
  defaultValue,
  disabled,
  ...field
}: FieldProps<string | null> & { options: Option[] }) {
  return (
    <ChoiceFrame {...field}>
      <ChoiceList
        type="radio"
        name={field.name}
        options={options}
        chosen={defaultValue ? [defaultValue] : []}
        required={field.required}
        disabled={disabled}
      />
    </ChoiceFrame>
  );
}
