import type { FormReply } from "#app/domain/form-reply.ts";
import type { PreflightSheet } from "#app/domain/session/preflight.ts";
import { typedList, typedOr } from "../commitment/form-values.ts";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import type { Option } from "../forms/options.ts";
import { RadioGroup } from "../forms/radio-group.tsx";

/** Whether racism will be discussed: with it the facilitation gate opens. */
export function RacismChoice({ reply, stored }: { reply?: FormReply; stored: string }) {
  return (
    <RadioGroup
      name="racismDiscussed"
      label="Will racism be discussed?"
      hint="When in doubt, say yes: it may come up. What stands under Facilitation is asked for then."
      required
      options={[
        { value: "yes", label: "Yes" },
        { value: "no", label: "No" },
      ]}
      defaultValue={typedOr(reply, "racismDiscussed", stored)}
      error={reply?.errors.racismDiscussed}
    />
  );
}

type Props = {
  reply?: FormReply;
  facilitators: Option[];
  leading: string[];
  twoRacialised: PreflightSheet["twoRacialised"];
};

/** Who leads it. Backgrounds are asked of the session as a whole, beside no name. */
export function FacilitatorChoice({ reply, facilitators, leading, twoRacialised }: Props) {
  return (
    <>
      {facilitators.length > 0 ? (
        <CheckboxGroup
          name="leading"
          label="Who leads it"
          options={facilitators}
          defaultValue={typedList(reply, "leading", leading)}
          error={reply?.errors.leading}
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
        defaultValue={typedOr(reply, "twoRacialised", twoRacialised)}
        error={reply?.errors.twoRacialised}
      />
    </>
  );
}
