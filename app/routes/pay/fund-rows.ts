import type { FundSheet } from "#db/remuneration.server.ts";

/** What a table of funds shows of each. */
export function fundRows(sheets: readonly FundSheet[]) {
  return sheets.map(({ fund, total }) => ({
    id: fund.id,
    title: fund.title,
    kind: fund.kind,
    startsOn: fund.startsOn,
    endsOn: fund.endsOn,
    ...total,
  }));
}

/** Every line of every fund, as the choices of a field. */
export function lineOptions(sheets: readonly FundSheet[]) {
  return sheets.flatMap(({ fund, lines }) =>
    lines.map((line) => ({ value: line.id, label: `${line.title}, ${fund.title}` })),
  );
}
