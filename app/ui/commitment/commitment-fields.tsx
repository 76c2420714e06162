import type { FormReply } from "#app/domain/form-reply.ts";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Fieldset } from "../forms/fieldset.tsx";
import type { Option } from "../forms/options.ts";
import { TextArea } from "../forms/text-area.tsx";
import { TextField } from "../forms/text-field.tsx";
import { typedList, typedOr } from "./form-values.ts";

export type CommitmentWords = {
  title: string;
  what: string;
  why: string;
  answerable: string;
  answerableName: string;
  forWhom: string;
  startOn: string;
  dueOn: string;
  recommendations: string[];
};

type Props = {
  reply: FormReply | undefined;
  stored: CommitmentWords;
  recommendations: Option[];
};

/** The words of a promise, for writing and for changing one. */
export function CommitmentFields({ reply, stored, recommendations }: Props) {
  const field = (name: Exclude<keyof CommitmentWords, "recommendations">) => ({
    name,
    defaultValue: typedOr(reply, name, stored[name]),
    error: reply?.errors[name],
  });
  return (
    <>
      <Fieldset legend="The promise">
        <TextField
          {...field("title")}
          label="Title"
          hint="A few words, such as “Pay within ten days”."
          required
        />
        <TextArea
          {...field("what")}
          label="What we promise to do"
          hint="Plain words that a person affected could hold you to."
          rows={4}
          required
        />
        <TextArea {...field("why")} label="Why we promise it" rows={3} />
        <TextArea {...field("forWhom")} label="Who it is for" rows={2} required />
      </Fieldset>
      <Fieldset legend="Who answers for it, and by when">
        <TextField
          {...field("answerable")}
          label="Role that answers for it"
          hint="A role, such as Director of Nursing. It is published."
          required
        />
        <TextField
          {...field("answerableName")}
          label="Their name"
          hint="Only if that person wishes to be named in public."
        />
        <div className="row">
          <DateField {...field("startOn")} label="Starts on" required />
          <DateField {...field("dueOn")} label="Due on" required />
        </div>
      </Fieldset>
      <Fieldset legend="Recommendations it answers" hint="A promise may answer one, several or none.">
        <CheckboxGroup
          name="recommendations"
          label="Recommendations"
          options={recommendations}
          defaultValue={typedList(reply, "recommendations", stored.recommendations)}
          error={reply?.errors.recommendations}
        />
      </Fieldset>
    </>
  );
}
