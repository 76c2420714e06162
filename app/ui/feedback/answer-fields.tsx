import type { FormReply } from "#app/domain/form-reply.ts";
import { noReasonNames, noReasons } from "#app/domain/feedback/answer.ts";
import { DateField } from "../forms/date-field.tsx";
import { Fieldset } from "../forms/fieldset.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { TextField } from "../forms/text-field.tsx";
import { fieldOf } from "./field-of.ts";

/** What came of it. One form for the three answers: only the fields of the one that is chosen count. */
export function AnswerFields({
  reply,
  stored,
}: {
  reply: FormReply | undefined;
  stored?: Record<string, unknown>;
}) {
  const field = fieldOf(reply, stored);
  return (
    <>
      <RadioGroup
        {...field("kind")}
        label="What came of it?"
        options={[
          { value: "we-did", label: "We did", hint: "Something changed." },
          { value: "we-are-doing", label: "We are doing", hint: "There is a next step with a date." },
          { value: "we-could-not", label: "We could not", hint: "And this is why, in plain words." },
        ]}
        required
      />
      <TextArea
        {...field("text")}
        label="In plain words"
        hint="Write it to the people who spoke. If it could not be done, say what was decided, by whom and why."
        rows={6}
        required
      />
      <Fieldset legend="If you did it">
        <DateField {...field("since")} label="Since when" />
        <TextField {...field("evidence")} label="How anybody can see it" />
      </Fieldset>
      <Fieldset legend="If you are doing it">
        <TextField {...field("nextStep")} label="The next step" />
        <DateField {...field("by")} label="By when" />
      </Fieldset>
      <Fieldset legend="If you could not">
        <SelectField
          {...field("reason")}
          label="The reason"
          empty="Choose a reason"
          options={noReasons.map((value) => ({ value, label: noReasonNames[value] }))}
        />
      </Fieldset>
    </>
  );
}
