import type { ReactNode } from "react";
import { controlProps, type FieldProps } from "./field-ids.ts";
import { FieldErrors, Hint, Optional } from "./field-words.tsx";

type FrameProps = Pick<FieldProps, "name" | "label" | "hint" | "error" | "required"> & {
  children: ReactNode;
};

/** Legend, hint and errors around a group of choices. */
export function ChoiceFrame({ children, ...field }: FrameProps) {
  const { name, label, hint, error, required } = field;
  return (
    <fieldset
      className="fieldset field"
      aria-describedby={controlProps(field)["aria-describedby"]}
      data-invalid={error?.length ? "" : undefined}
    >
      <legend className="legend-label">
        {label}
        <Optional required={required} />
      </legend>
      <Hint name={name} hint={hint} />
      <FieldErrors name={name} error={error} />
      {children}
    </fieldset>
  );
}
