import type { FieldErrors } from "#app/domain/refusal.ts";

/** Every error of the form in one place, each leading to its field. It takes the focus, so that a screen reader begins here. */
export function ErrorSummary({ errors }: { errors: FieldErrors | undefined }) {
  const all = Object.entries(errors ?? {}).flatMap(([name, sentences]) =>
    sentences.map((sentence) => ({ name, sentence })),
  );
  if (all.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1}>
      <h2>Please check this</h2>
      <ul>
        {all.map(({ name, sentence }) => (
          <li key={name + sentence}>
            {name === "form" ? sentence : <a href={`#${name}`}>{sentence}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}

type Field = { name: string; label: string; hint?: string; errors?: FieldErrors | undefined };

export function TextField({
  name,
  label,
  hint,
  errors,
  type = "text",
  ...rest
}: Field & { type?: "text" | "email" | "password"; defaultValue?: string; autoComplete?: string }) {
  const problem = errors?.[name];
  return (
    <div className="field" data-invalid={problem ? "" : undefined}>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <Hint name={name} hint={hint} problem={problem} />
      <input
        className="input"
        id={name}
        name={name}
        type={type}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(name, hint, problem)}
        {...rest}
      />
    </div>
  );
}

export function SelectField({
  name,
  label,
  hint,
  errors,
  options,
  defaultValue,
}: Field & { options: readonly { value: string; label: string }[]; defaultValue?: string }) {
  const problem = errors?.[name];
  return (
    <div className="field" data-invalid={problem ? "" : undefined}>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <Hint name={name} hint={hint} problem={problem} />
      <select
        className="input"
        id={name}
        name={name}
        defaultValue={defaultValue}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(name, hint, problem)}
      >
        <option value="">Choose</option>
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function Hint({ name, hint, problem }: { name: string; hint?: string | undefined; problem: string[] | undefined }) {
  return (
    <>
      {hint ? (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p className="error" id={`${name}-error`}>
          {problem.join(" ")}
        </p>
      ) : null}
    </>
  );
}

function describedBy(name: string, hint: string | undefined, problem: string[] | undefined): string | undefined {
  const ids = [hint ? `${name}-hint` : "", problem ? `${name}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}
