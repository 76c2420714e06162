import { fieldId } from "./field-ids.ts";
import type { Option } from "./options.ts";

type ChoiceListProps = {
  type: "radio" | "checkbox";
  name: string;
  options: Option[];
  chosen: string[];
  required?: boolean;
  disabled?: boolean;
};

/** Radio buttons or checkboxes. The first carries the field's own id, where the error summary leads. */
export function ChoiceList({ type, name, options, chosen, required, disabled }: ChoiceListProps) {
  return (
    <>
      {options.map((option, index) => {
        const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`;
        return (
          <div className="choice" key={option.value}>
            <input
              id={id}
              type={type}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              required={type === "radio" && required}
              disabled={disabled}
              aria-describedby={option.hint ? `${id}-about` : undefined}
            />
            <label htmlFor={id}>{option.label}</label>
            {option.hint ? (
              <p className="hint" id={`${id}-about`}>
                {option.hint}
              </p>
            ) : null}
          </div>
        );
      })}
    </>
  );
}
