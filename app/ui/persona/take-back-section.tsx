import type { FormReply } from "#app/domain/form-reply.ts";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Form } from "../forms/form.tsx";
import { Folded } from "../data/folded.tsx";
import { SectionRule } from "../page/section-rule.tsx";

/** For makers who say so by telephone or in the room. What it does cannot be undone, so it lies folded and asks twice. */
export function TakeBackSection({ reply, imported }: { reply?: FormReply; imported: boolean }) {
  return (
    <div className="no-print">
      <SectionRule id="take-back" title="If the makers take it back" rule="quiet">
        <Folded title="They told us another way" open={reply !== undefined}>
          <p className="measure">
            {imported
              ? "Its words are wiped from your workspace, and it leaves every check. What its own library shows is for its makers to say there."
              : "Its words are wiped from your workspace, from every copy on this installation and from the open library, which keeps a tombstone. It leaves every check."}{" "}
            This cannot be undone.
          </p>
          <Form errors={reply?.errors}>
            <input type="hidden" name="intent" value="take-back" />
            <CheckboxGroup
              name="sure"
              label="Are you sure?"
              required
              options={[{ value: "yes", label: "Yes, those who made it take it back" }]}
              error={reply?.errors.sure}
            />
            <Button variant="danger">Take it back for them</Button>
          </Form>
        </Folded>
      </SectionRule>
    </div>
  );
}
