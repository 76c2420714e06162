import type { FormReply } from "#app/domain/form-reply.ts";
import type { SessionCheck } from "#app/domain/session/check-session.ts";
import { versionOf } from "../commitment/form-values.ts";
import { TwoVersions } from "../commitment/two-versions.tsx";
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
      {reply?.check ? (
        <p>
          <a href="#check">See what this time would meet</a>
        </p>
      ) : null}
      <TwoVersions
        reply={reply}
        fields={fieldNames.map(([name, label]) => ({ name, label, stored: storedAs(stored[name]) }))}
      />
      <HiddenVersion version={versionOf(reply, version)} />
      <SessionFields
        reply={reply}
        stored={stored}
        traditions={choices.traditions}
        places={choices.places}
        askReason={serious || Boolean(reply?.errors.acceptReason)}
        check={check ? <CheckResult check={check} saved={!reply} /> : null}
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

/** What two editors may have changed, in the order of the form. */
const fieldNames: [keyof SessionValues, string][] = [
  ["title", "Name of the session"],
  ["purpose", "What it is for"],
  ["communities", "Who is invited"],
  ["traditions", "Traditions known to be present"],
  ["date", "Day"],
  ["endDate", "Last day"],
  ["startTime", "Starts at"],
  ["endTime", "Ends at"],
  ["run", "Over several days"],
  ["breaks", "Breaks"],
  ["online", "Online"],
  ["venue", "Venue"],
  ["place", "Nearest place"],
  ["facilities", "What the venue has"],
  ["catering", "Food or drink"],
  ["acceptReason", "Why it has to be then"],
];

/** As a form sends it, so that only what differs is listed. */
const storedAs = (value: SessionValues[keyof SessionValues]) =>
  typeof value === "boolean" ? (value ? "yes" : "") : Array.isArray(value) ? value.join(", ") : value;
