import type { IndicatorFacts } from "#app/domain/commitment/indicator.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { SectionRule } from "../page/section-rule.tsx";

/** For a measure tied to an indicator: one button that works today's figure out. */
export function ComputeReading({
  indicator,
  reply,
}: {
  indicator: IndicatorFacts;
  reply: FormReply | undefined;
}) {
  return (
    <SectionRule id="compute" title="Work out today's figure" lede={indicator.caveat}>
      <Form errors={reply?.values.intent === "compute" ? reply.errors : undefined}>
        <input type="hidden" name="intent" value="compute" />
        <Button>Work it out and record it</Button>
      </Form>
    </SectionRule>
  );
}
