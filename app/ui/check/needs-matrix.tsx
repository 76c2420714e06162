import type { FormReply } from "#app/domain/form-reply.ts";
import type { Row } from "#app/domain/persona/check.ts";
import { answers } from "#app/domain/persona/check.ts";
import { answerNames, areaNames } from "#app/domain/persona/words.ts";
import { Button } from "../forms/button.tsx";
import { Form } from "../forms/form.tsx";
import { fieldId } from "../forms/field-ids.ts";
import { FieldErrors } from "../forms/field-words.tsx";
import { typedOr } from "../commitment/form-values.ts";

type Props = {
  reply?: FormReply;
  rows: readonly Row[];
  personas: readonly { id: string; title: string }[];
  mayEdit: boolean;
};

/**
 * The matrix: a row for each need, a column for each persona that carries it, then what was found and how one can see it.
 * An ordinary table with row and column headers, each control named by its need, so that keyboard and screen reader walk it.
 */
export function NeedsMatrix({ reply, rows, personas, mayEdit }: Props) {
  const table = <MatrixTable reply={reply} rows={rows} personas={personas} mayEdit={mayEdit} />;
  if (!mayEdit) return table;
  return (
    <Form errors={reply?.errors}>
      {table}
      <Button>Record what was found</Button>
    </Form>
  );
}

/** With many personas it scrolls sideways, so that it has to take the focus. On a phone each need is a small card. */
const region = {
  className: "table-region needs-matrix",
  role: "region",
  tabIndex: 0,
  "aria-labelledby": "matrix-caption",
};

/** Said aloud, because a table whose rows are cards loses its roles in some browsers. */
const roles = {
  table: "table",
  rowgroup: "rowgroup",
  row: "row",
  columnheader: "columnheader",
  rowheader: "rowheader",
  cell: "cell",
};

function MatrixTable({ reply, rows, personas, mayEdit }: Props) {
  return (
    <div {...region}>
      <table className="table table-stack small-table" role={roles.table}>
        <caption id="matrix-caption">
          <span>Each need, who carries it, and what was found</span>
        </caption>
        <thead role={roles.rowgroup}>
          <tr role={roles.row}>
            <th scope="col" role={roles.columnheader}>
              Need
            </th>
            {personas.map((persona) => (
              <th scope="col" role={roles.columnheader} key={persona.id}>
                {persona.title}
              </th>
            ))}
            <th scope="col" role={roles.columnheader}>
              Found
            </th>
            <th scope="col" role={roles.columnheader}>
              How one can see it
            </th>
          </tr>
        </thead>
        <tbody role={roles.rowgroup}>
          {rows.map((row, i) => (
            <tr key={row.need.id} role={roles.row}>
              <th scope="row" role={roles.rowheader} id={`need-${row.need.id}`}>
                {row.need.title}
                <span className="soft">
                  {" "}
                  {areaNames[row.need.area]}. Met by: {row.need.metBy}. Seen by: {row.need.seenBy}.
                </span>
              </th>
              {personas.map((persona) => (
                <td key={persona.id} role={roles.cell} data-label={persona.title}>
                  {row.personas.includes(persona.id) ? (
                    "needs it"
                  ) : (
                    <>
                      <span aria-hidden="true">–</span>
                      <span className="visually-hidden">does not name it</span>
                    </>
                  )}
                </td>
              ))}
              {mayEdit ? <AnswerCells reply={reply} row={row} at={i} /> : <ReadCells row={row} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ReadCells({ row }: { row: Row }) {
  return (
    <>
      <td role={roles.cell} data-label="Found">
        {answerNames[row.answer]}
      </td>
      <td role={roles.cell} data-label="How one can see it">
        {row.evidence || "not said"}
      </td>
    </>
  );
}

function AnswerCells({ reply, row, at }: { reply?: FormReply; row: Row; at: number }) {
  const name = (field: string) => `answers[${at}].${field}`;
  const error = reply?.errors[name("evidence")] ?? reply?.errors[`answers.${at}.evidence`];
  const typedAnswers = reply?.values.answers;
  const typed = Array.isArray(typedAnswers)
    ? (typedAnswers[at] as Record<string, unknown> | undefined)
    : undefined;
  const value = (field: "answer" | "evidence") =>
    typed ? String(typed[field] ?? "") : typedOr(undefined, field, row[field]);
  return (
    <>
      <td role={roles.cell} data-label="Found">
        <span className="print-only">{answerNames[row.answer]}</span>
        <input type="hidden" name={name("need")} value={row.need.id} />
        <select
          className="input"
          name={name("answer")}
          id={fieldId(name("answer"))}
          aria-label={`Found: ${row.need.title}`}
          defaultValue={value("answer")}
        >
          {answers.map((answer) => (
            <option key={answer} value={answer}>
              {answerNames[answer]}
            </option>
          ))}
        </select>
      </td>
      <td role={roles.cell} data-label="How one can see it">
        <span className="print-only">{row.evidence || "not said"}</span>
        <FieldErrors name={name("evidence")} error={error} />
        <input
          className="input"
          name={name("evidence")}
          id={fieldId(name("evidence"))}
          aria-label={`How one can see it: ${row.need.title}`}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${fieldId(name("evidence"))}-error` : undefined}
          defaultValue={value("evidence")}
          maxLength={1000}
        />
      </td>
    </>
  );
}
