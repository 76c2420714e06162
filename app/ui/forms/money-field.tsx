import { AffixedInput } from "./affixed-input.tsx";
import { controlProps, type FieldProps } from "./field-ids.ts";
import { FieldFrame } from "./field-frame.tsx";

type MoneyFieldProps = Omit<FieldProps, "defaultValue"> & {
  /** As typed, in pounds ("25.50"), so that a wrong entry comes back unchanged. */
  defaultValue?: string | null;
  /** Whole pence, when there is nothing typed yet. */
  defaultPence?: number | null;
};

/** An amount in pounds and pence. */
export function MoneyField({
  hint = "In pounds, for example 25.50",
  defaultValue,
  defaultPence,
  ...rest
}: MoneyFieldProps) {
  const field = { ...rest, hint };
  const stored =
    defaultPence === undefined || defaultPence === null ? undefined : (defaultPence / 100).toFixed(2);
  return (
    <FieldFrame {...field}>
      <AffixedInput before="£">
        <input
          {...controlProps(field)}
          className="input input-short"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={defaultValue ?? stored}
        />
      </AffixedInput>
    </FieldFrame>
  );
}
