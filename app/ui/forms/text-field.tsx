import { controlProps, type FieldProps } from "./field-ids.ts";
import { FieldFrame } from "./field-frame.tsx";

type TextFieldProps = FieldProps & {
  type?: "text" | "email" | "password" | "search" | "tel" | "url";
  maxLength?: number;
  spellCheck?: boolean;
};

/** One line of text. */
export function TextField({
  type = "text",
  defaultValue,
  autoComplete,
  maxLength,
  spellCheck,
  ...field
}: TextFieldProps) {
  return (
    <FieldFrame {...field}>
      <input
        {...controlProps(field)}
        className="input"
        type={type}
        defaultValue={defaultValue ?? undefined}
        autoComplete={autoComplete}
        maxLength={maxLength}
        spellCheck={spellCheck}
      />
    </FieldFrame>
  );
}
