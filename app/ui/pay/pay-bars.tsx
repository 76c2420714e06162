import { formatPence } from "../format.ts";

/** One bar for each amount, drawn on the server to the scale of the largest. The table beside it says the same. */
export function PayBars({ amounts }: { amounts: { label: string; pence: number | null }[] }) {
  const most = Math.max(1, ...amounts.map(({ pence }) => pence ?? 0));
  return (
    <div className="pay-bars" aria-hidden="true">
      {amounts.map(({ label, pence }) => (
        <div key={label}>
          <p>
            {label}: {pence === null ? "too few people to show" : formatPence(pence)}
          </p>
          <svg viewBox="0 0 1000 10" preserveAspectRatio="none" focusable="false">
            <rect className="track" width="1000" height="10" />
            {pence && pence > 0 ? (
              <rect className="bar" width={Math.max(4, Math.round((pence / most) * 1000))} height="10" />
            ) : null}
          </svg>
        </div>
      ))}
    </div>
  );
}
