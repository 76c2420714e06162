import { TextField } from "../forms/text-field.tsx";

type NewPasswordFieldProps = { name?: string; label?: string; error: string[] | undefined };

/** Where somebody thinks up a password. What was typed is never sent back. */
export function NewPasswordField({
  name = "password",
  label = "Choose a password",
  error,
}: NewPasswordFieldProps) {
  return (
    <TextField
      name={name}
      label={label}
      hint="At least 12 characters. Three or four unrelated words work well."
      type="password"
      autoComplete="new-password"
      required
      error={error}
    />
  );
}
