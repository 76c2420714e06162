import { needAreas, type Need } from "#app/domain/persona/need.ts";
import { areaNames } from "#app/domain/persona/words.ts";
import { controlProps } from "../forms/field-ids.ts";
import { FieldFrame } from "../forms/field-frame.tsx";

type Props = { needs: readonly Need[]; chosen: string; error?: string[] };

/** The vocabulary in a select, grouped by the kind of barrier. */
export function NeedOptions({ needs, chosen, error }: Props) {
  const field = { name: "need", label: "Need", error, required: true };
  return (
    <FieldFrame {...field}>
      <select {...controlProps(field)} className="input" defaultValue={chosen}>
        <option value="">Choose a need</option>
        {needAreas.map((area) => (
          <optgroup key={area} label={areaNames[area]}>
            {needs
              .filter((need) => need.area === area)
              .map((need) => (
                <option key={need.id} value={need.id}>
                  {need.title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}
