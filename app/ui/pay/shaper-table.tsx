import type { Shaper } from "#app/domain/remuneration/shapers.ts";
import { DataTable } from "../data/data-table.tsx";
import { formatPence, formatShortDate } from "../format.ts";

const whenNames = {
  before: "Before the question was fixed",
  after: "After it was fixed",
  "not-paid": "Not paid yet",
};

/** Who was asked to shape a bid, and when their pay came. `base` is the address of the offers. */
export function ShaperTable({ shapers, base }: { shapers: Shaper[]; base: string }) {
  if (shapers.length === 0)
    return <p>Nobody yet. Make an offer and choose this bid under “Bid that this helps to shape”.</p>;
  return (
    <DataTable
      caption="People offered pay to shape this bid"
      captionHidden
      rows={shapers}
      rowKey={({ offerId }) => offerId}
      columns={[
        {
          header: "Person",
          rowHeader: true,
          cell: ({ offerId, reference }) => <a href={`${base}/${offerId}`}>{reference}</a>,
        },
        { header: "Took part on", cell: ({ heldOn }) => formatShortDate(heldOn) },
        { header: "Paid on", cell: ({ paidOn }) => (paidOn ? formatShortDate(paidOn) : "Not yet") },
        { header: "When", cell: ({ when }) => whenNames[when] },
        { header: "Fee paid", numeric: true, cell: ({ paidPence }) => formatPence(paidPence) },
      ]}
    />
  );
}
