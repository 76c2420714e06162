import type { FormReply } from "#app/domain/form-reply.ts";
import { Button } from "../forms/button.tsx";
import { ButtonLink } from "../forms/button-link.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { NumberField } from "../forms/number-field.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { typedOr, versionOf } from "./form-values.ts";
import { TwoVersions } from "./two-versions.tsx";

export type ReadingWords = {
  id: string;
  version: number;
  readOn: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  note: string;
};

type Props = {
  reply: FormReply | undefined;
  unit: string;
  /** Today. */
  day: string;
  /** The reading being put right; none for a new one. */
  correcting?: ReadingWords;
  cancel: string;
};

/** Records a figure, or puts one right with the reason. */
export function ReadingForm({ reply: anyReply, unit, day, correcting, cancel }: Props) {
  const intent = correcting ? "correct" : "record";
  const reply = anyReply?.values.intent === intent ? anyReply : undefined;
  const field = (name: string, stored: string | number | null | undefined) => ({
    name,
    defaultValue: typedOr(reply, name, stored),
    error: reply?.errors[name],
  });
  return (
    <Form errors={reply?.errors}>
      <input type="hidden" name="intent" value={intent} />
      {correcting ? (
        <>
          <TwoVersions
            reply={reply}
            fields={[
              { label: "Day", name: "on", stored: correcting.readOn },
              { label: "Figure", name: "value", stored: correcting.value },
              { label: "Count", name: "numerator", stored: correcting.numerator },
              { label: "Out of", name: "denominator", stored: correcting.denominator },
              { label: "Note", name: "note", stored: correcting.note },
            ]}
          />
          <input type="hidden" name="reading" value={correcting.id} />
          <HiddenVersion version={versionOf(reply, correcting.version)} />
        </>
      ) : null}
      <div className="row">
        <DateField {...field("on", correcting?.readOn ?? day)} label="Day" max={day} required />
        <NumberField {...field("value", correcting?.value)} label="Figure" unit={unit} required />
      </div>
      <div className="row">
        <NumberField
          {...field("numerator", correcting?.numerator)}
          label="Count"
          hint="For a share: how many, such as 12."
        />
        <NumberField
          {...field("denominator", correcting?.denominator)}
          label="Out of"
          hint="For a share: of how many, such as 40."
        />
      </div>
      <TextArea
        {...field("note", correcting?.note)}
        label="Note"
        hint="What a reader needs to know about this figure. No names of people who took part."
        rows={2}
      />
      {correcting ? (
        <TextArea
          {...field("reason", "")}
          label="What was wrong with the earlier figure"
          hint="Published with the correction."
          rows={2}
          required
        />
      ) : null}
      <div className="row">
        <Button>{correcting ? "Save the correction" : "Record the reading"}</Button>
        {correcting ? (
          <ButtonLink href={cancel} variant="quiet">
            Cancel
          </ButtonLink>
        ) : null}
      </div>
    </Form>
  );
}
