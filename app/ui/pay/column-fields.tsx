import { FilterBar } from "../data/filter-bar.tsx";
import { SelectField } from "../forms/select-field.tsx";
import { TextField } from "../forms/text-field.tsx";
import type { Option } from "../forms/options.ts";

type Props = {
  kind: "payments" | "budget" | "rates";
  fields: { name: string; label: string; required: boolean }[];
  header: string[];
  /** The row that names the columns, from 0, and the rows that it may be. */
  headerRow: number;
  firstRows: { row: number; words: string }[];
  columns: Record<string, number>;
  /** For payments: the line of every row where no column names it, and how money out is written. */
  lines: Option[];
  lineId: string;
  moneyOut: "plain" | "minus";
  /** For rates: where every row comes from that names no source. */
  source: string;
};

/** Which row and columns hold what. An ordinary GET form: the address holds the answer. */
export function ColumnFields(props: Props) {
  const { kind, fields, header, headerRow, firstRows, columns, lines, lineId, moneyOut, source } = props;
  const options = header.map((title, index) => ({
    value: String(index),
    label: title.trim() || `Column ${index + 1}`,
  }));
  return (
    <FilterBar label="Columns" submit="Look at the rows again">
      <input type="hidden" name="read" value={headerRow + 1} />
      <SelectField
        name="header"
        label="Row that names the columns"
        options={firstRows.map(({ row, words }) => ({
          value: String(row + 1),
          label: `Row ${row + 1}: ${words}`,
        }))}
        defaultValue={String(headerRow + 1)}
        required
      />
      {fields.map(({ name, label, required }) => (
        <SelectField
          key={`${name} ${headerRow}`}
          name={name}
          label={label}
          options={options}
          empty={isNeeded(name, required, columns) ? "Choose" : "No column"}
          required={isNeeded(name, required, columns)}
          defaultValue={(columns[name] ?? -1) < 0 ? "" : String(columns[name])}
        />
      ))}
      {kind === "payments" ? (
        <>
          <SelectField
            name="lineId"
            label="Line for rows that name none"
            options={lines}
            empty="None"
            defaultValue={lineId}
          />
          <SelectField
            name="out"
            label="Money out is written"
            options={[
              { value: "plain", label: "As a plain amount" },
              { value: "minus", label: "With a minus, as on a bank statement" },
            ]}
            defaultValue={moneyOut}
            required
          />
        </>
      ) : null}
      {kind === "rates" ? (
        <TextField
          name="source"
          label="Source of rows that name none"
          hint="Who published the rates, where, and in which issue."
          defaultValue={source}
        />
      ) : null}
    </FilterBar>
  );
}

/** Two columns, one for each way, stand for the amount. */
function isNeeded(name: string, required: boolean, columns: Readonly<Record<string, number>>): boolean {
  const has = (column: string) => (columns[column] ?? -1) >= 0;
  return required && !(name === "amount" && (has("debit") || has("credit")));
}
