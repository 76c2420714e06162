import { CheckboxGroup } from "../forms/checkbox-group.tsx";

type TickProps = {
  name: string;
  label: string;
  says: string;
  hint?: string;
  on: boolean;
  error?: string[];
  required?: boolean;
};

/** One thing to tick, which the form sends as "on". */
export function Tick({ name, label, says, hint, on, error, required }: TickProps) {
  return (
    <CheckboxGroup
      name={name}
      label={label}
      options={[{ value: "on", label: says, hint }]}
      defaultValue={on ? ["on"] : []}
      error={error}
      required={required}
    />
  );
}
