import type { ReactNode } from "react";
import type { FormReply } from "#app/domain/form-reply.ts";
import { Button } from "../forms/button.tsx";
import { ButtonLink } from "../forms/button-link.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { SaveBar } from "../forms/save-bar.tsx";
import { versionOf } from "./form-values.ts";
import { type ComparedField, TwoVersions } from "./two-versions.tsx";

type ChangeFormProps = {
  reply: FormReply | undefined;
  /** The version that is stored now. */
  version: number;
  /** What is laid side by side after somebody else saved first. */
  compared: ComparedField[];
  /** The words on the button. */
  save: string;
  /** Where to go without saving. */
  back: string;
  children: ReactNode;
};

/** A form that saves over one version of something: both versions after a conflict, then the fields, then the save bar. */
export function ChangeForm({ reply, version, compared, save, back, children }: ChangeFormProps) {
  return (
    <Form errors={reply?.errors}>
      <TwoVersions reply={reply} fields={compared} />
      <HiddenVersion version={versionOf(reply, version)} />
      {children}
      <SaveBar note="Only your organisation sees this until you publish.">
        <Button>{save}</Button>
        <ButtonLink href={back} variant="quiet">
          Cancel
        </ButtonLink>
      </SaveBar>
    </Form>
  );
}
