import type { FormReply } from "#app/domain/form-reply.ts";
import type { OfferTerms } from "#app/domain/remuneration/offer-change.ts";
import { activities } from "#app/domain/remuneration/offer.ts";
import { activityNames, placeNames, timingNames } from "#app/domain/remuneration/words.ts";
import { DateField } from "../forms/date-field.tsx";
import { Fieldset } from "../forms/fieldset.tsx";
import { MoneyField } from "../forms/money-field.tsx";
import { NumberField } from "../forms/number-field.tsx";
import type { Option } from "../forms/options.ts";
import { RadioGroup } from "../forms/radio-group.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import { typedOr } from "../commitment/form-values.ts";
import { fieldOf, inPounds, optionsFrom } from "./field-of.ts";
import { NamesNobody } from "./names-nobody.tsx";
import { Tick } from "./tick.tsx";

type Props = {
  reply: FormReply | undefined;
  lines: Option[];
  bids: Option[];
  day: string;
  /** The offer that is put right; a new one without. */
  stored?: OfferTerms;
};

/** The fields of an offer: who, what time at what rate, expenses apart, and by when. */
export function OfferFields({ reply, lines, bids, day, stored }: Props) {
  const field = fieldOf(reply);
  const ticked = (name: string, before = false) => typedOr(reply, name, before ? "on" : "") === "on";
  const part = (activity: (typeof activities)[number]) =>
    stored?.time.find((each) => each.activity === activity);
  return (
    <>
      <Fieldset legend="Who and when">
        <TextField
          {...field("reference", stored?.reference)}
          label="Reference for the person"
          hint="Such as P-014. Not a name and not an e-mail address."
          required
        />
        <NamesNobody reply={reply} fields={["reference"]} what="This reference names nobody" />
        <TextField {...field("role", stored?.role)} label="Role" hint="Such as “Group member”." required />
        <TextField
          {...field("community", stored?.community)}
          label="Community or group that the work is with"
          hint="Only used to compare what the same role is paid, over 8 people or more."
        />
        <RadioGroup
          {...field("place", stored?.place ?? "uk")}
          label="Where"
          options={optionsFrom(placeNames)}
          required
        />
        <div className="row">
          <DateField {...field("offeredOn", stored?.offeredOn ?? day)} label="Offered on" required />
          <DateField {...field("heldOn", stored?.heldOn)} label="Takes part on" required />
        </div>
      </Fieldset>
      <Fieldset legend="Time" hint="Leave a row empty where no such time is asked for.">
        <div className="pairs stack">
          {activities.map((activity) => (
            <div className="row" key={activity}>
              <NumberField
                {...field(`${activity}Minutes`, part(activity)?.minutes)}
                label={`${activityNames[activity]}: minutes`}
                unit="minutes"
                whole
              />
              <MoneyField
                {...field(`${activity}Rate`, inPounds(part(activity)?.ratePence))}
                label={`${activityNames[activity]}: rate an hour`}
                hint=""
              />
            </div>
          ))}
        </div>
      </Fieldset>
      <Fieldset legend="Expenses" hint="Travel, care, data: paid back in full, apart from the fee.">
        <MoneyField {...field("expensesPence", inPounds(stored?.expensesPence))} label="Expenses expected" />
        <RadioGroup
          {...field("expensesTiming", stored?.expensesTiming ?? "before")}
          label="When expenses are paid"
          options={optionsFrom(timingNames)}
          required
        />
        <Tick
          name="lowIncome"
          label="Paying first"
          says="The person said that paying first is hard for them"
          on={ticked("lowIncome", stored?.lowIncome)}
          error={reply?.errors.lowIncome}
        />
      </Fieldset>
      <Fieldset legend="The promise">
        <SelectField
          {...field("lineId", stored?.lineId)}
          label="Budget line that pays"
          options={lines}
          empty="Choose"
          required
        />
        <SelectField
          {...field("bidId", stored?.bidId)}
          label="Bid that this helps to shape"
          options={bids}
          empty="None"
        />
        <RadioGroup
          {...field("timing", stored?.timing ?? "after")}
          label="When the fee is paid"
          options={optionsFrom(timingNames)}
          required
        />
        <DateField
          {...field("promisedBy", stored?.promisedBy)}
          label="The money will have arrived by"
          required
        />
        <Tick
          name="adviceOffered"
          label="Benefits and tax"
          says="Benefits and tax advice was offered"
          hint="A yes or no. Never note which benefit anybody receives."
          on={ticked("adviceOffered", stored?.adviceOffered)}
          error={reply?.errors.adviceOffered}
        />
      </Fieldset>
    </>
  );
}
