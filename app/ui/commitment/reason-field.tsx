import type { FormReply } from "#app/domain/form-reply.ts";
import { TextArea } from "../forms/text-area.tsx";
import { typedOr } from "./form-values.ts";

/** Why a promise, a measure or a milestone changes. Asked here, demanded at publishing where the change weakens it. */
export function ReasonField({
  reply,
  label = "Why it changes",
}: {
  reply: FormReply | undefined;
  label?: string;
}) {
  return (
    <TextArea
      name="reason"
      label={label}
      hint="Lowering a target, moving a date or dropping something needs a public reason before it can be published. You can give it now or then."
      rows={2}
      defaultValue={typedOr(reply, "reason", "")}
      error={reply?.errors.reason}
    />
  );
}
