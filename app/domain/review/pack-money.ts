import { writtenDay } from "../dates/written-day.ts";
import { formatPence } from "../money/format.ts";
import type { PackBlock } from "./pack-block.ts";
import type { PackFund } from "./pack-facts.ts";

/** Where funds stand, as a table: a row for each. */
export function fundTable(funds: readonly PackFund[], caption: string): PackBlock {
  return {
    kind: "table",
    caption,
    header: ["Fund", "Ends", "Held", "Paid", "Promised", "Left"],
    rows: funds.map(({ title, endsOn, held, spent, committed }) => [
      title,
      writtenDay(endsOn),
      ...[held, spent, committed, held - spent - committed].map((pence) => formatPence(pence)),
    ]),
  };
}
