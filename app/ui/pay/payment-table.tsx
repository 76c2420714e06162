import { paymentKindNames, type PaymentKind } from "#app/domain/remuneration/words.ts";
import { DataTable } from "../data/data-table.tsx";
import { formatPence, formatShortDate } from "../format.ts";

export type PaymentRow = {
  id: string;
  kind: PaymentKind;
  amountPence: number;
  paidOn: string;
  method: string;
  financeReference: string;
  note: string;
};

/** Payments as they stand in the books. `reverse` is the address of the page that takes one back. */
export function PaymentTable({
  payments,
  caption,
  reverse,
}: {
  payments: PaymentRow[];
  caption: string;
  reverse?: (id: string) => string;
}) {
  if (payments.length === 0) return <p>No payment yet.</p>;
  const action = reverse
    ? [
        {
          header: "Money back",
          cell: (payment: PaymentRow) =>
            payment.amountPence > 0 ? (
              <a href={reverse(payment.id)}>
                Put right<span className="visually-hidden"> {payment.financeReference}</span>
              </a>
            ) : (
              ""
            ),
        },
      ]
    : [];
  return (
    <DataTable
      caption={caption}
      rows={payments}
      rowKey={(payment) => payment.id}
      columns={[
        { header: "Finance reference", rowHeader: true, cell: (payment) => payment.financeReference },
        { header: "Paid on", cell: (payment) => formatShortDate(payment.paidOn) },
        { header: "For", cell: (payment) => paymentKindNames[payment.kind] },
        { header: "How", cell: (payment) => payment.method },
        { header: "Note", cell: (payment) => payment.note },
        { header: "Amount", numeric: true, cell: (payment) => formatPence(payment.amountPence) },
        ...action,
      ]}
    />
  );
}
