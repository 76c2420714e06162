import type { FormReply } from "#app/domain/form-reply.ts";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";
import { Notice } from "../data/notice.tsx";

/** What was pointed out before saving, and the tick with which somebody who has read it saves all the same. */
export function ConfirmBox({ reply }: { reply: FormReply | undefined }) {
  const warnings = reply?.errors.confirmed;
  if (!warnings) return null;
  return (
    <Notice kind="warn">
      <p>Nothing is saved yet. Please look at this first:</p>
      <ul className="stack">
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
      <CheckboxGroup
        name="confirmed"
        label="Have you looked?"
        options={[{ value: "on", label: "I have looked. Save it as it is." }]}
        required
      />
    </Notice>
  );
}
