import { fieldId } from "./field-ids.ts";

/** "(optional)", after the label of a field that may stay empty. */
export function Optional({ required }: { required?: boolean }) {
  return required ? null : <span className="optional"> (optional)</span>;
}

/** Help under a label. */
export function Hint({ name, hint }: { name: string; hint?: string }) {
  return hint ? (
    <p className="hint" id={`${fieldId(name)}-hint`}>
      {hint}
    </p>
  ) : null;
}

/** What is wrong with a field and what to do, above its control. */
export function FieldErrors({ name, error }: { name: string; error?: string[] }) {
  return error?.length ? (
    <p className="error" id={`${fieldId(name)}-error`}>
      <span className="visually-hidden">Error: </span>
      {error.join(" ")}
    </p>
  ) : null;
}
