import type { FormReply } from "#app/domain/form-reply.ts";
import { typedOr } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { TextField } from "../forms/text-field.tsx";

/** Names somebody who leads sessions. There is no field for anybody's background, on purpose. */
export function FacilitatorForm({ reply }: { reply?: FormReply }) {
  const errors = reply?.errors;
  return (
    <Form errors={errors}>
      <input type="hidden" name="intent" value="facilitator" />
      <TextField
        name="label"
        label="Working name or reference"
        hint="Their ethnicity or faith is never kept beside it."
        required
        defaultValue={typedOr(reply, "label", "")}
        error={errors?.label}
        maxLength={120}
      />
      <RadioGroup
        name="basis"
        label="From"
        required
        options={[
          { value: "external", label: "Outside" },
          { value: "internal", label: "Our staff" },
        ]}
        defaultValue={typedOr(reply, "basis", "external")}
        error={errors?.basis}
      />
      <TextField
        name="recommendedBy"
        label="Recommended by"
        hint="The community or group that trusts them."
        defaultValue={typedOr(reply, "recommendedBy", "")}
        error={errors?.recommendedBy}
        maxLength={200}
      />
      <Button variant="second">Add the facilitator</Button>
    </Form>
  );
}
