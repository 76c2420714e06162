import { formatPence } from "../format.ts";

const WIDTH = 640;
const ROW = 46;
const BAR = 18;

/** One bar for each amount, drawn on the server and scaled to the largest. The table beside it says the same. */
export function PayBars({ amounts }: { amounts: { label: string; pence: number | null }[] }) {
  const most = Math.max(1, ...amounts.map(({ pence }) => pence ?? 0));
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${amounts.length * ROW}`}
      className="pay-bars"
      aria-hidden="true"
      focusable="false"
    >
      {amounts.map(({ label, pence }, index) => (
        <g key={label} transform={`translate(0 ${index * ROW})`}>
          <text x="0" y="16">
            {label}: {pence === null ? "too few people to show" : formatPence(pence)}
          </text>
          <rect className="track" x="0" y="23" width={WIDTH} height={BAR} rx="3" />
          {pence && pence > 0 ? (
            <rect
              className="bar"
              x="0"
              y="23"
              width={Math.max(2, (pence / most) * WIDTH)}
              height={BAR}
              rx="3"
            />
          ) : null}
        </g>
      ))}
    </svg>
  );
}
