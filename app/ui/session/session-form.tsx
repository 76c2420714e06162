import type { FormReply } from "#app/domain/form-reply.ts";
import type { SessionCheck } from "#app/domain/session/check-session.ts";
import { versionOf } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { ButtonLink } from "../forms/button-link.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import type { Option } from "../forms/options.ts";
import { SaveBar } from "../forms/save-bar.tsx";
import { CheckResult } from "./check-result.tsx";
import { SessionFields, type SessionValues } from "./session-fields.tsx";

type SessionFormProps = {
  reply: (FormReply & { check?: SessionCheck }) | undefined;
  stored: SessionValues;
  version: number;
  choices: { traditions: Option[]; places: string[] };
  cancel: string;
  /** What the stored session meets already, for a change. */
  found?: SessionCheck;
};

/** Plan or change a session: check it as often as you like, then save. */
export function SessionForm({ reply, stored, version, choices, cancel, found }: SessionFormProps) {
  const check = reply?.check ?? found;
  const serious = check?.conflicts.some(({ severity }) => severity === "serious") ?? false;
  return (
    <Form errors={reply?.errors}>
      <div data-check-result aria-live="polite">
        {check ? <CheckResult check={check} saved={!reply} /> : null}
      </div>
      <HiddenVersion version={versionOf(reply, version)} />
      <SessionFields
        reply={reply}
        stored={stored}
        traditions={choices.traditions}
        places={choices.places}
        askReason={serious || Boolean(reply?.errors.acceptReason)}
      />
      <SaveBar note="Checked against the faith calendar when you save.">
        <Button name="intent" value="save">
          Save the session
        </Button>
        <Button name="intent" value="check" variant="second">
          Check
        </Button>
        <ButtonLink href={cancel} variant="quiet">
          Cancel
        </ButtonLink>
      </SaveBar>
      <script src="/check-as-you-type.js" defer />
    </Form>
  );
}
