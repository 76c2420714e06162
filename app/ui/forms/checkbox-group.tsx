import { ChoiceFrame } from "./choice-frame.tsx";
import { ChoiceList } from "./choice-list.tsx";
import type { FieldProps } from "./field-ids.ts";
import type { Option } from "./options.ts";

/** Any of a few; the form sends the name once for each that is ticked. */
export function CheckboxGroup({
  options,
  defaultValue,
  disabled,
  ...field
}: FieldProps<string[]> & { options: Option[] }) {
  return (
    <ChoiceFrame {...field}>
      <ChoiceList
        type="checkbox"
        name={field.name}
        options={options}
        chosen={defaultValue ?? []}
        disabled={disabled}
      />
    </ChoiceFrame>
  );
}
