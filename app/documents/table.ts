import Papa from "papaparse";

export type Cell = string | number | boolean | null;

/** A column: its type is one of Frictionless Table Schema. */
export type Field<Row> = {
  name: string;
  type: "string" | "integer" | "number" | "boolean" | "date" | "datetime";
  description: string;
  value: (row: Row) => Cell;
};

/** A table with what its columns mean. */
export type Table = {
  /** File name without ending. */
  name: string;
  title: string;
  fields: Omit<Field<never>, "value">[];
  rows: Cell[][];
};

export function tableOf<Row>(
  name: string,
  title: string,
  rows: readonly Row[],
  fields: readonly Field<Row>[],
): Table {
  return {
    name,
    title,
    fields: fields.map(({ name, type, description }) => ({ name, type, description })),
    rows: rows.map((row) => fields.map(({ value }) => value(row))),
  };
}

/**
 * CSV (RFC 4180) in UTF-8. A text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP
 * advises; numbers stay numbers.
 */
export function csvOf({ fields, rows }: Table): string {
  const data = rows.map((row) => row.map((cell) => (typeof cell === "string" ? harmless(cell) : cell)));
  return `${Papa.unparse({ fields: fields.map(({ name }) => name), data }, { newline: "\r\n" })}\r\n`;
}

function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** A Frictionless Data Package that describes the tables as CSV files beside it. */
export function dataPackageOf(
  facts: { name: string; title: string; homepage: string; created: string },
  tables: readonly Table[],
): string {
  const resources = tables.map(({ name, title, fields }) => ({
    profile: "tabular-data-resource",
    name,
    title,
    path: `${name}.csv`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: { fields, missingValues: [""] },
  }));
  return `${JSON.stringify({ profile: "tabular-data-package", ...facts, resources }, null, 2)}\n`;
}
