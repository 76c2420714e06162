import type { FormReply } from "#app/domain/form-reply.ts";
import type { Need } from "#app/domain/persona/need.ts";
import type { Persona } from "#app/domain/persona/persona.ts";
import { areaNames } from "#app/domain/persona/words.ts";
import { typedOr, versionOf } from "../commitment/form-values.ts";
import { DataTable } from "../data/data-table.tsx";
import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { HiddenVersion } from "../forms/hidden-version.tsx";
import { TextField } from "../forms/text-field.tsx";
import { fieldOf } from "../pay/field-of.ts";
import { NeedOptions } from "./need-options.tsx";

type Props = {
  reply?: FormReply;
  carried: Persona["needs"];
  needs: readonly Need[];
  version: number;
  needsHref: string;
};

/** The needs a persona carries, each with why, and a form to add one. */
export function NeedsSection({ reply, carried, needs, version, needsHref }: Props) {
  const field = fieldOf(reply);
  const byId = new Map(needs.map((need) => [need.id, need]));
  return (
    <>
      {carried.length > 0 ? (
        <DataTable
          caption="Needs of this persona"
          captionHidden
          rows={carried}
          rowKey={(row) => row.need}
          columns={[
            { header: "Need", rowHeader: true, cell: (row) => byId.get(row.need)?.title ?? row.need },
            { header: "Kind", cell: (row) => areaNames[byId.get(row.need)?.area ?? "trust"] },
            { header: "Why", cell: (row) => row.why || "not said" },
            { header: "Follows from", cell: (row) => row.from || "not said" },
            {
              header: "Change",
              cell: (row) => (
                <form method="post">
                  <input type="hidden" name="intent" value="drop-need" />
                  <input type="hidden" name="need" value={row.need} />
                  <HiddenVersion version={version} />
                  <Button variant="quiet">
                    Take out<span className="visually-hidden"> {byId.get(row.need)?.title}</span>
                  </Button>
                </form>
              ),
            },
          ]}
        />
      ) : null}
      <Form errors={reply?.errors}>
        <input type="hidden" name="intent" value="need" />
        <HiddenVersion version={versionOf(reply, version)} />
        <NeedOptions needs={needs} chosen={typedOr(reply, "need", "")} error={reply?.errors.need} />
        <TextField {...field("why")} label="Why they need it" maxLength={600} />
        <TextField
          {...field("from")}
          label="What in their life it follows from"
          hint="In the makers' words: “night work”, “caring for my dad”."
          maxLength={120}
        />
        <Button variant="second">Add the need</Button>
      </Form>
      <p>
        Not in the list? <a href={needsHref}>Add a need of your own</a>.
      </p>
    </>
  );
}
