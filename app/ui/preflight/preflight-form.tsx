import type { FormReply } from "#app/domain/form-reply.ts";
import { saidItems, type Line, type PreflightSheet } from "#app/domain/session/preflight.ts";
import { typedList, typedOr } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import type { Option } from "../forms/options.ts";
import { RadioGroup } from "../forms/radio-group.tsx";
import { TextField } from "../forms/text-field.tsx";
import { ItemFields } from "./item-fields.tsx";

type Props = {
  reply?: FormReply;
  sheet: PreflightSheet;
  version: number;
  lines: readonly Line[];
  facilitators: Option[];
  leading: string[];
};

/** What the organisation says of the session. Backgrounds are asked of the session as a whole, beside no name. */
export function PreflightForm({ reply, sheet, version, lines, facilitators, leading }: Props) {
  const errors = reply?.errors;
  const saidByPeople = (item: Line["item"]) =>
    (saidItems as readonly string[]).includes(item) && item !== "facilitators";
  return (
    <Form errors={errors}>
      <input type="hidden" name="intent" value="sheet" />
      <HiddenVersion version={version} />
      <RadioGroup
        name="racismDiscussed"
        label="Will racism be discussed?"
        hint="When in doubt, say yes: it may come up."
        required
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
        defaultValue={typedOr(reply, "racismDiscussed", sheet.racismDiscussed)}
        error={errors?.racismDiscussed}
      />
      {facilitators.length > 0 ? (
        <CheckboxGroup
          name="leading"
          label="Who leads it"
          options={facilitators}
          defaultValue={typedList(reply, "leading", leading)}
          error={errors?.leading}
        />
      ) : (
        <p className="soft">Name facilitators in the training room, then choose them here.</p>
      )}
      <RadioGroup
        name="twoRacialised"
        label="Are at least two of those who lead it from racialised backgrounds?"
        hint="Said of the session as a whole, with their agreement. It is kept beside nobody's name."
        required
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
          { value: "not-known", label: "Not known" },
        ]}
        defaultValue={typedOr(reply, "twoRacialised", sheet.twoRacialised)}
        error={errors?.twoRacialised}
      />
      <TextField
        name="owner"
        label="Who answers for the preflight"
        hint="A role is enough. They answer for every item that names nobody else."
        required
        defaultValue={typedOr(reply, "owner", sheet.owner)}
        error={errors?.owner}
        maxLength={120}
      />
      <DateField
        name="readyBy"
        label="All is ready by"
        hint="Before anybody is invited. It counts for every item that has no day of its own."
        required
        defaultValue={typedOr(reply, "readyBy", sheet.readyBy)}
        error={errors?.readyBy}
      />
      {lines.map(({ item, fault }) => (
        <ItemFields
          key={item}
          reply={reply}
          item={item}
          said={sheet.items[item]}
          {...(saidByPeople(item) ? {} : { known: fault ?? "In order, by what is on file." })}
        />
      ))}
      <DateField
        name="handoutOn"
        label="Handout shared on"
        defaultValue={typedOr(reply, "handoutOn", sheet.handoutOn)}
        error={errors?.handoutOn}
      />
      <DateField
        name="invitedOn"
        label="Invitation sent on"
        defaultValue={typedOr(reply, "invitedOn", sheet.invitedOn)}
        error={errors?.invitedOn}
      />
      <Button>Save the preflight</Button>
    </Form>
  );
}
