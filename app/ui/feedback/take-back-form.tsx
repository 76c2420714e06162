import type { FormReply } from "#app/domain/form-reply.ts";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Form } from "../forms/form.tsx";

/** Takes words back for good, once that is confirmed. Sends `intent` "take-back". */
export function TakeBackForm({
  organisation,
  reply,
}: {
  organisation: string;
  reply: FormReply | undefined;
}) {
  return (
    <Form errors={reply?.errors}>
      <input type="hidden" name="intent" value="take-back" />
      <p>
        The words go out of the public record at once, with a note that they were taken back. {organisation}{" "}
        is told that somebody did, but not who. That something was said stays counted. This cannot be undone.
      </p>
      <CheckboxGroup
        name="sure"
        label="Are you sure?"
        options={[{ value: "on", label: "Yes, take my words back" }]}
        error={reply?.errors.sure}
        required
      />
      <Button variant="danger">Take my words back</Button>
    </Form>
  );
}
