import { gridField } from "#app/domain/recruitment/grid-input.ts";
import type { GridRow } from "#app/domain/recruitment/grid-rows.ts";
import { STAGES } from "#app/domain/recruitment/round.ts";
import { stageTitle } from "#app/domain/recruitment/stage-words.ts";
import { DataTable } from "../data/data-table.tsx";
import { fieldId } from "../forms/field-ids.ts";

type CountsGridProps = {
  caption: string;
  rows: GridRow[];
  /** By field name, as text. */
  values: Record<string, string>;
  errors: Record<string, string[]> | undefined;
};

/** One number for each group at each stage; on a phone each group is a card with its stages beneath each other. */
export function CountsGrid({ caption, rows, values, errors }: CountsGridProps) {
  return (
    <div className="counts-table">
      <DataTable
        caption={caption}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { header: "Group", rowHeader: true, cell: (row) => row.label },
          ...STAGES.map((stage) => ({
            header: stageTitle(stage),
            cell: (row: GridRow) => {
              const name = gridField(stage, row.id);
              return (
                <input
                  className="input count-input"
                  id={fieldId(name)}
                  name={name}
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={9}
                  aria-label={`${row.label}, ${stageTitle(stage).toLowerCase()}`}
                  aria-invalid={errors?.[name] ? true : undefined}
                  defaultValue={values[name] ?? ""}
                />
              );
            },
          })),
        ]}
      />
    </div>
  );
}
