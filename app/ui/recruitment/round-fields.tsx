import type { FormReply } from "#app/domain/form-reply.ts";
import { SCHEMES } from "#app/domain/recruitment/schemes.ts";
import type { RoundFacts } from "#app/domain/recruitment/round-input.ts";
import { bodyNames } from "#app/domain/recruitment/stage-words.ts";
import { typedOr } from "../commitment/form-values.ts";
import { ChoiceFrame } from "../forms/choice-frame.tsx";
import { ChoiceList } from "../forms/choice-list.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Fieldset } from "../forms/fieldset.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { TextField } from "../forms/text-field.tsx";

const practices = [
  { name: "paidInterview", label: "People were paid for the interview" },
  { name: "anonymisedShortlisting", label: "Names were hidden when shortlisting" },
  { name: "diversePanel", label: "The panel had people of several ethnic groups" },
] as const;

/** The facts of a round, for opening and for changing one. */
export function RoundFields({ reply, stored }: { reply: FormReply | undefined; stored?: RoundFacts }) {
  const practice = stored?.practice;
  const field = (name: string, value: string | null | undefined) => ({
    name,
    defaultValue: typedOr(reply, name, value),
    error: reply?.errors[name],
  });
  return (
    <>
      <Fieldset legend="The round">
        <TextField
          {...field("title", stored?.title)}
          label="Name of the round"
          hint="A name that the public may read, such as “Spring 2026, youth group”."
          maxLength={200}
          required
        />
        <RadioGroup
          {...field("body", stored?.body)}
          label="Whom was it for?"
          options={Object.entries(bodyNames).map(([value, label]) => ({ value, label }))}
          required
        />
        <div className="fields-beside">
          <DateField {...field("openedOn", stored?.openedOn)} label="Opened on" required />
          <DateField
            {...field("closedOn", stored?.closedOn)}
            label="Closed on"
            hint="Empty while it is open."
          />
        </div>
        <SelectField
          {...field("scheme", stored?.scheme)}
          label="List of ethnic groups"
          hint="The list that people chose from. Counts under different lists cannot be compared."
          options={Object.values(SCHEMES).map(({ id, name, version }) => ({
            value: id,
            label: `${name}: ${version}`,
          }))}
          required
        />
      </Fieldset>
      <Fieldset
        legend="How people were reached and chosen"
        hint="Published with the figures, as you write it."
      >
        <TextArea
          {...field("trustedPartners", practice?.trustedPartners.join(", "))}
          label="Trusted partners who passed it on"
          hint="Separate them by commas."
          rows={2}
        />
        <TextArea
          {...field("advertPlaces", practice?.advertPlaces.join(", "))}
          label="Where it was advertised"
          hint="Separate them by commas."
          rows={2}
        />
        <TextArea
          {...field("accessibleFormats", practice?.accessibleFormats.join(", "))}
          label="Accessible formats"
          hint="Such as Easy Read, BSL or large print. Separate them by commas."
          rows={2}
        />
        <TextField
          {...field("criteriaSetBy", practice?.criteriaSetBy)}
          label="Who set the criteria"
          maxLength={500}
        />
        <ChoiceFrame name="practices" label="What was done" hint="What is left out is published as “No”.">
          {practices.map(({ name, label }) => {
            const now = reply ? reply.values[name] === "yes" : practice?.[name];
            return (
              <ChoiceList
                key={name}
                type="checkbox"
                name={name}
                options={[{ value: "yes", label }]}
                chosen={now ? ["yes"] : []}
              />
            );
          })}
        </ChoiceFrame>
      </Fieldset>
    </>
  );
}
