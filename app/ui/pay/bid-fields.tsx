import type { FormReply } from "#app/domain/form-reply.ts";
import type { Bid } from "#app/domain/remuneration/bid.ts";
import { stageNames } from "#app/domain/remuneration/words.ts";
import { DateField } from "../forms/date-field.tsx";
import { MoneyField } from "../forms/money-field.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { TextField } from "../forms/text-field.tsx";
import { fieldOf, inPounds, optionsFrom } from "./field-of.ts";

/** The fields of a bid. */
export function BidFields({ reply, stored }: { reply: FormReply | undefined; stored?: Omit<Bid, "id"> }) {
  const field = fieldOf(reply);
  return (
    <>
      <TextField {...field("title", stored?.title)} label="Name of the bid" required />
      <TextField {...field("funder", stored?.funder)} label="Funder" required />
      <SelectField
        {...field("stage", stored?.stage ?? "idea")}
        label="How far it is"
        options={optionsFrom(stageNames)}
        required
      />
      <MoneyField
        {...field("amountPence", inPounds(stored?.amountPence))}
        label="Asks for, in all"
        required
      />
      <div className="row">
        <MoneyField
          {...field("coProductionPence", inPounds(stored?.coProductionPence))}
          label="Of it to pay participants"
        />
        <MoneyField {...field("trainingPence", inPounds(stored?.trainingPence))} label="Of it for training" />
      </div>
      <div className="row">
        <DateField {...field("questionFixedOn", stored?.questionFixedOn)} label="Question fixed on" />
        <DateField {...field("submittedOn", stored?.submittedOn)} label="Submitted on" />
      </div>
      <TextArea
        {...field("whatChanged", stored?.whatChanged)}
        label="What early involvement changed"
        hint="In plain words. It can also be that nothing changed."
      />
    </>
  );
}
