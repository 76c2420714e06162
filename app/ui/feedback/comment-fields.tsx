import type { FormReply } from "#app/domain/form-reply.ts";
import { commentUseNames, commentUses } from "#app/domain/feedback/voice.ts";
import { RadioGroup } from "../forms/radio-group.tsx";
import { TextArea } from "../forms/text-area.tsx";
import { fieldOf } from "./field-of.ts";

/** A comment, and who may read it: the writer decides. */
export function CommentFields({
  reply,
  stored,
}: {
  reply: FormReply | undefined;
  stored: Record<string, unknown>;
}) {
  const field = fieldOf(reply, stored);
  return (
    <>
      <TextArea
        {...field("comment")}
        label="Anything you want to say"
        hint="It is shown only once three or more people have answered, and without saying who wrote it."
        rows={4}
      />
      <RadioGroup
        {...field("commentUse")}
        label="Who may read it?"
        options={commentUses.map((value) => ({ value, label: commentUseNames[value] }))}
        required
      />
    </>
  );
}
