import type { FormReply } from "#app/domain/form-reply.ts";
import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { TextField } from "../forms/text-field.tsx";
import { fieldOf } from "../pay/field-of.ts";

/** Names somebody who leads sessions. There is no field for anybody's background, on purpose. */
export function FacilitatorForm({ reply }: { reply?: FormReply }) {
  const field = fieldOf(reply);
  return (
    <Form errors={reply?.errors}>
      <input type="hidden" name="intent" value="facilitator" />
      <TextField
        {...field("label")}
        label="Working name or reference"
        hint="Their ethnicity or faith is never kept beside it."
        required
        maxLength={120}
      />
      <RadioGroup
        {...field("basis", "external")}
        label="From"
        required
        options={[
          { value: "external", label: "Outside" },
          { value: "internal", label: "Our staff" },
        ]}
      />
      <TextField
        {...field("recommendedBy")}
        label="Recommended by"
        hint="The community or group that trusts them."
        maxLength={200}
      />
      <Button variant="second">Add the facilitator</Button>
    </Form>
  );
}
