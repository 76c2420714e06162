import type { FormReply } from "#app/domain/form-reply.ts";
import type { Afterwards } from "#app/domain/session/preflight-afterwards.ts";
import type { PreflightItem } from "#app/domain/session/preflight-items.ts";
import { itemNames } from "#app/domain/session/preflight-words.ts";
import { typedList, typedOr, versionOf } from "../commitment/form-values.ts";
import { TwoVersions } from "../commitment/two-versions.tsx";
import { Folded } from "../data/folded.tsx";
import { DefinitionList } from "../data/definition-list.tsx";
import { Button } from "../forms/button.tsx";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { TextArea } from "../forms/text-area.tsx";

type Props = {
  reply?: FormReply;
  stored: Afterwards | null;
  version: number;
  /** What was in order before. */
  items: readonly PreflightItem[];
  mayEdit: boolean;
};

/** What happened, who could not come, what to change, and where the day differed from the plan. */
export function AfterwardsSection({ reply, stored, version, items, mayEdit }: Props) {
  const told = stored ? (
    <DefinitionList
      items={[
        { term: "What happened", value: stored.whatHappened },
        { term: "Who could not come", value: stored.couldNotCome },
        { term: "What to change", value: stored.toChange },
        { term: "Not as planned", value: stored.notAsPlanned.map((item) => itemNames[item]).join("; ") },
      ]}
    />
  ) : (
    <p>Not written yet.</p>
  );
  if (!mayEdit) return told;
  const choices = [...new Set([...items, ...(stored?.notAsPlanned ?? [])])];
  const area = (name: "whatHappened" | "couldNotCome" | "toChange", label: string, hint: string) => (
    <TextArea
      name={name}
      label={label}
      hint={hint}
      required
      rows={3}
      defaultValue={typedOr(reply, name, stored?.[name])}
      error={reply?.errors[name]}
    />
  );
  return (
    <>
      {stored ? told : null}
      <div className="no-print">
        <Folded
          title={stored ? "Change what is written" : "Write down what happened"}
          open={!stored || reply !== undefined}
        >
          <Form errors={reply?.errors}>
            <TwoVersions
              reply={reply}
              fields={[
                { label: "What happened", name: "whatHappened", stored: stored?.whatHappened ?? "" },
                { label: "Who could not come", name: "couldNotCome", stored: stored?.couldNotCome ?? "" },
                { label: "What to change", name: "toChange", stored: stored?.toChange ?? "" },
              ]}
            />
            <input type="hidden" name="intent" value="afterwards" />
            <HiddenVersion version={versionOf(reply, version)} />
            {area("whatHappened", "What happened", "Name nobody.")}
            {area(
              "couldNotCome",
              "Who could not come, and why",
              "Groups and reasons; never a person's name.",
            )}
            {area("toChange", "What to change", "The first thing to read when the next one is planned.")}
            {choices.length > 0 ? (
              <CheckboxGroup
                name="notAsPlanned"
                label="Not as planned on the day"
                hint="Of what was in order before. What was still open was no plan."
                options={choices.map((value) => ({ value, label: itemNames[value] }))}
                defaultValue={typedList(reply, "notAsPlanned", stored?.notAsPlanned ?? [])}
                error={reply?.errors.notAsPlanned}
              />
            ) : (
              <p className="soft">Nothing was in order before, so nothing differed from a plan.</p>
            )}
            <Button variant="second">Save what happened</Button>
          </Form>
        </Folded>
      </div>
    </>
  );
}
