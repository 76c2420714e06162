import type { FormReply } from "#app/domain/form-reply.ts";
import type { Fund } from "#app/domain/remuneration/fund.ts";
import { fundKindNames } from "#app/domain/remuneration/words.ts";
import { DateField } from "../forms/date-field.tsx";
import { MoneyField } from "../forms/money-field.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { TextField } from "../forms/text-field.tsx";
import { fieldOf, inPounds, optionsFrom } from "./field-of.ts";

/** The fields of a fund. */
export function FundFields({ reply, stored }: { reply: FormReply | undefined; stored?: Omit<Fund, "id"> }) {
  const field = fieldOf(reply);
  return (
    <>
      <TextField
        {...field("title", stored?.title)}
        label="Name"
        hint="Such as “Voices 2026 to 2027”."
        required
      />
      <RadioGroup
        {...field("kind", stored?.kind)}
        label="What kind of money it is"
        options={optionsFrom(fundKindNames)}
        required
      />
      <TextField {...field("source", stored?.source)} label="Who gave it" required />
      <TextArea
        {...field("restrictions", stored?.restrictions)}
        label="What it may not be spent on"
        hint="As the funder wrote it."
        rows={3}
      />
      <div className="row">
        <DateField {...field("startsOn", stored?.startsOn)} label="Begins on" required />
        <DateField {...field("endsOn", stored?.endsOn)} label="Ends on" required />
      </div>
      <div className="row">
        <MoneyField {...field("amountPence", inPounds(stored?.amountPence))} label="Amount" required />
        <MoneyField
          {...field("carriedOverPence", inPounds(stored?.carriedOverPence))}
          label="Carried over from before"
        />
      </div>
    </>
  );
}
