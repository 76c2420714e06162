import { FilterBar } from "../data/filter-bar.tsx";
import { SelectField } from "../forms/select-field.tsx";
import type { Option } from "../forms/options.ts";

type Props = {
  fields: { name: string; label: string; required: boolean }[];
  header: string[];
  columns: Record<string, number>;
  /** For payments: the line of every row, where no column names it. */
  line?: { options: Option[]; chosen: string };
};

/** Which column holds what. An ordinary GET form: the address holds the answer. */
export function ColumnFields({ fields, header, columns, line }: Props) {
  const options = header.map((title, index) => ({
    value: String(index),
    label: title.trim() || `Column ${index + 1}`,
  }));
  return (
    <FilterBar label="Columns" submit="Look at the rows again">
      {fields.map(({ name, label, required }) => (
        <SelectField
          key={name}
          name={name}
          label={label}
          options={options}
          empty={required ? "Choose" : "No column"}
          defaultValue={(columns[name] ?? -1) < 0 ? "" : String(columns[name])}
          required={required}
        />
      ))}
      {line ? (
        <SelectField
          name="lineId"
          label="Line for rows that name none"
          options={line.options}
          empty="None"
          defaultValue={line.chosen}
        />
      ) : null}
    </FilterBar>
  );
}
