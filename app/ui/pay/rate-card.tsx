import { formatPence } from "../format.ts";

type CardRate = { id: string; title: string; role: string; activity: string; pencePerHour: number };

/** The organisation's own rates beside a form that asks for one. */
export function RateCard({ rates, href }: { rates: CardRate[]; href: string }) {
  if (rates.length === 0)
    return (
      <p>
        You have no rate card yet. <a href={href}>Write one</a>, so that the same work is paid alike.
      </p>
    );
  return (
    <div className="stack">
      <p>Your rate card today:</p>
      <ul>
        {rates.map((rate) => (
          <li key={rate.id}>
            {rate.title}: {formatPence(rate.pencePerHour)} an hour
            {[rate.role, rate.activity].some(Boolean)
              ? ` (${[rate.role, rate.activity].filter(Boolean).join(", ")})`
              : ""}
          </li>
        ))}
      </ul>
    </div>
  );
}
