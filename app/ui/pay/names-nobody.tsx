import type { FormReply } from "#app/domain/form-reply.ts";
import { offersTick } from "#app/domain/remuneration/looks-like-person.ts";
import { typedOr } from "../commitment/form-values.ts";
import { Tick } from "./tick.tsx";

type Props = { reply: FormReply | undefined; fields: string[]; what: string };

/** Lets somebody who has looked say that words which look like a name are none; there only once that is asked. */
export function NamesNobody({ reply, fields, what }: Props) {
  const on = typedOr(reply, "namesNobody", "") === "on";
  const asked = fields.some((field) => reply?.errors[field]?.some(offersTick));
  return asked || (reply && on) ? (
    <Tick name="namesNobody" label="Only if it looks like a name" says={what} on={on} />
  ) : null;
}
