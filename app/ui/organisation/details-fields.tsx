import { type FormReply, typed } from "#app/domain/form-reply.ts";
import { kindNames, organisationKinds, regions } from "#app/domain/organisation/facts.ts";
import type { OrganisationDetails } from "#app/domain/organisation/organisation.ts";
import { RadioGroup } from "#app/ui/forms/radio-group.tsx";
import { SelectField } from "#app/ui/forms/select-field.tsx";
import { TextField } from "#app/ui/forms/text-field.tsx";

/** Name, kind and region of an organisation, for the three pages that ask for them. */
export function DetailsFields({
  reply,
  stored,
}: {
  reply: FormReply | undefined;
  stored?: OrganisationDetails;
}) {
  return (
    <>
      <TextField
        name="name"
        label="Name of the organisation"
        autoComplete="organization"
        required
        error={reply?.errors.name}
        defaultValue={typed(reply, "name", stored?.name)}
      />
      <RadioGroup
        name="kind"
        label="What kind of organisation is it?"
        options={organisationKinds.map((value) => ({ value, label: kindNames[value] }))}
        required
        error={reply?.errors.kind}
        defaultValue={typed(reply, "kind", stored?.kind)}
      />
      <SelectField
        name="region"
        label="Where does it work?"
        empty="Choose"
        options={regions.map((value) => ({ value, label: value }))}
        required
        error={reply?.errors.region}
        defaultValue={typed(reply, "region", stored?.region)}
      />
    </>
  );
}
