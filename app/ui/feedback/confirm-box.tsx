import type { FormReply } from "#app/domain/form-reply.ts";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Notice } from "../data/notice.tsx";

type Props = {
  reply: FormReply | undefined;
  /** What has not happened yet, and what the tick does. */
  notYet?: string;
  tick?: string;
};

/** What was pointed out before saving, and the tick with which somebody who has read it saves all the same. */
export function ConfirmBox({
  reply,
  notYet = "Nothing is saved yet.",
  tick = "I have looked. Save it as it is.",
}: Props) {
  const warnings = reply?.errors.confirmed;
  if (!warnings) return null;
  return (
    <Notice kind="warn">
      <p>{notYet} Please look at this first:</p>
      <ul className="stack">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
      <CheckboxGroup
        name="confirmed"
        label="Have you looked?"
        options={[{ value: "on", label: tick }]}
        required
      />
    </Notice>
  );
}
