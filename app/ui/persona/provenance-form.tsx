import type { FormReply } from "#app/domain/form-reply.ts";
import { Provenance } from "#app/domain/persona/persona.ts";
import { licenceNames } from "#app/domain/persona/words.ts";
import { versionOf } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { fieldOf } from "../pay/field-of.ts";

/** With whom the persona was made, and on what terms. */
export function ProvenanceForm({
  reply,
  stored,
  version,
}: {
  reply?: FormReply;
  stored: Provenance | null;
  version: number;
}) {
  const field = fieldOf(reply);
  const text = (name: string, label: string, hint: string, value: string | undefined, rows = 3) => (
    <TextArea {...field(name, value)} label={label} hint={hint} required rows={rows} />
  );
  return (
    <Form errors={reply?.errors}>
      <input type="hidden" name="intent" value="provenance" />
      <HiddenVersion version={versionOf(reply, version)} />
      {text(
        "makers",
        "Made with",
        "One organisation or group on each line, as “Name: what they did”.",
        stored?.madeWith.map(({ name, part }) => `${name}: ${part}`).join("\n"),
      )}
      {text(
        "howPaid",
        "How they were paid",
        "Rates, hours, fares: so that others can do as well.",
        stored?.howPaid,
      )}
      {text(
        "consent",
        "What they agreed to",
        "What may be done with the persona, by whom, and how they can take it back.",
        stored?.consent,
      )}
      <DateField {...field("consentOn", stored?.consentOn)} label="Agreed on" required />
      <SelectField
        {...field("licence", stored?.licence)}
        label="Licence"
        hint="The makers choose it."
        required
        empty="Choose a licence"
        options={Provenance.shape.licence.options.map((value) => ({ value, label: licenceNames[value] }))}
      />
      <DateField {...field("reviewOn", stored?.reviewOn)} label="Review by" required />
      <TextArea {...field("reason")} label="Why it changes" rows={2} />
      <Button variant="second">Save who made it</Button>
    </Form>
  );
}
