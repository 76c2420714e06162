import type { FieldErrors } from "#app/domain/refusal.ts";
import type { PollSlot } from "#app/domain/session/poll.ts";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Form } from "../forms/form.tsx";
import { PollFields } from "./poll-fields.tsx";
import { sessionTimes } from "./session-words.ts";

type PollFormProps = {
  errors: FieldErrors;
  typed: { title: string; links: string; closesOn: string; chosen: string[]; offered: PollSlot[] };
};

/** A poll that could not be made yet, with what was typed, and the times that were on offer. */
export function PollForm({ errors, typed }: PollFormProps) {
  const { offered, chosen } = typed;
  return (
    <Form errors={errors}>
      <CheckboxGroup
        name="slot"
        label="Times to ask about"
        hint="Tick 2 to 8."
        required
        options={offered.map((slot) => ({
          value: JSON.stringify(slot),
          label: sessionTimes(slot.start, slot.end),
        }))}
        defaultValue={offered
          .filter(({ start }) => chosen.includes(start))
          .map((slot) => JSON.stringify(slot))}
        error={errors.slot}
      />
      {offered.map((slot) => (
        <input key={slot.start} type="hidden" name="offered" value={JSON.stringify(slot)} />
      ))}
      <PollFields errors={errors} typed={typed} />
      <div className="row">
        <Button>Make the links</Button>
      </div>
    </Form>
  );
}
