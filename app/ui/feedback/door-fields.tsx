import type { DoorWords } from "#app/domain/feedback/door-words.ts";
import { wordsUseNames } from "#app/domain/feedback/said.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { Fieldset } from "../forms/fieldset.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { fieldOf } from "./field-of.ts";

type Props = {
  reply: FormReply | undefined;
  stored: Record<string, unknown> & { byWhom: string; people: number; askedFor: string };
  asked: DoorWords;
};

/** What may be corrected of something that came through the open door. Who asked, and what they allowed, stay as they are. */
export function DoorFields({ reply, stored, asked }: Props) {
  const field = fieldOf(reply, stored);
  return (
    <>
      <input type="hidden" name="byWhom" value={stored.byWhom} />
      <input type="hidden" name="people" value={stored.people} />
      <input type="hidden" name="askedFor" value={stored.askedFor} />
      {/* Nobody but whoever asked can widen or narrow this; a summary may be shown once it is written. */}
      <input type="hidden" name="wordsUse" value={asked.wordsUse} />
      <Fieldset
        legend="What was asked"
        hint={`It came through the open door. Whoever asked chose: ${wordsUseNames[asked.wordsUse].toLowerCase()}.`}
      >
        <TextArea
          {...field("words")}
          label="Their words"
          hint="Shorten them only where they would harm somebody. The public page then says that you shortened them, and whoever asked still reads their own."
          rows={5}
          required
        />
        {asked.wordsUse === "in-summary" ? (
          <TextArea
            {...field("summary")}
            label="Your summary"
            hint="It is published as yours. Until you write one, the public page says that none is written."
            rows={3}
            required
          />
        ) : (
          <input type="hidden" name="summary" value="" />
        )}
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
            ...(asked.wordsUse === "not-published" ? [{ value: "confidential", label: "Confidential" }] : []),
          ]}
          required
        />
      </Fieldset>
    </>
  );
}
