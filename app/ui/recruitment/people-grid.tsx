import { controlProps } from "../forms/field-ids.ts";
import { FieldErrors } from "../forms/field-words.tsx";
import { Fieldset } from "../forms/fieldset.tsx";

type PeopleGridProps = {
  legend: string;
  hint: string;
  rows: readonly { name: string; label: string }[];
  valueOf: (name: string) => string;
  errors: Record<string, string[]> | undefined;
};

/** A short number beside each group, in as many columns as fit. */
export function PeopleGrid({ legend, hint, rows, valueOf, errors }: PeopleGridProps) {
  return (
    <Fieldset legend={legend} hint={hint}>
      <div className="people-grid">
        {rows.map(({ name, label }) => {
          const control = controlProps({ name, error: errors?.[name] });
          return (
            <div key={name} data-invalid={errors?.[name] ? "" : undefined}>
              <label htmlFor={control.id}>{label}</label>
              <input
                {...control}
                className="input count-input"
                inputMode="numeric"
                autoComplete="off"
                maxLength={12}
                defaultValue={valueOf(name)}
              />
              <FieldErrors name={name} error={errors?.[name]} />
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}
