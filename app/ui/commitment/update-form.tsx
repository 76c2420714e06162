import { updateKinds, type UpdateKind } from "#app/domain/commitment/public.ts";
import type { FormReply } from "#app/domain/form-reply.ts";
import { Button } from "../forms/button.tsx";
import { ButtonLink } from "../forms/button-link.tsx";
import { DateField } from "../forms/date-field.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { RadioGroup } from "../forms/radio-group.tsx";
import { SaveBar } from "../forms/save-bar.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { TextField } from "../forms/text-field.tsx";
import { typedOr, versionOf } from "./form-values.ts";
import { ReasonField } from "./reason-field.tsx";
import { updateKindNames } from "./status-of.ts";
import { TwoVersions } from "./two-versions.tsx";

export type UpdateWords = {
  kind: UpdateKind;
  title: string;
  text: string;
  contentNote: string;
  effectiveOn: string;
  version: number;
};

type Props = {
  reply: FormReply | undefined;
  /** The update being changed; none for a new one. */
  stored?: UpdateWords;
  /** Today. */
  day: string;
  cancel: string;
};

/** What happened, when, and of which kind. */
export function UpdateForm({ reply, stored, day, cancel }: Props) {
  const field = (name: string, value: string | undefined) => ({
    name,
    defaultValue: typedOr(reply, name, value),
    error: reply?.errors[name],
  });
  return (
    <Form errors={reply?.errors}>
      {stored ? (
        <>
          <TwoVersions
            reply={reply}
            fields={[
              { label: "Kind", name: "kind", stored: stored.kind },
              { label: "Title", name: "title", stored: stored.title },
              { label: "What happened", name: "text", stored: stored.text },
              { label: "Day it happened", name: "effectiveOn", stored: stored.effectiveOn },
              { label: "Content note", name: "contentNote", stored: stored.contentNote },
            ]}
          />
          <HiddenVersion version={versionOf(reply, stored.version)} />
        </>
      ) : null}
      <RadioGroup
        {...field("kind", stored?.kind)}
        label="What kind of update is it?"
        options={updateKinds.map((kind) => ({ value: kind, ...updateKindNames[kind] }))}
        required
      />
      <TextField {...field("title", stored?.title)} label="Title" required />
      <TextArea
        {...field("text", stored?.text)}
        label="What happened"
        hint="Leave out anything that could point to one person who took part."
        rows={7}
        required
      />
      <DateField
        {...field("effectiveOn", stored?.effectiveOn ?? day)}
        label="Day it happened"
        max={day}
        required
      />
      <TextField
        {...field("contentNote", stored?.contentNote)}
        label="Content note"
        hint="If it tells of harm, say what kind. Readers see the note first and choose."
      />
      {stored ? <ReasonField reply={reply} /> : null}
      <SaveBar note="Only your organisation sees this until you publish.">
        <Button>Save the update</Button>
        <ButtonLink href={cancel} variant="quiet">
          Cancel
        </ButtonLink>
      </SaveBar>
    </Form>
  );
}
