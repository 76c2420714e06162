import { RadioGroup } from "./radio-group.tsx";
import type { Option } from "./options.ts";
import { TextArea } from "./text-area.tsx";

type Field = { name: string; label: string; value: string; error: string[] | undefined };

/** What somebody decides, one of a few, and why: the two fields that every decision has. */
export function ChoiceAndReason({
  choice,
  options,
  reason,
}: {
  choice: Field;
  options: Option[];
  reason: Field & { hint?: string };
}) {
  return (
    <>
      <RadioGroup
        name={choice.name}
        label={choice.label}
        options={options}
        defaultValue={choice.value}
        error={choice.error}
        required
      />
      <TextArea
        name={reason.name}
        label={reason.label}
        hint={reason.hint}
        defaultValue={reason.value}
        error={reason.error}
        required
      />
    </>
  );
}
