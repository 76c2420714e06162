import type { FormReply } from "#app/domain/form-reply.ts";
import { Button } from "../forms/button.tsx";
import { ButtonLink } from "../forms/button-link.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { TextField } from "../forms/text-field.tsx";
import { typedOr, versionOf } from "./form-values.ts";
import { ReasonField } from "./reason-field.tsx";
import { TwoVersions } from "./two-versions.tsx";

export type MilestoneWords = {
  id: string;
  version: number;
  title: string;
  dueOn: string;
  metOn: string | null;
  dropped: boolean;
};

type Props = {
  reply: FormReply | undefined;
  changing?: MilestoneWords;
  /** When the commitment is due. */
  dueOn: string;
  /** Today. */
  day: string;
  cancel: string;
};

/** Adds a milestone, or changes one: another date, met, or given up. */
export function MilestoneForm({ reply, changing, dueOn, day, cancel }: Props) {
  const field = (name: string, stored: string | null | undefined) => ({
    name,
    defaultValue: typedOr(reply, name, stored),
    error: reply?.errors[name],
  });
  const dropped = reply ? typedOr(reply, "dropped", "") === "on" : changing?.dropped;
  return (
    <Form errors={reply?.errors}>
      {changing ? (
        <>
          <TwoVersions
            reply={reply}
            fields={[
              { label: "Step", name: "title", stored: changing.title },
              { label: "Due on", name: "dueOn", stored: changing.dueOn },
              { label: "Met on", name: "metOn", stored: changing.metOn },
              { label: "Given up", name: "dropped", stored: changing.dropped ? "on" : "" },
            ]}
          />
          <input type="hidden" name="milestone" value={changing.id} />
          <HiddenVersion version={versionOf(reply, changing.version)} />
        </>
      ) : null}
      <TextField
        {...field("title", changing?.title)}
        label="Step"
        hint="Such as “Policy agreed by the board”."
        required
      />
      <div className="row">
        <DateField {...field("dueOn", changing?.dueOn ?? dueOn)} label="Due on" required />
        <DateField {...field("metOn", changing?.metOn)} label="Met on" max={day} />
      </div>
      {changing ? (
        <>
          <CheckboxGroup
            name="dropped"
            label="Give it up"
            options={[
              {
                value: "on",
                label: "We give this step up",
                hint: "It stays in the record with your reason.",
              },
            ]}
            defaultValue={dropped ? ["on"] : []}
            error={reply?.errors.dropped}
          />
          <ReasonField reply={reply} />
        </>
      ) : null}
      <div className="row">
        <Button>{changing ? "Save the milestone" : "Add the milestone"}</Button>
        {changing ? (
          <ButtonLink href={cancel} variant="quiet">
            Cancel
          </ButtonLink>
        ) : null}
      </div>
    </Form>
  );
}
