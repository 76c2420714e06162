import { useId, type ReactNode } from "react";

export type Column<Row> = {
  header: string;
  cell: (row: Row) => ReactNode;
  /** Aligned to the end, in tabular numerals. */
  numeric?: boolean;
  /** This cell names the row; one column of a table should. */
  rowHeader?: boolean;
};

type DataTableProps<Row> = {
  /** Names the table; also its region when it scrolls. */
  caption: string;
  captionHidden?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** On a phone: "scroll" sideways in a region that takes the focus, or "stack" each row as a small card. */
  narrow?: "scroll" | "stack";
  small?: boolean;
};

/** A table with a caption, column headers and row headers. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  narrow = "stack",
  ...looks
}: DataTableProps<Row>) {
  const id = useId();
  const stacked = narrow === "stack";
  const region = stacked
    ? { className: "table-region" }
    : { className: "table-region", role: "region", tabIndex: 0, "aria-labelledby": id };
  const role = (name: string) => (stacked ? name : undefined);
  return (
    <div {...region}>
      <table
        className={`table${stacked ? " table-stack" : ""}${looks.small ? " small-table" : ""}`}
        role={role("table")}
      >
        <caption id={id}>
          <span className={looks.captionHidden ? "visually-hidden" : undefined}>{caption}</span>
        </caption>
        <thead role={role("rowgroup")}>
          <tr role={role("row")}>
            {columns.map((column) => (
              <th
                key={column.header}
                scope="col"
                role={role("columnheader")}
                className={column.numeric ? "number" : undefined}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={role("rowgroup")}>
          {rows.map((row) => (
            <tr key={rowKey(row)} role={role("row")}>
              {columns.map((column) => {
                const cell = {
                  key: column.header,
                  className: column.numeric ? "number" : undefined,
                  children: column.cell(row),
                };
                return column.rowHeader ? (
                  <th {...cell} key={cell.key} scope="row" role={role("rowheader")} />
                ) : (
                  <td
                    {...cell}
                    key={cell.key}
                    role={role("cell")}
                    data-label={stacked ? column.header : undefined}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
