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

/** The rows of a file that are wrong can be forty; the summary above the form names each. */
const mostShown = 5;

/** What is wrong with a field and what to do, above its control. */
export function FieldErrors({ name, error }: { name: string; error?: string[] }) {
  if (!error?.length) return null;
  const id = `${fieldId(name)}-error`;
  const before = <span className="visually-hidden">Error: </span>;
  if (error.length === 1)
    return (
      <p className="error" id={id}>
        {before}
        {error[0]}
      </p>
    );
  const more = error.length - mostShown;
  return (
    <div className="error" id={id}>
      {before}
      <ul>
        {error.slice(0, mostShown).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {more > 0 ? <li>{`And ${more} more, listed above the form.`}</li> : null}
      </ul>
    </div>
  );
}
