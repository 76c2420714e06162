import type { FormReply } from "#app/domain/form-reply.ts";
import { DateField } from "../forms/date-field.tsx";
import { MoneyField } from "../forms/money-field.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { fieldOf } from "./field-of.ts";

type Props = {
  reply: FormReply | undefined;
  amount: { name: string; label: string };
  /** Today, the last day on which it can have been decided. */
  day: string;
  whyHint?: string;
};

/** How much, when it was decided, and why: every decision about a fund's money is kept with these. */
export function DecisionFields({ reply, amount, day, whyHint }: Props) {
  const field = fieldOf(reply);
  return (
    <>
      <MoneyField {...field(amount.name)} label={amount.label} required />
      <DateField {...field("decidedOn", day)} label="Decided on" max={day} required />
      <TextArea {...field("reason")} label="Why" hint={whyHint} rows={3} required />
    </>
  );
}
