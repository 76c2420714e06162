import type { FormReply } from "#app/domain/form-reply.ts";
import { CheckboxGroup } from "../forms/checkbox-group.tsx";

/** After a round was pointed out that looks like this one: go to it, or say that this is another. Absent until then. */
export function AnotherRound({ reply, base }: { reply: FormReply | undefined; base: string }) {
  const said = reply?.values.another === "yes";
  if (!reply?.errors.another && !said) return null;
  return (
    <div className="stack">
      <CheckboxGroup
        name="another"
        label="Is it the same round?"
        options={[{ value: "yes", label: "This is another round" }]}
        defaultValue={said ? ["yes"] : []}
        error={reply?.errors.another}
      />
      <p>
        <a href={base}>Look at the rounds that are here already</a>
      </p>
    </div>
  );
}
