import { CheckboxGroup } from "../forms/checkbox-group.tsx";

type TickProps = { name: string; label: string; says: string; hint?: string; on: boolean; error?: string[] };

/** One thing to tick, which the form sends as "on". */
export function Tick({ name, label, says, hint, on, error }: TickProps) {
  return (
    <CheckboxGroup
      name={name}
      label={label}
      options={[{ value: "on", label: says, hint }]}
      defaultValue={on ? ["on"] : []}
      error={error}
    />
  );
}
