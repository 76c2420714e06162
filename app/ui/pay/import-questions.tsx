import type { FormReply } from "#app/domain/form-reply.ts";
import { TextField } from "../forms/text-field.tsx";
import { fieldOf } from "./field-of.ts";
import { Tick } from "./tick.tsx";

type Props = { asks: { name: boolean; more: boolean }; reply: FormReply | undefined };

/** What somebody has to answer before rows are kept that look like a name, or pay more than is owed. */
export function ImportQuestions({ asks, reply }: Props) {
  const field = fieldOf(reply);
  return (
    <>
      {asks.name ? (
        <Tick
          name="namesNobody"
          label="References that look like names"
          says="I have looked: they name nobody"
          hint="Otherwise correct the file, or choose the column with the finance system's number."
          on={reply?.values.namesNobody === "on"}
          error={reply?.errors.namesNobody}
          required
        />
      ) : null}
      {asks.more ? (
        <TextField
          {...field("whyMore")}
          label="Why more is paid than is owed"
          hint="The books keep it with those rows. If a payment is there already under another number, take its row out instead."
          required
        />
      ) : null}
    </>
  );
}
