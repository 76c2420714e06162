import type { FormReply } from "#app/domain/form-reply.ts";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Form } from "../forms/form.tsx";
import { StaleErrors } from "../forms/stale-errors.tsx";
import { SectionRule } from "../page/section-rule.tsx";
import { InvitationTable, type InvitationRow } from "./invitation-table.tsx";

/** What can be done with one link of a loop: make it anew, or switch it off. */
export function ChosenLink(chosen: Pick<InvitationRow, "number" | "works">) {
  return (
    <SectionRule
      id="chosen"
      title={`Link number ${chosen.number}`}
      lede="Made anew, the link before stops working, used or not. What was answered with it stays, and a kinder answer with the new one is not counted. How many you make anew or switch off is published."
    >
      <div className="row">
        <form method="post">
          <input type="hidden" name="intent" value="anew" />
          <input type="hidden" name="number" value={chosen.number} />
          <Button variant="second">Make it anew, as a letter</Button>
        </form>
        {chosen.works ? (
          <form method="post">
            <input type="hidden" name="intent" value="off" />
            <input type="hidden" name="number" value={chosen.number} />
            <Button variant="danger">Switch it off</Button>
          </form>
        ) : null}
      </div>
      <p className="small soft">
        To mail a new one, write the same address above: the link that it had before stops working.
      </p>
    </SectionRule>
  );
}

type LostLinksProps = {
  made: InvitationRow[];
  /** To the form that switches every link off. */
  reply: FormReply | undefined;
};

/** Every link of a loop by its number, and the way to switch all of them off. */
export function LostLinks({ made, reply }: LostLinksProps) {
  return (
    <SectionRule
      id="made"
      title="A link was lost"
      lede="Choose its number, which stands on the letter and in the message. Who has answered is shown to nobody."
    >
      <div className="stack">
        <InvitationTable caption="Links by number" rows={made} />
        {made.some(({ works }) => works) ? (
          <details className="more-words" open={reply !== undefined}>
            <summary>A whole batch went astray: switch every link off</summary>
            <Form errors={reply?.errors}>
              <input type="hidden" name="intent" value="all-off" />
              <p>
                Nobody can answer with these links any more, or take words back. What was answered stays. Then
                make the letters anew: they keep their numbers.
              </p>
              <CheckboxGroup
                name="sure"
                label="Are you sure?"
                options={[{ value: "on", label: "Yes, switch every link off" }]}
                error={reply?.errors.sure}
                required
              />
              <Button variant="danger">Switch every link off</Button>
            </Form>
          </details>
        ) : (
          <StaleErrors reply={reply} />
        )}
      </div>
    </SectionRule>
  );
}
