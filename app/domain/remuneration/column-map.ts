/** Which column of a file holds what; -1 where no column does. */
export type ColumnMap<Field extends string> = Record<Field, number>;

export const paymentFields = {
  financeReference: {
    label: "Finance reference",
    required: true,
    // Sage's “No”, Unit4's “TransNo” and the like number each payment; a plain “Reference” is often one for a whole batch.
    known: [
      /^(finance|payment|transaction|trans\.?|tran)\s*(ref(erence)?|id)\.?( no\.?)?$/i,
      /^(transaction|trans\.?|tran|entry|doc(ument)?|voucher|payment)\s*(no\.?|number|num\.?)$/i,
      /^no\.?$/i,
      /^ref(erence)?\.?( no\.?)?$/i,
      /\bref|transaction|voucher|\bid$/i,
    ],
  },
  paidOn: {
    label: "Paid on",
    required: true,
    known: [
      /^(payment date|paid date|date paid)$/i,
      /^(trans(action)?|posting|posted|entry)\.?\s*date$/i,
      /^date$/i,
      /date|paid on/i,
    ],
  },
  amount: {
    label: "Amount",
    required: true,
    known: [
      /^amount( \(?(gbp|£)\)?| paid)?$/i,
      /^(gross|value|total)( amount)?( \(?(gbp|£)\)?)?$/i,
      /\b(amount|value|gross|net)\b/i,
      /^paid$/i,
    ],
  },
  debit: {
    label: "Money out, in a column of its own (debit)",
    required: false,
    known: [/^debits?( amount)?( \(?(gbp|£)\)?)?$/i, /^dr$/i, /^(money|paid) out$/i],
  },
  credit: {
    label: "Money back, in a column of its own (credit)",
    required: false,
    known: [/^credits?( amount)?( \(?(gbp|£)\)?)?$/i, /^cr$/i, /^(money|paid) in$/i],
  },
  currency: { label: "Currency", required: false, known: [/^(currency|cur|curr|ccy)\.?( code)?$/i] },
  line: {
    label: "Budget line",
    required: false,
    known: [/\bbudget\b|^line( name)?$|cost cent/i],
  },
  person: { label: "Reference for the person", required: false, known: [/\bperson\b|participant/i] },
  heldOn: { label: "Day the person took part", required: false, known: [/session|held on|event|took part/i] },
  kind: {
    label: "What for (fee, expenses or other)",
    required: false,
    known: [/^kind$|what for|^category$|payment for/i],
  },
  method: { label: "How it was paid", required: false, known: [/method|how/i] },
} as const;
export type PaymentField = keyof typeof paymentFields;

export const budgetFields = {
  purpose: {
    label: "What it pays for",
    required: true,
    known: [/purpose|pays for/i, /category|type|heading/i],
  },
  title: {
    label: "Name of the line",
    required: true,
    known: [/\bname\b|title/i, /line|description|item/i],
  },
  amount: {
    label: "Amount",
    required: true,
    known: [/amount/i, /budget|value|total|£|cost/i],
  },
} as const;
export type BudgetField = keyof typeof budgetFields;

export const rateFields = {
  title: {
    label: "Name of the rate",
    required: true,
    known: [/\bname\b|title/i, /grade|band|rate for|item/i],
  },
  rate: { label: "An hour", required: true, known: [/hour/i, /rate|amount|£|value/i] },
  from: { label: "From", required: true, known: [/^from|start|begins|effective/i, /date/i] },
  until: { label: "Until", required: false, known: [/until|^to$|end/i] },
  place: { label: "Where", required: false, known: [/where|place|region|location/i] },
  role: { label: "Role", required: false, known: [/role/i] },
  activity: { label: "Activity", required: false, known: [/activity/i] },
  source: { label: "Source", required: false, known: [/source|published|link|url/i] },
} as const;
export type RateField = keyof typeof rateFields;

/** What a file can hold: the fields of each, and how its rows are called. */
export const importKinds = { payments: paymentFields, budget: budgetFields, rates: rateFields } as const;
export type ImportKind = keyof typeof importKinds;

export type Fields = Record<string, { label: string; required: boolean; known: readonly RegExp[] }>;

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
    const found = firstKnown(known, header, taken);
    columns[name] = found;
    taken.add(found);
  }
  // Two columns, one for each way, say more than a gross or net amount beside them.
  const { amount = -1, debit = -1, credit = -1 } = columns;
  if (amount >= 0 && debit >= 0 && credit >= 0) columns.amount = -1;
  return columns;
}

function firstKnown(known: readonly RegExp[], header: readonly string[], taken: ReadonlySet<number>): number {
  for (const pattern of known) {
    const found = header.findIndex((title, index) => !taken.has(index) && pattern.test(title.trim()));
    if (found >= 0) return found;
  }
  return -1;
}

/** @returns sentences about columns that are needed and not chosen, or chosen twice */
export function columnProblems(
  fields: Fields,
  columns: Readonly<Record<string, number>>,
  width: number,
): string[] {
  const problems: string[] = [];
  const used = new Map<number, string>();
  const has = (name: string) => {
    const column = columns[name] ?? -1;
    return column >= 0 && column < width;
  };
  for (const [name, { label, required }] of Object.entries(fields)) {
    if (!has(name)) {
      if (required && !(name === "amount" && (has("debit") || has("credit"))))
        problems.push(`Choose the column that holds “${label}”.`);
      continue;
    }
    const column = columns[name]!;
    const other = used.get(column);
    if (other) problems.push(`“${label}” and “${other}” cannot be the same column.`);
    used.set(column, label);
  }
  if (has("amount") && has("debit"))
    problems.push("Choose either one column for the amount, or one for money out and one for money back.");
  return problems;
}
