/** Which column of a file holds what; -1 where no column does. */
export type ColumnMap<Field extends string> = Record<Field, number>;

export const paymentFields = {
  financeReference: { label: "Finance reference", required: true, known: /ref|transaction|voucher no|id$/i },
  paidOn: { label: "Paid on", required: true, known: /paid|date/i },
  amount: { label: "Amount", required: true, known: /amount|value|gross|total|paid/i },
  line: { label: "Budget line", required: false, known: /line|budget|cost cent/i },
  person: { label: "Reference for the person", required: false, known: /person|payee|participant/i },
  heldOn: { label: "Day the person took part", required: false, known: /session|held|event/i },
  kind: {
    label: "What for (fee, expenses or other)",
    required: false,
    known: /kind|type|what for|category/i,
  },
  method: { label: "How it was paid", required: false, known: /method|how/i },
} as const;
export type PaymentField = keyof typeof paymentFields;

export const budgetFields = {
  purpose: { label: "What it pays for", required: true, known: /purpose|pays for|category|type/i },
  title: { label: "Name of the line", required: true, known: /title|name|line|description/i },
  amount: { label: "Amount", required: true, known: /amount|budget|value|total/i },
} as const;
export type BudgetField = keyof typeof budgetFields;

type Fields = Record<string, { label: string; required: boolean; known: RegExp }>;

/** A first guess from the names in the header, each column used once; people can change it. */
export function guessColumns(fields: Fields, header: readonly string[]): Record<string, number> {
  const exact = Object.entries(fields).map(([name, { label }]) => [
    name,
    header.findIndex((title) => title.trim().toLowerCase() === label.toLowerCase()),
  ]) satisfies [string, number][];
  const columns: Record<string, number> = Object.fromEntries(exact);
  const taken = new Set(Object.values(columns));
  for (const [name, { known }] of Object.entries(fields)) {
    if (columns[name] !== -1) continue;
    const found = header.findIndex((title, index) => !taken.has(index) && known.test(title));
    columns[name] = found;
    taken.add(found);
  }
  return columns;
}

/** @returns sentences about columns that are needed and not chosen, or chosen twice */
export function columnProblems(
  fields: Fields,
  columns: Readonly<Record<string, number>>,
  width: number,
): string[] {
  const problems: string[] = [];
  const used = new Map<number, string>();
  for (const [name, { label, required }] of Object.entries(fields)) {
    const column = columns[name] ?? -1;
    if (column < 0 || column >= width) {
      if (required) problems.push(`Choose the column that holds “${label}”.`);
      continue;
    }
    const other = used.get(column);
    if (other) problems.push(`“${label}” and “${other}” cannot be the same column.`);
    used.set(column, label);
  }
  return problems;
}
