import type { FieldErrors } from "#app/domain/refusal.ts";
import { DateField } from "../forms/date-field.tsx";
import { NumberField } from "../forms/number-field.tsx";
import { TextField } from "../forms/text-field.tsx";

type PollFieldsProps = {
  errors?: FieldErrors;
  typed: { title?: string; links?: string; closesOn: string };
};

/** What a poll asks for beside its times. */
export function PollFields({ errors, typed }: PollFieldsProps) {
  return (
    <>
      <TextField
        name="title"
        label="What the poll is about"
        required
        defaultValue={typed.title}
        error={errors?.title}
      />
      <NumberField
        name="links"
        label="How many people you ask"
        hint="Each gets a link of their own: 1 to 60."
        whole
        required
        defaultValue={typed.links}
        error={errors?.links}
      />
      <DateField
        name="closesOn"
        label="Open until"
        required
        defaultValue={typed.closesOn}
        error={errors?.closesOn}
      />
    </>
  );
}
