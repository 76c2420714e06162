import type { ReactNode } from "react";
import { fieldId, type FieldProps } from "./field-ids.ts";
import { FieldErrors, Hint, Optional } from "./field-words.tsx";

type FrameProps = Pick<FieldProps, "name" | "label" | "hint" | "error" | "required"> & {
  children: ReactNode;
};

/** Label, hint and errors around one control. */
export function FieldFrame({ name, label, hint, error, required, children }: FrameProps) {
  return (
    <div className="field" data-invalid={error?.length ? "" : undefined}>
      <label className="label" htmlFor={fieldId(name)}>
        {label}
        <Optional required={required} />
      </label>
      <Hint name={name} hint={hint} />
      <FieldErrors name={name} error={error} />
      {children}
    </div>
  );
}
