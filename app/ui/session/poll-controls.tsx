import type { FormReply } from "#app/domain/form-reply.ts";
import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { formatDate } from "../format.ts";
import { SectionRule } from "../page/section-rule.tsx";

type PollControlsProps = {
  numbers: { number: number; state: "works" | "off" }[];
  reply: FormReply | undefined;
  closesOn: string;
};

/** Closing a poll early, and dealing with a link that was lost or went to the wrong person. */
export function PollControls({ numbers, reply, closesOn }: PollControlsProps) {
  return (
    <>
      {numbers.length > 0 ? (
        <SectionRule
          id="links"
          title="A link was lost"
          rule="quiet"
          lede="The links are numbered as you were given them. An answer that a link gave goes on counting. We do not show which links answered."
        >
          <Form errors={reply?.errors}>
            <SelectField
              name="number"
              label="Which link"
              required
              options={numbers.map(({ number, state }) => ({
                value: String(number),
                label: state === "off" ? `Link ${number} (switched off)` : `Link ${number}`,
              }))}
              defaultValue={String(reply?.values.number ?? "")}
              error={reply?.errors.number}
            />
            <div className="row">
              <Button name="intent" value="replace">
                Make a new link instead
              </Button>
              <Button name="intent" value="revoke" variant="second">
                Switch it off
              </Button>
            </div>
          </Form>
        </SectionRule>
      ) : null}
      <SectionRule
        id="close"
        title="Close the poll"
        rule="quiet"
        lede={`It closes by itself after ${formatDate(closesOn)}. Closed now, nobody can answer or change an answer any more.`}
      >
        <Form>
          <div className="row">
            <Button name="intent" value="close" variant="second">
              Close it now
            </Button>
          </div>
        </Form>
      </SectionRule>
    </>
  );
}
