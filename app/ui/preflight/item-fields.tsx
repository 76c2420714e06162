import type { FormReply } from "#app/domain/form-reply.ts";
import type { PreflightItem, Said } from "#app/domain/session/preflight.ts";
import { itemNames } from "#app/domain/session/preflight-words.ts";
import { DateField } from "../forms/date-field.tsx";
import { Fieldset } from "../forms/fieldset.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";

type Props = { reply?: FormReply; item: PreflightItem; said?: Said; known?: string };

/**
 * One item: how it stands, what was arranged, who answers for it, by when.
 * @param known what other rooms found, for an item that they decide
 */
export function ItemFields({ reply, item, said, known }: Props) {
  const name = (field: string) => `items.${item}.${field}`;
  const typed = (field: keyof Said) => {
    if (!reply) return said?.[field] ?? "";
    const items = reply.values.items as Record<string, Record<string, unknown>> | undefined;
    const value = items?.[item]?.[field];
    return typeof value === "string" ? value : "";
  };
  const error = (field: string) => reply?.errors[name(field)];
  return (
    <Fieldset legend={itemNames[item]}>
      {known === undefined ? (
        <StateFields name={name} typed={typed} error={error} />
      ) : (
        <p className="soft">{known}</p>
      )}
      <TextField
        name={name("owner")}
        label="Who answers for it"
        defaultValue={typed("owner")}
        error={error("owner")}
      />
      <DateField
        name={name("dueOn")}
        label="By"
        hint=""
        defaultValue={typed("dueOn")}
        error={error("dueOn")}
      />
    </Fieldset>
  );
}

type StateProps = {
  name: (field: string) => string;
  typed: (field: keyof Said) => string;
  error: (field: string) => string[] | undefined;
};

/** What people say of an item; those that other rooms decide have none. */
function StateFields({ name, typed, error }: StateProps) {
  return (
    <>
      <SelectField
        name={name("state")}
        label="How it stands"
        required
        options={[
          { value: "not-yet", label: "Not yet" },
          { value: "done", label: "Arranged" },
          { value: "not-needed", label: "Not needed" },
        ]}
        defaultValue={typed("state") || "not-yet"}
        error={error("state")}
      />
      <TextField
        name={name("note")}
        label="What was arranged, or why it is not needed"
        defaultValue={typed("note")}
        error={error("note")}
        maxLength={600}
      />
    </>
  );
}
