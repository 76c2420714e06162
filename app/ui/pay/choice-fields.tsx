import type { FormReply } from "#app/domain/form-reply.ts";
import type { Offer } from "#app/domain/remuneration/offer.ts";
import { choiceNames, timingNames } from "#app/domain/remuneration/words.ts";
import { MoneyField } from "../forms/money-field.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { fieldOf, inPounds, optionsFrom } from "./field-of.ts";

type Props = {
  reply: FormReply | undefined;
  offer: Pick<Offer, "choice" | "agreedFeePence" | "timing">;
  label: string;
};

/** How, how much and when: the person's own choice. */
export function ChoiceFields({ reply, offer, label }: Props) {
  const field = fieldOf(reply);
  return (
    <>
      <RadioGroup
        {...field("choice", offer.choice)}
        label={label}
        options={optionsFrom(choiceNames)}
        required
      />
      <MoneyField
        {...field("agreedFeePence", inPounds(offer.agreedFeePence))}
        label="If less: how much instead"
      />
      <RadioGroup {...field("timing", offer.timing)} label="When" options={optionsFrom(timingNames)} />
    </>
  );
}
