import type { ReactNode } from "react";

/** A named part of a long form, opened by a rule. */
export function Fieldset({
  legend,
  hint,
  children,
}: {
  legend: string;
  hint?: ReactNode;
  children: ReactNode;
}) {
  return (
    <fieldset className="fieldset fieldset-section">
      <legend>{legend}</legend>
      {hint ? <p className="soft measure">{hint}</p> : null}
      {children}
    </fieldset>
  );
}
