import type { FormReply } from "#app/domain/form-reply.ts";
import type { Choice } from "#app/domain/reminder/digest.ts";
import { topicNames, topics } from "#app/domain/reminder/topics.ts";
import { typedList, typedOr } from "../commitment/form-values.ts";
import { Notice } from "../data/notice.tsx";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Fieldset } from "../forms/fieldset.tsx";
import { Form } from "../forms/form.tsx";
import type { Option } from "../forms/options.ts";
import { RadioGroup } from "../forms/radio-group.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextArea } from "../forms/text-area.tsx";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map(
  (label, index) => ({ value: String(index + 1), label }),
);

/** What one person wants to hear of, how, and on which days not. */
export function ChoiceForm({
  choice,
  reply,
  traditions,
}: {
  choice: Choice;
  reply: FormReply | undefined;
  traditions: Option[];
}) {
  const added = typedOr(reply, "added", "");
  return (
    <Form errors={reply?.errors} action="#letter">
      {added !== "" && reply ? (
        <Notice kind="saved">
          <p>
            {added} days are in <a href="#field-quietOn">your list of quiet days</a>. Nothing is kept yet:
            take out what you do not want, then save.
          </p>
        </Notice>
      ) : null}
      <RadioGroup
        name="digest"
        label="How do you want to hear of it?"
        options={[
          {
            value: "weekly",
            label: "One letter a week by mail",
            hint: "At 8 in the morning (London), when something is due.",
          },
          {
            value: "at-once",
            label: "At once by mail",
            hint: "Each thing once, as it falls due, within the hour. Never before 8 in the morning.",
          },
          { value: "never", label: "In this list only", hint: "No mail." },
        ]}
        defaultValue={typedOr(reply, "digest", choice.digest)}
        error={reply?.errors.digest}
        required
      />
      <SelectField
        name="weekday"
        label="Day of the weekly letter"
        options={weekdays}
        defaultValue={typedOr(reply, "weekday", choice.weekday)}
        error={reply?.errors.weekday}
        required
      />
      <CheckboxGroup
        name="about"
        label="What do you want to hear of?"
        hint="What you do not tick is left out of your letters and of your list."
        options={topics.map((value) => ({ value, label: topicNames[value] }))}
        defaultValue={typedList(
          reply,
          "about",
          topics.filter((topic) => !choice.without.includes(topic)),
        )}
        error={reply?.errors.about}
        required
      />
      <TextArea
        name="quietOn"
        label="Days on which no letter is sent to you"
        hint="Holy days, rest days, any days. Only the dates are kept, never what they are. One to a line: 2026-03-31."
        rows={6}
        defaultValue={typedOr(reply, "quietOn", choice.quietOn.join("\n"))}
        error={reply?.errors.quietOn}
      />
      <Button>Save my choice</Button>
      <Fieldset
        legend="Help with holy days"
        hint="Puts the main days of the next twelve months into the list above, for you to look through and save. Kept does not keep or note whose days you asked for: only the dates that you save."
      >
        <SelectField
          name="tradition"
          label="Add the days of"
          options={traditions}
          empty="Choose"
          error={reply?.errors.tradition}
          defaultValue=""
        />
        <Button variant="second" name="press" value="add-days">
          Add these days to my list
        </Button>
      </Fieldset>
    </Form>
  );
}
