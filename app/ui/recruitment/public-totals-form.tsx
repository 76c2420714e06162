import type { FormReply } from "#app/domain/form-reply.ts";
import type { PublicTotals } from "#app/domain/recruitment/public-totals.ts";
import type { Stage } from "#app/domain/recruitment/round.ts";
import { stageTitle } from "#app/domain/recruitment/stage-words.ts";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { TextField } from "../forms/text-field.tsx";
import { SectionRule } from "../page/section-rule.tsx";

type Props = {
  version: number;
  counted: { stage: Stage; people: number }[];
  totals: PublicTotals | null;
  reply: FormReply | undefined;
};

/** Rounded figures by default; exact or hidden ones where a total is out already. Asked before the first release only. */
export function PublicTotalsForm({ version, counted, totals, reply }: Props) {
  const typed = reply?.values as { stages?: string | string[]; where?: string } | undefined;
  const chosen = typed?.stages ?? totals?.stages ?? [];
  return (
    <SectionRule
      id="public-totals"
      title="Is an exact total public already?"
      lede="Figures are rounded to 5. Where an exact total is in a report, or somebody has asked for it, rounding would not protect anybody: figures are then exact, and more of them are hidden. To work them out can take up to a minute. Once released, a round keeps its form."
    >
      <div className="stack">
        <Form errors={reply?.errors}>
          <HiddenVersion version={version} />
          <input type="hidden" name="intent" value="exact" />
          <CheckboxGroup
            name="stages"
            required
            label="The exact total that is public"
            options={counted.map(({ stage, people }) => ({
              value: stage,
              label: `${stageTitle(stage)}: ${people.toLocaleString("en-GB")} people`,
            }))}
            defaultValue={typeof chosen === "string" ? [chosen] : [...chosen]}
            error={reply?.errors.stages}
          />
          <TextField
            name="where"
            required
            label="Where it stands"
            hint="Such as the annual report 2026, page 12. The public sees this."
            defaultValue={typed?.where ?? totals?.where ?? ""}
            error={reply?.errors.where}
          />
          <Button variant="second">{totals ? "Save the totals" : "Use exact figures"}</Button>
        </Form>
        {totals ? (
          <Form>
            <HiddenVersion version={version} />
            <input type="hidden" name="intent" value="rounded" />
            <Button variant="quiet">Round the figures instead</Button>
          </Form>
        ) : null}
      </div>
    </SectionRule>
  );
}
