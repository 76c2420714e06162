import type { FormReply } from "#app/domain/form-reply.ts";
import type { SchemeId } from "#app/domain/recruitment/category.ts";
import { Characteristic, characteristicName, choicesOf } from "#app/domain/recruitment/characteristics.ts";
import { ethnicRows } from "#app/domain/recruitment/grid-rows.ts";
import { wordField, type UnknownWord } from "#app/domain/recruitment/import-mapping.ts";
import { likelyColumns } from "#app/domain/recruitment/likely-columns.ts";
import { nearestGroup } from "#app/domain/recruitment/nearest-group.ts";
import { STAGES } from "#app/domain/recruitment/round.ts";
import { SCHEMES } from "#app/domain/recruitment/schemes.ts";
import { stageTitle } from "#app/domain/recruitment/stage-words.ts";
import { typedOr } from "../commitment/form-values.ts";
import { Button } from "../forms/button.tsx";
import { Fieldset } from "../forms/fieldset.tsx";
import { Form } from "../forms/form.tsx";
import type { Option } from "../forms/options.ts";
import { RadioGroup } from "../forms/radio-group.tsx";
import { SaveBar } from "../forms/save-bar.tsx";
import { SelectField } from "../forms/select-field.tsx";

type Props = {
  token: string;
  version: number;
  scheme: SchemeId;
  rows: number;
  columns: string[];
  dropped: string[];
  reply: (FormReply & { preview?: { words: readonly UnknownWord[]; read: number } }) | undefined;
};

/** Which column is which, and what unknown words mean; shows the counts before anything is kept. */
export function ImportMapping({ token, version, scheme, rows, columns, dropped, reply }: Props) {
  const options = columns.map((name) => ({ value: name, label: name }));
  const likely = likelyColumns(columns);
  const field = (name: string) => ({
    name,
    options,
    empty: "Not in the file",
    defaultValue: typedOr(reply, name, likely[name]),
    error: reply?.errors[name],
  });
  const preview = reply?.preview;
  const characteristic = Characteristic.safeParse(reply?.values.characteristic).data;
  return (
    <Form errors={reply?.errors} action="#preview">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="version" value={version} />
      <p>
        {rows === 1 ? "1 row is read." : `${rows.toLocaleString("en-GB")} rows are read.`}
        {dropped.length > 0
          ? ` These columns hold too many different words to count by and were dropped: ${dropped.join(", ")}.`
          : ""}
      </p>
      <Fieldset legend="Which column is which">
        <RadioGroup
          name="form"
          label="What is one row of the file?"
          options={[
            { value: "applicants", label: "One applicant" },
            { value: "counts", label: "One group, with a column of counts for each stage" },
          ]}
          defaultValue={typedOr(reply, "form", "applicants")}
          error={reply?.errors.form}
          required
        />
        <SelectField {...field("ethnicGroup")} label="Ethnic group" empty="Choose" required />
      </Fieldset>
      <Fieldset legend="If one row is one applicant">
        <SelectField {...field("stage")} label="The furthest stage the person got to" />
        <SelectField
          {...field("characteristic")}
          options={Characteristic.options.map((value) => ({ value, label: characteristicName(value) }))}
          label="One more characteristic"
          empty="None"
        />
        <SelectField {...field("otherColumn")} label="Its column" />
        <SelectField
          {...field("fromAbroad")}
          label="Recruited from abroad"
          hint="A column that says “yes” for them."
        />
      </Fieldset>
      <Fieldset legend="If one row is one group">
        {STAGES.map((stage) => (
          <SelectField key={stage} {...field(`column:${stage}`)} label={stageTitle(stage)} />
        ))}
      </Fieldset>
      {preview && preview.words.length > 0 ? (
        <Fieldset
          legend="Words we do not know"
          hint="Say what each means. Rows with a word left empty are not counted."
        >
          {preview.words.map(({ kind, word }) => (
            <SelectField
              key={`${kind} ${word}`}
              {...field(wordField(kind, word))}
              label={`“${word.slice(0, 80)}”`}
              hint={kind === "group" ? suggestion(scheme, word) : undefined}
              options={meanings(kind, scheme, characteristic)}
              empty="Do not count"
            />
          ))}
        </Fieldset>
      ) : null}
      <SaveBar note="Nothing is saved until you keep the counts. They replace those of this round.">
        <Button variant="second" name="intent" value="preview">
          Show the counts
        </Button>
        {preview && preview.read > 0 ? (
          <Button name="intent" value="keep">
            Keep these counts
          </Button>
        ) : null}
      </SaveBar>
    </Form>
  );
}

function suggestion(scheme: SchemeId, word: string): string | undefined {
  const near = nearestGroup(SCHEMES[scheme], word);
  return near ? `Nearest: ${near.label}.` : undefined;
}

function meanings(
  kind: UnknownWord["kind"],
  scheme: SchemeId,
  characteristic: Characteristic | undefined,
): Option[] {
  const rows =
    kind === "group"
      ? ethnicRows(SCHEMES[scheme])
      : kind === "stage"
        ? STAGES.map((id) => ({ id, label: stageTitle(id) }))
        : characteristic
          ? choicesOf(characteristic)
          : [];
  return rows.map(({ id, label }) => ({ value: id, label }));
}
