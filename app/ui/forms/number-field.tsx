import { AffixedInput } from "./affixed-input.tsx";
import { controlProps, type FieldProps } from "./field-ids.ts";
import { FieldFrame } from "./field-frame.tsx";

/**
 * A number as text with a number keyboard: a real number input drops what it cannot read, so that nobody could be told
 * what was wrong with it. `whole` leaves out the decimal point of the keyboard.
 */
export function NumberField({
  unit,
  whole = false,
  defaultValue,
  autoComplete,
  ...field
}: FieldProps & { unit?: string; whole?: boolean }) {
  return (
    <FieldFrame {...field}>
      <AffixedInput after={unit}>
        <input
          {...controlProps(field)}
          className="input input-short"
          type="text"
          inputMode={whole ? "numeric" : "decimal"}
          autoComplete={autoComplete ?? "off"}
          defaultValue={defaultValue ?? undefined}
        />
      </AffixedInput>
    </FieldFrame>
  );
}
