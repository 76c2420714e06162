import type { FormReply } from "#app/domain/form-reply.ts";
import { wordsUseNames, wordsUses } from "#app/domain/feedback/said.ts";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Fieldset } from "../forms/fieldset.tsx";
import { NumberField } from "../forms/number-field.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { TextField } from "../forms/text-field.tsx";
import { fieldOf } from "./field-of.ts";

type Props = { reply: FormReply | undefined; stored?: Record<string, unknown> };

/** How something people said is written down: for writing it down and for correcting it. */
export function SaidFields({ reply, stored = {} }: Props) {
  const field = fieldOf(reply, stored);
  const theirs = reply ? reply.values.inTheirWords === "on" : stored.inTheirWords === true;
  return (
    <>
      <Fieldset legend="What people said" hint="No names. By whom is a sentence about a group.">
        <TextArea {...field("words")} label="What they said" rows={5} required />
        <CheckboxGroup
          name="inTheirWords"
          label="Whose words are these?"
          options={[{ value: "on", label: "Their own words, not ours" }]}
          defaultValue={theirs ? ["on"] : []}
          error={reply?.errors.inTheirWords}
        />
        <TextField
          {...field("byWhom")}
          label="Who said it, as a group"
          hint="Such as “six members of the young people’s group”."
          required
        />
        <NumberField {...field("people")} label="How many people said it" whole required />
        <TextArea {...field("askedFor")} label="What they asked for" rows={2} />
      </Fieldset>
      <Fieldset
        legend="What may be shown"
        hint="That something was said, and what came of it, is always counted in public."
      >
        <RadioGroup
          {...field("sensitivity")}
          label="How sensitive is it?"
          options={[
            { value: "open", label: "Not sensitive" },
            {
              value: "careful",
              label: "Take care",
              hint: "It could point to somebody, or it describes harm.",
            },
            { value: "confidential", label: "Confidential", hint: "Its words are never published." },
          ]}
          required
        />
        <RadioGroup
          {...field("wordsUse")}
          label="What did people agree may be published?"
          options={wordsUses.map((value) => ({ value, label: wordsUseNames[value] }))}
          required
        />
        <TextArea
          {...field("summary")}
          label="The summary they agreed to"
          hint="Needed only when a summary may be published."
          rows={3}
        />
      </Fieldset>
    </>
  );
}
