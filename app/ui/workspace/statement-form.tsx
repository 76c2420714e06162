import type { FormReply } from "#app/domain/form-reply.ts";
import { typedOr, versionOf } from "../commitment/form-values.ts";
import { TwoVersions } from "../commitment/two-versions.tsx";
import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { SaveBar } from "../forms/save-bar.tsx";
import { TextArea } from "../forms/text-area.tsx";

type Props = { reply: FormReply | undefined; stored: { statement: string; version: number } };

/** The organisation's own words about why it promises. */
export function StatementForm({ reply, stored }: Props) {
  return (
    <Form errors={reply?.errors}>
      <TwoVersions
        reply={reply}
        fields={[{ label: "Statement", name: "statement", stored: stored.statement }]}
      />
      <HiddenVersion version={versionOf(reply, stored.version)} />
      <TextArea
        name="statement"
        label="Statement"
        hint="Write as “we”. Say what went wrong before as well as what you mean to do."
        rows={7}
        defaultValue={typedOr(reply, "statement", stored.statement)}
        error={reply?.errors.statement}
      />
      <SaveBar note="Only your organisation sees this until you publish.">
        <Button>Save the statement</Button>
      </SaveBar>
    </Form>
  );
}
