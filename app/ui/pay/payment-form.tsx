import type { FormReply } from "#app/domain/form-reply.ts";
import { paymentKindNames } from "#app/domain/remuneration/words.ts";
import { formatDate } from "../format.ts";
import { Button } from "../forms/button.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Form } from "../forms/form.tsx";
import { MoneyField } from "../forms/money-field.tsx";
import type { Option } from "../forms/options.ts";
import { RadioGroup } from "../forms/radio-group.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import { NamesNobody } from "./names-nobody.tsx";
import { fieldOf, optionsFrom } from "./field-of.ts";

type Props = {
  reply: FormReply | undefined;
  lines: Option[];
  /** The offer that is paid; without one the payment stands alone. */
  offer: { id: string; lineId: string; reference: string; heldOn: string } | undefined;
  day: string;
};

/** Records what left a line. */
export function PaymentForm({ reply, lines, offer, day }: Props) {
  const field = fieldOf(reply);
  return (
    <Form errors={reply?.errors}>
      {offer ? (
        <>
          <p>
            On the offer to <b>{offer.reference}</b> for {formatDate(offer.heldOn)}.
          </p>
          <input type="hidden" name="offerId" value={offer.id} />
        </>
      ) : (
        <p className="hint">To pay an offer, open the offer and record the payment from there.</p>
      )}
      <SelectField
        {...field("lineId", offer?.lineId)}
        label="Budget line"
        options={lines}
        empty="Choose"
        required
      />
      <RadioGroup
        {...field("kind", "fee")}
        label="What for"
        options={optionsFrom(paymentKindNames)}
        required
      />
      <MoneyField {...field("amountPence")} label="Amount" required />
      <DateField {...field("paidOn", day)} label="Paid on" max={day} required />
      <TextField
        {...field("method")}
        label="How it was paid"
        hint="Such as bank transfer, cash or voucher."
      />
      <TextField
        {...field("financeReference")}
        label="Finance reference"
        hint="The number that your finance system gave it: the same payment is then never counted twice."
        required
      />
      {reply?.errors.whyMore || reply?.values.whyMore ? (
        <TextField
          {...field("whyMore")}
          label="Why more is paid than is owed"
          hint="Such as “Stayed two hours longer”. Nothing about the person."
          required
        />
      ) : null}
      <NamesNobody reply={reply} fields={["financeReference", "whyMore"]} what="These words name nobody" />
      <Button>Record the payment</Button>
    </Form>
  );
}
