import { happenings } from "#app/domain/feedback/open-door.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { TextField } from "../forms/text-field.tsx";
import { fieldOf } from "./field-of.ts";

const happenedNames = { no: "No", yes: "Yes", "rather-not-say": "I would rather not say" };

/** The reply to a check-in that could not be taken in, so that its form comes back with what was typed. */
export function checkInReply(reply: FormReply | undefined): FormReply | undefined {
  return reply?.values.day === undefined ? undefined : reply;
}

type CheckInFormProps = {
  code: string;
  day: number;
  /** Shown before the case is opened: it tells nothing but what was typed. */
  reply?: FormReply | undefined;
};

/** Whether anything happened to somebody for speaking. */
export function CheckInForm({ code, day, reply }: CheckInFormProps) {
  const field = fieldOf(reply);
  return (
    <Form errors={reply?.errors}>
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="day" value={day} />
      <RadioGroup
        {...field("happened")}
        label="Did anything happen?"
        options={happenings.map((value) => ({ value, label: happenedNames[value] }))}
        required
      />
      <TextArea {...field("words")} label="What happened" rows={4} />
      <TextField
        name="passphrase"
        label="Your passphrase again"
        type="password"
        autoComplete="off"
        error={reply?.errors.passphrase}
        required
      />
      <Button>Send</Button>
    </Form>
  );
}

/** The same after an answer that could not be taken in, on a page that has not opened the case. */
export function CheckInAgain({ reply }: { reply: FormReply }) {
  return (
    <>
      <p>What you wrote is not sent yet. Put right what is named here, then send it again.</p>
      <CheckInForm code={String(reply.values.code ?? "")} day={Number(reply.values.day)} reply={reply} />
    </>
  );
}
