/** What every field takes. `error` are whole sentences; a field that is not `required` says "(optional)". */
export type FieldProps<Value = string | number | null> = {
  name: string;
  label: string;
  hint?: string;
  error?: string[];
  defaultValue?: Value;
  required?: boolean;
  autoComplete?: string;
  disabled?: boolean;
};

/** The id of the control that carries this name, which the error summary links to. Names may hold brackets and dots. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^A-Za-z0-9]+/g, "-").replace(/-$/, "")}`;
}

/** The attributes that tie a control to its hint and its errors. */
export function controlProps(field: Pick<FieldProps, "name" | "hint" | "error" | "required" | "disabled">) {
  const id = fieldId(field.name);
  const described = [field.hint ? `${id}-hint` : "", field.error?.length ? `${id}-error` : ""].filter(
    Boolean,
  );
  return {
    id,
    name: field.name,
    required: field.required,
    disabled: field.disabled,
    "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
    "aria-invalid": field.error?.length ? (true as const) : undefined,
  };
}
